import type { Command } from "../notebook/command";
import type { NotebookState } from "../notebook/store";
import { texts } from "../text";

const isOpen = ({ panels }: NotebookState) => panels.side === "lab";

export const labCommands = {
  lab: {
    title: texts.lab,
    keys: { page: ["Mod+Alt+I"] },
    aliases: "histogram distribution density fan xavier he normal uniform 直方图 分布 密度 初始化",
    act: (state) => state.togglePanel("lab"),
  },
  labNext: {
    title: texts.labNext,
    keys: { page: ["Mod+Alt+."] },
    aliases: "redraw seed 种子 重画",
    isAvailable: isOpen,
    act: (state) => state.redrawLab(1),
  },
  labPrevious: {
    title: texts.labPrevious,
    keys: { page: ["Mod+Alt+,"] },
    aliases: "redraw seed 种子 重画",
    isAvailable: isOpen,
    act: (state) => state.redrawLab(-1),
  },
} as const satisfies { [id: string]: Command };
