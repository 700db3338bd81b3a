import type { Table } from "./table";

/** How what a cell printed stands to what is expected of it. */
export const reproduction = {
  /** Beside the cell. */
  grade: {
    text: { en: "same text", zh: "文本一致" },
    ulp: { en: "last digit ±1", zh: "末位差一" },
    structure: { en: "same structure", zh: "结构一致" },
    different: { en: "different", zh: "不一致" },
    notRun: { en: "not run", zh: "未运行" },
  },
  gradeWords: {
    text: { en: "The output is the expected text, character for character.", zh: "输出与预期文本逐字符一致。" },
    ulp: {
      en: "The output is the expected one, but numbers differ by one unit in the last place.",
      zh: "输出与预期一致，仅有数值在最后一位上相差一个单位。",
    },
    structure: {
      en: "Names, shapes and dtypes are the expected ones. The values were never seeded, so they are others each time.",
      zh: "名称、形状与数据类型与预期一致。这些数值从未设定随机种子，每次都不同。",
    },
    different: { en: "The output is not the expected one.", zh: "输出与预期不一致。" },
    notRun: { en: "The cell has not run here yet.", zh: "该单元尚未在此运行。" },
  },
  compareOutput: { en: "Compare with the expected output", zh: "与预期输出比较" },
  score: {
    en: (done: number, all: number) => `${done} of ${all} reproduced`,
    zh: (done: number, all: number) => `已复现 ${done} / ${all}`,
  },
  scoreParts: {
    en: (words: string, count: number) => `${words}: ${count}`,
    zh: (words: string, count: number) => `${words}：${count}`,
  },
  scoreGo: {
    en: (parts: string) => `${parts}. Go to the next cell that is not reproduced`,
    zh: (parts: string) => `${parts}。转到下一个未复现的单元`,
  },
  scoreWhole: { en: (parts: string) => `${parts}.`, zh: (parts: string) => `${parts}。` },

  expectedOutput: { en: "Expected", zh: "预期" },
  printedOutput: { en: "Printed here", zh: "此处输出" },
  lineNumber: { en: "Line", zh: "行" },
  firstDifference: {
    en: (line: number, column: number) => `The first difference is in line ${line}, character ${column}.`,
    zh: (line: number, column: number) => `第一处差异在第 ${line} 行第 ${column} 个字符。`,
  },
  sameLines: {
    en: (count: number) => `${count} equal ${count === 1 ? "line" : "lines"}`,
    zh: (count: number) => `${count} 行相同`,
  },
  nothingPrinted: { en: "Nothing was printed.", zh: "没有输出。" },

  pinTitles: {
    pin: { en: "Pin the output as the expected one", zh: "将当前输出设为预期输出" },
    pinStructure: {
      en: "Pin the output's structure as expected (values of chance)",
      zh: "将当前输出的结构设为预期（数值随机）",
    },
    unpin: { en: "Expect no output any more", zh: "取消预期输出" },
  },
  pinTool: { en: "Pin output", zh: "设为预期" },
  saidPinned: { en: "The output is the expected one from now on.", zh: "当前输出已设为预期输出。" },
  saidUnpinned: { en: "No output is expected any more.", zh: "已取消预期输出。" },
} as const satisfies Table;
