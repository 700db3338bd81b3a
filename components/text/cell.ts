import type { Table } from "./table";

/** A cell and its tools. */
export const cell = {
  codeCell: { en: (n: number) => `Code cell ${n}`, zh: (n: number) => `代码单元 ${n}` },
  textCell: { en: (n: number) => `Text cell ${n}`, zh: (n: number) => `文本单元 ${n}` },
  rawCell: { en: (n: number) => `Raw cell ${n}`, zh: (n: number) => `原始单元 ${n}` },
  runCell: { en: "Run cell", zh: "运行单元" },
  renderCell: { en: "Show as text", zh: "显示排版" },
  editCell: { en: "Edit", zh: "编辑" },
  cellTools: { en: "Cell tools", zh: "单元工具" },
  moveUp: { en: "Move up", zh: "上移" },
  moveDown: { en: "Move down", zh: "下移" },
  remove: { en: "Delete", zh: "删除" },
  addCode: { en: "Code", zh: "代码" },
  addText: { en: "Text", zh: "文本" },
  addBelow: { en: "Add below", zh: "在下方添加" },
  removed: {
    en: (count: number) => (count === 1 ? "The cell was deleted." : `${count} cells were deleted.`),
    zh: (count: number) => (count === 1 ? "单元已删除。" : `已删除 ${count} 个单元。`),
  },
  drag: { en: "Drag to move (or Ctrl+Shift+Up and Down)", zh: "拖动以移动（或按 Ctrl+Shift+上/下）" },
  show: { en: "Show", zh: "显示" },
  outputHidden: { en: "Output hidden", zh: "输出已隐藏" },
  section: { en: "Section", zh: "小节" },
  hideSection: { en: "Collapse the section", zh: "折叠本节" },
  showSection: { en: "Expand the section", zh: "展开本节" },
  hiddenCells: {
    en: (count: number) => `${count} ${count === 1 ? "cell" : "cells"} hidden`,
    zh: (count: number) => `已折叠 ${count} 个单元`,
  },
  saidSelected: {
    en: (count: number) => (count === 1 ? "1 cell selected" : `${count} cells selected`),
    zh: (count: number) => `已选中 ${count} 个单元`,
  },
  saidMoved: { en: (place: number) => `Moved to place ${place}`, zh: (place: number) => `已移到第 ${place} 位` },
  saidUndone: { en: "Undone", zh: "已撤销" },
  saidRedone: { en: "Redone", zh: "已重做" },
  contentsList: { en: "Headings", zh: "标题" },
  noHeadings: {
    en: "There are no headings yet. A text cell that begins with # is one.",
    zh: "还没有标题。以 # 开头的文本单元就是标题。",
  },
  undo: { en: "Undo", zh: "撤销" },
  emptyText: { en: "Empty text cell. Press Enter to write.", zh: "空的文本单元，按 Enter 开始书写。" },
  emptyNotebook: { en: "This notebook has no cells yet. Start with:", zh: "这个笔记本还没有单元。从这里开始：" },
} as const satisfies Table;
