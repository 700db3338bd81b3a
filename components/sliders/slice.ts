import type { StateCreator } from "zustand";
import { liveTexts } from "../editor/marks";
import { afterDoing, stepBack } from "../notebook/history";
import { codeOf } from "../notebook/language";
import { isUnderWay } from "../notebook/runs";
import { withChanged } from "../notebook/steps";
import type { NotebookState } from "../notebook/store";

export type SlidersSlice = {
  /** The cell of which a number is being moved: its outputs stay until the next ones are whole. */
  sliding: string | null;
  /** Counts the times that the reader asked for the numbers of a cell by key. */
  numberTurn: { id: string; turn: number; at: readonly number[] } | null;
  askForNumber(id: string, at: readonly number[]): void;
  beginSlide(id: string): void;
  /** The cell's text while the number moves; it runs as soon as the one before has ended, always with the latest text. */
  slide(source: string): void;
  /** The number stays, as one step that can be undone, or everything is as it was. */
  endSlide(how: "keep" | "restore"): void;
};

export const createSlidersSlice: StateCreator<NotebookState, [], [], SlidersSlice> = (set, get, store) => {
  let before = ""; // the text when the slide began
  let isDue = false; // the text has changed since the latest run began
  let watched = "";

  const runIfFree = () => {
    const { runs, running, queue } = get();
    const run = runs[watched];
    if (!isDue || (run && isUnderWay(run)) || running !== null || queue.length > 0) return;
    isDue = false;
    get().run([watched]);
  };
  store.subscribe((state, old) => {
    if (isDue && (state.running !== old.running || state.queue !== old.queue)) queueMicrotask(runIfFree);
    if (state.sliding !== null && !state.cells[state.sliding]) set({ sliding: null });
  });

  return {
    sliding: null,
    numberTurn: null,
    askForNumber: (id, at) => set(({ numberTurn }) => ({ numberTurn: { id, at, turn: (numberTurn?.turn ?? 0) + 1 } })),
    beginSlide: (id) => {
      before = get().cells[id]?.source ?? "";
      watched = id;
      for (const [, text] of liveTexts()) text.joinSteps(true);
      set({ sliding: id });
    },
    slide: (source) => {
      const { sliding, cells, setSource } = get();
      if (sliding === null || cells[sliding]?.source === source) return;
      setSource(sliding, source);
      isDue = codeOf(source).trim() !== "";
      runIfFree();
    },
    endSlide: (how) => {
      const { sliding: id, cells, editing, slide } = get();
      if (id === null) return;
      const source = cells[id]?.source;
      if (how === "restore") slide(before);
      set({ sliding: null });
      setTimeout(() => {
        for (const [, text] of liveTexts()) text.joinSteps(false); // once the editor has the last text
      }, 50);
      if (how === "restore" || source === undefined || source === before || editing === id) return;
      const then = { ...get(), ...withChanged(get(), [id], (cell) => ({ ...cell, source: before })) };
      set((state) => afterDoing(state, stepBack(then, state))); // nothing else changes: focus and editor stay
    },
  };
};
