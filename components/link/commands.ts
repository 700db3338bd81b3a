import type { Command } from "../notebook/command";
import { texts } from "../text";
import { saveCopy } from "./save";

const { linkCommandTitles: title } = texts;

/** What links add to the palette. */
export const linkCommands = {
  share: {
    title: title.share,
    aliases: "link url qr embed send 链接 二维码 嵌入",
    act: (state) => state.openPanel("share"),
  },
  openLink: { title: title.openLink, aliases: "url import 打开 地址", act: (state) => state.openPanel("openLink") },
  saveCopy: {
    title: title.saveCopy,
    isAvailable: ({ linked }) => linked !== null && !linked.isEmbedded,
    act: (_, store) => void saveCopy(store),
  },
  readingView: {
    title: title.readingView,
    isAvailable: ({ linked }) => linked !== null,
    act: (state) => state.setReading(!state.linked?.isReading),
  },
} as const satisfies { [id: string]: Command };
