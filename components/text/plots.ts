import type { Table } from "./table";

/** What the figures made with `plot` show, for who reads them. Names come with their quotation marks, and a blank before. */
export const plots = {
  ownFigure: {
    histogram: {
      en: (name: string, count: string) => `Histogram${name} of ${count} values`,
      zh: (name: string, count: string) => `直方图${name}，共 ${count} 个值`,
    },
    heatmap: {
      en: (rows: string, columns: string) => `Heatmap of ${rows} × ${columns} values`,
      zh: (rows: string, columns: string) => `热力图，${rows} × ${columns} 个值`,
    },
    line: {
      en: (name: string, count: string) => `Line${name} of ${count} values`,
      zh: (name: string, count: string) => `折线${name}，共 ${count} 个值`,
    },
    scatter: {
      en: (name: string, count: string) => `Points${name}: ${count}`,
      zh: (name: string, count: string) => `散点${name}，共 ${count} 个`,
    },
    bar: {
      en: (_: string, count: string) => `${count} bars`,
      zh: (_: string, count: string) => `柱形，共 ${count} 个`,
    },
  },
  ownParts: {
    range: { en: (a: string, b: string) => `from ${a} to ${b}`, zh: (a: string, b: string) => `从 ${a} 到 ${b}` },
    across: {
      en: (a: string, b: string) => `x from ${a} to ${b}`,
      zh: (a: string, b: string) => `横轴从 ${a} 到 ${b}`,
    },
    moments: {
      en: (mean: string, std: string) => `mean ${mean}, standard deviation ${std}`,
      zh: (mean: string, std: string) => `均值 ${mean}，标准差 ${std}`,
    },
    peak: {
      en: (from: string, to: string, count: string) => `the most, ${count}, between ${from} and ${to}`,
      zh: (from: string, to: string, count: string) => `${from} 与 ${to} 之间最多，有 ${count} 个`,
    },
    ends: {
      en: (first: string, last: string) => `first ${first}, last ${last}`,
      zh: (first: string, last: string) => `首值 ${first}，末值 ${last}`,
    },
    block: {
      en: (rows: string, columns: string) => `each cell the mean of ${rows} × ${columns}`,
      zh: (rows: string, columns: string) => `每格为 ${rows} × ${columns} 个值的均值`,
    },
    outline: {
      en: (every: string) => `drawn from the least and the greatest of every ${every}`,
      zh: (every: string) => `每 ${every} 个值只画其中最小与最大者`,
    },
    every: { en: (every: string) => `one of every ${every} drawn`, zh: (every: string) => `每 ${every} 个画一个` },
    unfit: {
      en: (count: string) => `${count} more are not finite`,
      zh: (count: string) => `另有 ${count} 个非有限值`,
    },
  },
} as const satisfies Table;
