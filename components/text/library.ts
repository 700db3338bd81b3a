import type { Table } from "./table";

/** The reader's notebooks and where they are kept. */
export const library = {
  noSuchNotebook: { en: "This notebook is not in this browser.", zh: "此浏览器中没有这个笔记本。" },
} as const satisfies Table;
