import type { Table } from "./table";

/** Opening, saving, leaving. */
export const file = {
  file: { en: "File", zh: "文件" },
  open: { en: "Open…", zh: "打开…" },
  save: { en: "Save", zh: "保存" },
  newNotebook: { en: "New notebook", zh: "新建笔记本" },
  notOpened: { en: (name: string) => `${name} was not opened.`, zh: (name: string) => `未能打开 ${name}。` },
  unreadable: { en: "The browser could not read the file.", zh: "浏览器无法读取该文件。" },
} as const satisfies Table;
