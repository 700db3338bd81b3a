import type { Command } from "../notebook/command";
import { texts } from "../text";

export const dataCommands = {
  dataFiles: {
    title: texts.dataFiles,
    aliases: "upload csv npy 上传 文件",
    act: (state) => state.togglePanel("data"),
  },
} as const satisfies { [id: string]: Command };
