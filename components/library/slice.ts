import type { StateCreator } from "zustand";
import { asLinked } from "../link/slice";
import type { NotebookState } from "../notebook/store";
import type { Bundled } from "./bundled";
import type { Keeper } from "./keeper";
import type { Damaged } from "./notebooks";
import type { Saving } from "./saving";

export type LibrarySlice = {
  /** The notebook's name in the library; null as long as it is not in there. */
  notebookId: string | null;
  /** The published text as this page has it; a copy may have begun with an older one (`bundled`). */
  published: Bundled | null;
  saving: Saving;
  /** How many cells have outputs that are too large to be kept. */
  leftOut: number;
  /** Another tab writes; here the notebook only follows. */
  isReader: boolean;
  /** What could not be read when the notebook was opened. */
  damaged: readonly Damaged[];
  /** Keeps the notebook, once the page is there. */
  keeper: Keeper | null;
};

export const createLibrarySlice =
  (published: Bundled | null): StateCreator<NotebookState, [], [], LibrarySlice> =>
  () => ({
    notebookId: null,
    published,
    saving: { phase: "untouched" },
    leftOut: 0,
    isReader: false,
    damaged: [],
    keeper: null,
  });

/** The page's state, whose own steps leave the notebook alone where it is only followed. */
export function guarded(create: StateCreator<NotebookState>): StateCreator<NotebookState> {
  return (set, get, store) => {
    const setAllowed: typeof set = (
      change: Partial<NotebookState> | ((state: NotebookState) => Partial<NotebookState>),
    ) =>
      set((state) => {
        const next = typeof change === "function" ? change(state) : change;
        return state.linked ? asLinked(state, next) : asReader(state, next);
      });
    return create(setAllowed, get, store);
  };
}

/** The parts of the state that a reader must not change. */
const theNotebooks = ["order", "cells", "frame", "fileName", "runs", "queue", "dataFiles"] as const;

/**
 * What of a change to the page's state may happen where the notebook is only followed: nothing of the notebook, with a
 * word about it if the reader meant to. A change of language is one of the page.
 */
function asReader(state: NotebookState, change: Partial<NotebookState>): Partial<NotebookState> {
  const isChanged = (key: (typeof theNotebooks)[number]) => key in change && change[key] !== state[key];
  if (!state.isReader || "language" in change || !theNotebooks.some(isChanged)) return change;
  const isMeant = (key: (typeof theNotebooks)[number]) =>
    isChanged(key) && key !== "runs" && !(key === "queue" && change.queue?.length === 0);
  return theNotebooks.some(isMeant) ? { notice: { kind: "reader" } } : {};
}
