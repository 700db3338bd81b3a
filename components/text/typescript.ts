import type { Table } from "./table";

/** TypeScript cells: what a cell is written in, its types, the tutorial in two languages, the variables. */
export const typescript = {
  typescriptCell: { en: (n: number) => `TypeScript cell ${n}`, zh: (n: number) => `TypeScript 单元 ${n}` },
  cellLanguage: {
    en: (now: string, other: string) => `Written in ${now}. Change to ${other}`,
    zh: (now: string, other: string) => `用 ${now} 编写。改为 ${other}`,
  },
  stepsIn: { en: "Steps in", zh: "步骤所用的语言" },

  variables: { en: "Variables", zh: "变量" },
  variablesFilter: { en: "Filter variables", zh: "筛选变量" },
  variablesStarting: { en: "The kernel is starting.", zh: "内核正在启动。" },
  variablesDead: {
    en: (reason: string) => `The kernel has ended. ${reason}`,
    zh: (reason: string) => `内核已结束。${reason}`,
  },
  variablesBusy: { en: "A cell is running. This is how it was before.", zh: "单元正在运行，下面是运行前的情况。" },
  variablesNone: {
    en: "No variables yet. Run a cell that makes one.",
    zh: "还没有变量。运行一个产生变量的单元即可看到。",
  },
  variablesNotFound: {
    en: (text: string) => `No variable fits “${text}”.`,
    zh: (text: string) => `没有符合“${text}”的变量。`,
  },
  variablesCount: {
    en: (shown: number, all: number) =>
      shown === all ? `${all} ${all === 1 ? "variable" : "variables"}` : `${shown} of ${all} variables`,
    zh: (shown: number, all: number) => (shown === all ? `共 ${all} 个变量` : `${all} 个变量中的 ${shown} 个`),
  },
  variableName: { en: "Name", zh: "名称" },
  variableLanguage: { en: "In", zh: "语言" },
  variableType: { en: "Type", zh: "类型" },
  variableShape: { en: "Shape", zh: "形状" },
  variableDtype: { en: "Dtype", zh: "数据类型" },
  variableBytes: { en: "Size", zh: "大小" },
  variableShow: { en: (name: string) => `Show the value of ${name}`, zh: (name: string) => `显示 ${name} 的值` },
  variableValue: { en: (name: string) => `Value of ${name}`, zh: (name: string) => `${name} 的值` },
  variableAsCell: { en: "Insert as a cell", zh: "插入为单元" },
  variableReading: { en: "Reading the value…", zh: "正在读取……" },
  variableNothing: { en: "It has no value to show.", zh: "没有可显示的值。" },
} as const satisfies Table;
