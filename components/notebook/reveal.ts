import type { StateCreator } from "zustand";
import type { NotebookState } from "./store";

/** A stretch of a cell's text, in characters from its start, that is to come into sight once. */
export type Shown = { id: string; start: number; end: number; takesFocus: boolean; turn: number };

export type RevealSlice = {
  shown: Shown | null;
  /** Brings a stretch of a cell's source into sight, out of collapsed sections too; `takesFocus`: and into its editor. */
  reveal(id: string, start: number, end: number, takesFocus: boolean): void;
  /** Opens a cell's editor on a line, which is selected; the first is 1. */
  revealLine(id: string, line: number): void;
};

export const createRevealSlice: StateCreator<NotebookState, [], [], RevealSlice> = (set, get) => ({
  shown: null,

  reveal: (id, start, end, takesFocus) => {
    const { cells, setFold, edit, select, shown } = get();
    if (!cells[id]) return;
    if (takesFocus) edit(id);
    else {
      setFold([id], "source", false);
      select(id);
    }
    set({ shown: { id, start, end, takesFocus, turn: (shown?.turn ?? 0) + 1 } });
  },

  revealLine: (id, line) => {
    const lines = get().cells[id]?.source.split("\n");
    if (!lines) return;
    const index = Math.min(Math.max(line, 1), lines.length) - 1;
    const start = lines.slice(0, index).reduce((sum, each) => sum + each.length + 1, 0);
    get().reveal(id, start, start + lines[index]!.length, true);
  },
});
