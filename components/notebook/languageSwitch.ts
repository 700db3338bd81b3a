import type { StateCreator } from "zustand";
import type { CellLanguage } from "../../workers/protocol";
import { texts } from "../text";
import { type Command, ofCell } from "./command";
import { languageOf, spoken } from "./language";
import { isUnderWay, type Run } from "./runs";
import { withChanged } from "./steps";
import type { NotebookState } from "./store";
import { otherLanguage, shownLanguage, turned, twinOf } from "./twin";

export type CellLanguageSlice = {
  /** Says what a code cell is written in; its text stays, but for a first line that says otherwise. */
  setCellLanguage(id: string, language: CellLanguage): void;
  /** Shows every cell that has a twin as it is in this language. Nothing changes while a cell runs. */
  showIn(language: CellLanguage): void;
};

export const createCellLanguageSlice: StateCreator<NotebookState, [], [], CellLanguageSlice> = (set, get) => ({
  setCellLanguage: (id, language) => {
    const { cells, frame, change, editing } = get();
    const cell = cells[id];
    if (cell?.cell_type !== "code" || languageOf(cell, frame) === language) return;
    const inLanguage = twinOf(cell)?.language === language ? turned(cell, language, frame) : spoken(cell, language);
    change((state) => withChanged(state, [id], () => inLanguage), { editing });
  },

  showIn: (language) => {
    const { cells, frame, order, queue, runs, change } = get();
    if (queue.length > 0 || Object.values(runs).some(isUnderWay)) return;
    const ids = order.filter((id) => twinOf(cells[id]!)?.language === language);
    change((state) => withChanged(state, ids, (cell) => turned(cell, language, frame)), { editing: null });
    set((state) => ({ runs: { ...state.runs, ...outputsOfTwins(state.runs, ids) } }));
  },
});

/** The runs of cells whose other text has made the outputs. */
function outputsOfTwins(runs: { readonly [id: string]: Run }, ids: readonly string[]): { [id: string]: Run } {
  const kept = ids.flatMap((id) => (runs[id] ? [[id, runs[id]] as const] : []));
  return Object.fromEntries(kept.map(([id, { outputs }]) => [id, { status: "saved", outputs, executionCount: null }]));
}

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
  showPython: {
    title: texts.commandTitles.showPython,
    aliases,
    isAvailable: ({ order, cells }) => shownLanguage(order.map((id) => cells[id]!)) === "typescript",
    act: (state) => state.showIn("python"),
  },
  showTypescript: {
    title: texts.commandTitles.showTypescript,
    aliases,
    isAvailable: ({ order, cells }) => shownLanguage(order.map((id) => cells[id]!)) === "python",
    act: (state) => state.showIn("typescript"),
  },
} as const satisfies { [id: string]: Command };
