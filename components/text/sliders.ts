import type { Table } from "./table";

/** Numbers in code that can be moved. */
export const sliders = {
  changeNumber: { en: "Change the number at the caret", zh: "调节光标处的数字" },
  dragNumber: { en: "Drag to change the number", zh: "拖动以改变数字" },
  numberSlider: {
    en: (line: number) =>
      `Number in line ${line}. Up and Down change it, Left and Right go to another, Enter keeps it, Escape restores it.`,
    zh: (line: number) => `第 ${line} 行的数字。上下键改变数值，左右键转到其他数字，Enter 保留，Esc 恢复。`,
  },
} as const satisfies Table;
