import type { Command } from "../notebook/command";
import { texts } from "../text";

export const networkCommands = {
  network: {
    title: texts.network,
    aliases: "fetch internet hosts 联网 访问",
    act: (state) => state.openPanel("network"),
  },
} as const satisfies { [id: string]: Command };
