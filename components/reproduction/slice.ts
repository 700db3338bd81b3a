import type { StateCreator } from "zustand";
import type { NotebookState } from "../notebook/store";

export type ReproductionSlice = {
  /** The cell whose output is compared with the expected one, in its panel. */
  compared: string | null;
  compare(id: string): void;
};

export const createReproductionSlice: StateCreator<NotebookState, [], [], ReproductionSlice> = (set, get) => ({
  compared: null,
  compare: (id) => {
    set({ compared: id });
    get().openPanel("comparison");
  },
});
