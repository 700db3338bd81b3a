import type { Table } from "./table";

/** Find and replace. */
export const find = {
  findTitle: { en: "Find", zh: "查找" },
  replaceTitle: { en: "Find and replace", zh: "查找与替换" },
  nextHit: { en: "Go to the next match", zh: "转到下一处匹配" },
  lastHit: { en: "Go to the previous match", zh: "转到上一处匹配" },
  findField: { en: "Find in all cells", zh: "在全部单元中查找" },
  replaceField: { en: "Replace with", zh: "替换为" },
  matchCase: { en: "Match case", zh: "区分大小写" },
  wholeWord: { en: "Whole word", zh: "全字匹配" },
  asRegex: { en: "Regular expression", zh: "正则表达式" },
  inOutputs: { en: "In outputs too", zh: "包括输出" },
  showReplace: { en: "Replace", zh: "替换" },
  replaceOne: { en: "Replace", zh: "替换" },
  replaceAll: { en: "Replace all", zh: "全部替换" },
  hitCount: {
    en: (at: number, count: number, isMore: boolean) => `${at} of ${count}${isMore ? "+" : ""}`,
    zh: (at: number, count: number, isMore: boolean) => `第 ${at} 处，共 ${count}${isMore ? "+" : ""} 处`,
  },
  hitTotal: {
    en: (count: number, isMore: boolean) => `${count}${isMore ? "+" : ""} ${count === 1 ? "match" : "matches"}`,
    zh: (count: number, isMore: boolean) => `${count}${isMore ? "+" : ""} 处`,
  },
  noHit: { en: "Nothing found", zh: "没有找到" },
  badRegex: {
    en: (why: string) => `This is no regular expression: ${why}.`,
    zh: (why: string) => `正则表达式有误：${why}。`,
  },
  slowRegex: {
    en: "This expression takes too long. Make it simpler.",
    zh: "这个表达式耗时过长，请简化。",
  },
  replacedCount: {
    en: (count: number) => `${count} replaced. Undo brings them back.`,
    zh: (count: number) => `已替换 ${count} 处，可以撤销。`,
  },
} as const satisfies Table;
