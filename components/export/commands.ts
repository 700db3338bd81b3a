import type { Command } from "../notebook/command";
import { texts } from "../text";
import { downloadAs, type Format } from "./formats";

const row = (format: Format): Command => ({
  title: texts.downloadAs[format],
  aliases: "export save 导出 保存",
  act: (_, store) => void downloadAs(store, format),
});

/** A download in each format. */
export const exportCommands = {
  downloadIpynb: row("ipynb"),
  downloadHtml: row("html"),
  downloadMarkdown: row("md"),
  downloadPython: row("py"),
  downloadTypescript: row("ts"),
} as const satisfies { [id: string]: Command };
