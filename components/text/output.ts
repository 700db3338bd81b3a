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
  lostLines: {
    en: (n: string) => `${n} lines in the middle were too many to keep.`,
    zh: (n: string) => `中间 ${n} 行过多，未能保留。`,
  },
  lostCharacters: {
    en: (n: string) => `${n} characters were too many to keep.`,
    zh: (n: string) => `有 ${n} 个字符过多，未能保留。`,
  },
  notKept: {
    en: (n: string) => `${n} earlier lines were not kept.`,
    zh: (n: string) => `更早的 ${n} 行未保留。`,
  },
  pages: { en: "Pages of this output", zh: "输出分页" },
  firstPage: { en: "First lines", zh: "最前面的行" },
  pageBack: { en: "Lines before", zh: "上一页" },
  pageOn: { en: "Lines after", zh: "下一页" },
  lastPage: { en: "Last lines", zh: "最后的行" },
  pageLines: {
    en: (from: string, to: string, all: string) => `Lines ${from}–${to} of ${all}`,
    zh: (from: string, to: string, all: string) => `第 ${from}–${to} 行，共 ${all} 行`,
  },
  copy: { en: "Copy", zh: "复制" },
  copied: { en: "Copied", zh: "已复制" },
  copyTooLong: { en: "Could not be copied; download it", zh: "无法复制，请下载" },
  download: { en: "Download", zh: "下载" },
  cut: {
    en: (outputs: string, characters: string) => `${outputs} more outputs (${characters} characters) were not kept.`,
    zh: (outputs: string, characters: string) => `其余 ${outputs} 个输出（${characters} 个字符）未保留。`,
  },
  onlyAs: {
    en: (types: string) => `An output of a kind that is not shown here: ${types}`,
    zh: (types: string) => `此处无法显示的输出类型：${types}`,
  },
} as const satisfies Table;
