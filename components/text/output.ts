import type { Table } from "./table";

/** What a cell put out. */
export const output = {
  output: { en: "Output", zh: "输出" },
  errors: { en: "Error output", zh: "错误输出" },
  hiddenLines: {
    en: (n: string) => `… ${n} more lines`,
    zh: (n: string) => `…… 此处省略 ${n} 行`,
  },
  showAll: { en: (n: string) => `Show all ${n} lines`, zh: (n: string) => `显示全部 ${n} 行` },
  showFewer: { en: "Show fewer lines", zh: "收起" },
  longLine: {
    en: (n: string) => `… (${n} more characters in this line)`,
    zh: (n: string) => `……（本行还有 ${n} 个字符）`,
  },
  cut: {
    en: (characters: string) => `The output is too long to keep: ${characters} more characters were left out.`,
    zh: (characters: string) => `输出过长，其余 ${characters} 个字符未保留。`,
  },
  onlyAs: {
    en: (types: string) => `An output of a kind that is not shown here: ${types}`,
    zh: (types: string) => `此处无法显示的输出类型：${types}`,
  },
} as const satisfies Table;
