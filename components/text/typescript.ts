import type { Table } from "./table";

/** TypeScript cells: what a cell is written in, its types, the tutorial in two languages, the variables. */
export const typescript = {
  typescriptCell: { en: (n: number) => `TypeScript cell ${n}`, zh: (n: number) => `TypeScript 单元 ${n}` },
  cellLanguage: {
    en: (now: string, other: string) => `Written in ${now}. Change to ${other}`,
    zh: (now: string, other: string) => `用 ${now} 编写。改为 ${other}`,
  },
} as const satisfies Table;
