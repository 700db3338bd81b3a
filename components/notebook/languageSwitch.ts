import type { StateCreator } from "zustand";
import type { CellLanguage } from "../../workers/protocol";
import { texts } from "../text";
import { type Command, ofCell } from "./command";
import { languageOf, spoken } from "./language";
import { withChanged } from "./steps";
import type { NotebookState } from "./store";

export type CellLanguageSlice = {
  /** Says what a code cell is written in; its text stays, but for a first line that says otherwise. */
  setCellLanguage(id: string, language: CellLanguage): void;
};

export const createCellLanguageSlice: StateCreator<NotebookState, [], [], CellLanguageSlice> = (_, get) => ({
  setCellLanguage: (id, language) => {
    const { cells, frame, change, editing } = get();
    const cell = cells[id];
    if (cell?.cell_type !== "code" || languageOf(cell, frame) === language) return;
    change((state) => withChanged(state, [id], (old) => spoken(old, language)), { editing });
  },
});

export const otherLanguage = { python: "typescript", typescript: "python" } as const satisfies {
  [L in CellLanguage]: CellLanguage;
};

const isCode = (state: NotebookState, id: string) => state.cells[id]?.cell_type === "code";
const aliases = "language %%ts %%python typescript javascript python 语言";

/** What a cell is written in. */
export const cellLanguageCommands = {
  switchLanguage: ofCell({
    title: texts.commandTitles.switchLanguage,
    keys: { command: ["T"], edit: ["Mod+Alt+L"] },
    aliases,
    isAvailable: isCode,
    act: (state, id) => state.setCellLanguage(id, otherLanguage[languageOf(state.cells[id]!, state.frame)]),
  }),
  toTypescript: ofCell({
    title: texts.commandTitles.toTypescript,
    aliases,
    isAvailable: (state, id) => isCode(state, id) && languageOf(state.cells[id]!, state.frame) !== "typescript",
    act: (state, id) => state.setCellLanguage(id, "typescript"),
  }),
  toPython: ofCell({
    title: texts.commandTitles.toPython,
    aliases,
    isAvailable: (state, id) => isCode(state, id) && languageOf(state.cells[id]!, state.frame) !== "python",
    act: (state, id) => state.setCellLanguage(id, "python"),
  }),
} as const satisfies { [id: string]: Command };
