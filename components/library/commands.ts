import type { Command } from "../notebook/command";
import { texts } from "../text";
import { publishedSource, resetAll, resetCell } from "./acts";

const { libraryCommandTitles: title } = texts;

/** What the library adds to the palette. */
export const libraryCommands = {
  versions: {
    title: title.versions,
    aliases: "history revisions restore 历史 恢复",
    isAvailable: (state) => state.notebookId !== null,
    act: (state) => state.togglePanel("versions"),
  },
  resetCell: {
    title: title.resetCell,
    aliases: "original revert 还原 原文",
    isAvailable: (state) => publishedSource(state, state.active) !== undefined,
    act: (state, store) => {
      if (state.active !== null) resetCell(store, state.active);
    },
  },
  resetAll: {
    title: title.resetAll,
    aliases: "original revert 还原 原文",
    isAvailable: (state) => state.bundled !== null && state.notebookId !== null,
    act: (_, store) => resetAll(store),
  },
  takeOver: {
    title: title.takeOver,
    isAvailable: (state) => state.isReader,
    act: (state) => void state.keeper?.takeOver(),
  },
} as const satisfies { [id: string]: Command };
