import type { StateCreator } from "zustand";
import type { NotebookState } from "./store";

export type PointingSlice = {
  /** A line that the reader was led to; each `turn` brings it into view once. */
  pointed: { id: string; line: number; turn: number } | null;
  /** Leads the reader to a line of a cell, counted from 1; without one, the mark goes. */
  point(id: string | null, line?: number): void;
};

/** Which line of which cell is marked, as by an error's link. */
export const createPointingSlice: StateCreator<NotebookState, [], [], PointingSlice> = (set, get) => ({
  pointed: null,
  point: (id, line = 1) => {
    if (id === null || !get().cells[id]) return set({ pointed: null });
    const { goTo, setFold, pointed } = get();
    goTo(id);
    setFold([id], "source", false);
    set({ pointed: { id, line, turn: (pointed?.turn ?? 0) + 1 } });
  },
});
