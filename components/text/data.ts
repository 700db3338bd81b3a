import type { Table } from "./table";

/** Data files: what cells open and write. */
export const data = {
  dataFiles: { en: "Data files", zh: "数据文件" },
  dataHint: {
    en: "Cells can open the files here by their names. What cells write appears here too, and is kept with the notebook.",
    zh: "单元可以用文件名打开这里的文件；单元写出的文件也会出现在这里，并随笔记本保存。",
  },
  dataAdd: { en: "Add files…", zh: "添加文件…" },
  dataDrop: { en: "or drop them here", zh: "或拖放到这里" },
  dataList: { en: "Files", zh: "文件列表" },
  dataByCell: { en: "written by a cell", zh: "由单元写出" },
  dataNotKept: { en: "too large to be kept", zh: "过大，不会保存" },
  dataDownload: { en: (name: string) => `Download ${name}`, zh: (name: string) => `下载 ${name}` },
  dataRemove: { en: (name: string) => `Delete ${name}`, zh: (name: string) => `删除 ${name}` },
  dataRemoved: { en: (name: string) => `${name} was deleted.`, zh: (name: string) => `${name} 已删除。` },
  dataReplaced: { en: (name: string) => `${name} was replaced.`, zh: (name: string) => `${name} 已被替换。` },
  dataSum: {
    en: (files: number, used: string, limit: string) =>
      `${files} ${files === 1 ? "file" : "files"}, ${used} of ${limit}`,
    zh: (files: number, used: string, limit: string) => `${files} 个文件，共 ${used}（上限 ${limit}）`,
  },
  dataTooLarge: {
    en: (name: string, came: string, limit: string) => `${name} has ${came}; a file may have ${limit} at most.`,
    zh: (name: string, came: string, limit: string) => `${name} 的大小为 ${came}，单个文件最大 ${limit}。`,
  },
  dataFull: {
    en: (name: string, limit: string) => `${name} was not added: the files of a notebook may have ${limit} together.`,
    zh: (name: string, limit: string) => `未能添加 ${name}：一个笔记本的文件总共最大 ${limit}。`,
  },
  dataTooMany: {
    en: (name: string, limit: number) => `${name} was not added: a notebook may have ${limit} files.`,
    zh: (name: string, limit: number) => `未能添加 ${name}：一个笔记本最多 ${limit} 个文件。`,
  },
  dataUnreadable: {
    en: (name: string) => `${name} could not be read.`,
    zh: (name: string) => `无法读取 ${name}。`,
  },
  dataNotStored: {
    en: (name: string) =>
      `There is no room for ${name} in the browser's storage. It is here until the page is closed; download it.`,
    zh: (name: string) => `浏览器存储空间不足，无法保存 ${name}。关闭页面前它仍在这里，请下载保存。`,
  },
  dataNotWritten: {
    en: (name: string) => `${name} could not be put where cells open files. Restart Python to try again.`,
    zh: (name: string) => `未能把 ${name} 放到单元可打开的位置，请重启 Python 再试。`,
  },
  dropNotebook: { en: "Open as a notebook", zh: "作为笔记本打开" },
  dropNotebookHint: { en: ".ipynb, .py, .ts, .md", zh: ".ipynb、.py、.ts、.md" },
  dropData: { en: "Add to the data files", zh: "添加到数据文件" },
  dropDataHint: { en: "for cells to open", zh: "供单元打开" },
} as const satisfies Table;
