import type { Command } from "../notebook/command";
import { texts } from "../text";

export const variableCommands = {
  variables: {
    title: texts.variables,
    keys: { page: ["Mod+Alt+V"] },
    aliases: "inspector workspace memory 检查 内存",
    act: (state) => state.togglePanel("variables"),
  },
} as const satisfies { [id: string]: Command };
