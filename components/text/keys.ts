import type { Table } from "./table";

/** The keys. */
export const keys = {
  keys: { en: "Keyboard", zh: "键盘操作" },
  keysAnywhere: { en: "In a cell and in its editor", zh: "单元与编辑器中" },
  keysCell: { en: "With a cell selected", zh: "选中单元时" },
  keyHelp: {
    runAdvance: { en: "run, go to the next cell", zh: "运行并转到下一单元" },
    run: { en: "run, stay", zh: "运行，停在原处" },
    runInsert: { en: "run, add a cell below", zh: "运行，并在下方添加单元" },
    save: { en: "save the notebook as a file", zh: "把笔记本存为文件" },
    leave: { en: "leave the editor", zh: "离开编辑器" },
    edit: { en: "edit", zh: "编辑" },
    up: { en: "the cell above", zh: "上一单元" },
    down: { en: "the cell below", zh: "下一单元" },
    above: { en: "add a cell above", zh: "在上方添加单元" },
    below: { en: "add a cell below", zh: "在下方添加单元" },
    remove: { en: "delete the cell", zh: "删除单元" },
    undo: { en: "bring a deleted cell back", zh: "恢复已删除的单元" },
    toText: { en: "make it a text cell", zh: "变为文本单元" },
    toCode: { en: "make it a code cell", zh: "变为代码单元" },
    toRaw: { en: "make it a raw cell", zh: "变为原始单元" },
    moveUp: { en: "move the cell up", zh: "上移单元" },
    moveDown: { en: "move the cell down", zh: "下移单元" },
    stop: { en: "stop the running cell", zh: "停止正在运行的单元" },
    restart: { en: "restart Python", zh: "重启 Python" },
  },
} as const satisfies Table;
