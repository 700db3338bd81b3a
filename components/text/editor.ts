import type { Table } from "./table";

/** The editor of a cell. */
export const editor = {
  fieldHint: {
    en: (cell: string) => `${cell}, editor. Escape leaves it.`,
    zh: (cell: string) => `${cell}，编辑器。按 Escape 离开。`,
  },
  editorHint: {
    en: (cell: string, key: string) => `${cell}, editor. Escape leaves it. ${key} lets Tab leave it too.`,
    zh: (cell: string, key: string) => `${cell}，编辑器。按 Escape 离开；按 ${key} 后 Tab 键也可离开。`,
  },
  tabLeavesHint: {
    en: (cell: string, key: string) => `${cell}, editor. Tab and Escape leave it. ${key} lets Tab indent again.`,
    zh: (cell: string, key: string) => `${cell}，编辑器。按 Tab 或 Escape 离开；按 ${key} 后 Tab 键恢复缩进。`,
  },
  tabLeaves: { en: "Tab moves the focus", zh: "Tab 键移动焦点" },
  tabIndents: { en: "Tab indents", zh: "Tab 键缩进" },
  leaveEditor: { en: "Leave the editor", zh: "离开编辑器" },
  pictureTooLarge: {
    en: (names: string) => `${names}: larger than 5 MB. A picture in a notebook must be smaller.`,
    zh: (names: string) => `${names}：超过 5 MB。笔记本中的图片必须更小。`,
  },
  showDocs: { en: "Show what this is", zh: "显示说明" },
} as const satisfies Table;
