import type { Table } from "./table";

/** The help sheet and the palette. */
export const keys = {
  keys: { en: "Keyboard", zh: "键盘操作" },
  keysCell: { en: "With a cell selected", zh: "选中单元时" },
  keysEditor: { en: "In a cell's editor", zh: "在编辑器中" },
  keysBoth: { en: "Both", zh: "两种情况下" },
  keysPage: { en: "Anywhere on the page", zh: "页面任意位置" },
  lettersOff: {
    en: "Keys that are a single letter, digit or sign are turned off in the settings.",
    zh: "单字母、数字和符号快捷键已在设置中关闭。",
  },
  paletteField: { en: "Find a command", zh: "查找命令" },
  commandList: { en: "Commands", zh: "命令" },
  noCommand: {
    en: (query: string) => `No command fits “${query}”.`,
    zh: (query: string) => `没有与“${query}”相符的命令。`,
  },
  settingNames: {
    letterKeys: { en: "Single-letter keys", zh: "单字母快捷键" },
    lineNumbers: { en: "Line numbers", zh: "行号" },
  },
  settingHints: {
    letterKeys: {
      en: "A, B, D D and the like, while a cell is selected. Turn them off if a screen reader or voice input needs the letters.",
      zh: "选中单元时的 A、B、D D 等按键。如果读屏软件或语音输入需要使用这些字母，请关闭。",
    },
    lineNumbers: { en: "In code cells.", zh: "显示在代码单元中。" },
  },
} as const satisfies Table;
