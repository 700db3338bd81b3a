import type { Table } from "./table";

/** What the reader can do with cells and with the page; the titles in the palette and in the help sheet. */
export const commands = {
  commandTitles: {
    run: { en: "Run the cell", zh: "运行单元" },
    runAdvance: { en: "Run the cell and go to the next", zh: "运行单元并转到下一个" },
    runInsert: { en: "Run the cell and insert one below", zh: "运行单元并在下方插入" },
    runAll: { en: "Run all cells", zh: "运行全部单元" },
    runAbove: { en: "Run all cells above", zh: "运行上方全部单元" },
    runBelow: { en: "Run the cell and all below", zh: "运行此单元及下方全部单元" },
    stop: { en: "Stop", zh: "停止运行" },
    restart: { en: "Restart Python", zh: "重启 Python" },

    edit: { en: "Edit the cell", zh: "编辑单元" },
    leave: { en: "Leave the editor", zh: "离开编辑器" },
    up: { en: "Go to the cell above", zh: "转到上一单元" },
    down: { en: "Go to the cell below", zh: "转到下一单元" },
    above: { en: "Insert a cell above", zh: "在上方插入单元" },
    below: { en: "Insert a cell below", zh: "在下方插入单元" },
    remove: { en: "Delete the cell", zh: "删除单元" },
    undo: { en: "Undo what was done to cells", zh: "撤销对单元的操作" },
    toText: { en: "Make it a text cell", zh: "变为文本单元" },
    toCode: { en: "Make it a code cell", zh: "变为代码单元" },
    toRaw: { en: "Make it a raw cell", zh: "变为原始单元" },
    switchLanguage: {
      en: "Switch the cell between Python and TypeScript",
      zh: "在 Python 与 TypeScript 之间切换单元语言",
    },
    toTypescript: { en: "Make it a TypeScript cell", zh: "变为 TypeScript 单元" },
    toPython: { en: "Make it a Python cell", zh: "变为 Python 单元" },
    moveUp: { en: "Move the cell up", zh: "上移单元" },
    moveDown: { en: "Move the cell down", zh: "下移单元" },

    palette: { en: "All commands", zh: "全部命令" },
    keys: { en: "Keyboard shortcuts", zh: "键盘快捷键" },
    settings: { en: "Settings", zh: "设置" },
    save: { en: "Save the notebook as a file", zh: "把笔记本存为文件" },
    speakChinese: { en: "Page in Chinese (中文)", zh: "页面使用中文" },
    speakEnglish: { en: "Page in English", zh: "页面使用英文（English）" },
  },
} as const satisfies Table;
