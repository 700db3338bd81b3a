import type { Table } from "./table";

/** The home page. */
export const home = {
  homeTitle: { en: "Notebooks that run in your browser", zh: "在浏览器里运行的笔记本" },
  homeLead: {
    en: "Nothing to install, no server, no account. What you write stays in this browser.",
    zh: "无需安装，没有服务器，不用注册。您写下的内容只保存在此浏览器中。",
  },
  bundledTitle: { en: "To begin with", zh: "从这里开始" },
  readBundled: { en: "Read and run", zh: "阅读并运行" },
  continueCopy: {
    en: (when: string) => `Continue your copy, changed ${when}`,
    zh: (when: string) => `继续您的副本，${when}修改`,
  },
  ownTitle: { en: "Your notebooks", zh: "您的笔记本" },
  noNotebooks: {
    en: "None yet. Start a new one, open a file, or change something in a notebook above: your copy then appears here.",
    zh: "还没有笔记本。可以新建一个、打开文件，或修改上面的笔记本，您的副本就会出现在这里。",
  },
  searchNotebooks: { en: "Search names and texts", zh: "搜索名称与内容" },
  nothingFound: {
    en: (words: string) => `No notebook holds “${words}”.`,
    zh: (words: string) => `没有笔记本包含“${words}”。`,
  },
  found: { en: (n: number) => (n === 1 ? "1 notebook" : `${n} notebooks`), zh: (n: number) => `${n} 个笔记本` },
  cellCount: { en: (n: number) => (n === 1 ? "1 cell" : `${n} cells`), zh: (n: number) => `${n} 个单元` },
  changed: { en: (when: string) => `changed ${when}`, zh: (when: string) => `${when}修改` },
  deletedWhen: { en: (when: string) => `deleted ${when}`, zh: (when: string) => `${when}删除` },
  justNow: { en: "just now", zh: "刚刚" },
  rename: { en: (name: string) => `Rename ${name}`, zh: (name: string) => `重命名 ${name}` },
  newName: { en: (name: string) => `New name of ${name}`, zh: (name: string) => `${name} 的新名称` },
  duplicate: { en: (name: string) => `Duplicate ${name}`, zh: (name: string) => `复制 ${name}` },
  copyOf: { en: (name: string) => `${name} (copy)`, zh: (name: string) => `${name}（副本）` },
  deleteNotebook: { en: (name: string) => `Delete ${name}`, zh: (name: string) => `删除 ${name}` },
  deletedNotebook: {
    en: (name: string) => `${name} was moved to the trash.`,
    zh: (name: string) => `${name} 已移到回收站。`,
  },
  trash: { en: (n: number) => `Trash (${n})`, zh: (n: number) => `回收站（${n}）` },
  trashLead: { en: "Kept for 30 days after deletion.", zh: "删除后保留 30 天。" },
  restoreNotebook: { en: "Restore", zh: "恢复" },
  purge: { en: "Delete for good", zh: "彻底删除" },
  purgeAgain: { en: "Really delete for good", zh: "确认彻底删除" },
  exportAll: { en: "Export everything", zh: "全部导出" },
  exporting: { en: "Exporting…", zh: "正在导出……" },
  storageUsed: {
    en: (used: string, of: string) => `${used} of ${of} used in this browser`,
    zh: (used: string, of: string) => `此浏览器中已用 ${used}，可用 ${of}`,
  },
  storageDamaged: {
    en: (n: number) => `${n === 1 ? "One notebook" : `${n} notebooks`} could not be read. Nothing was deleted.`,
    zh: (n: number) => `有 ${n} 个笔记本无法读取，没有删除任何数据。`,
  },
  openDamaged: { en: "Open what is left", zh: "打开可读取的部分" },
  exportFailed: { en: "The export failed.", zh: "导出失败。" },
  notDone: { en: "The browser could not do that; nothing was changed.", zh: "浏览器未能完成此操作，未作任何改动。" },
} as const satisfies Table;
