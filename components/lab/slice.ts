import type { StateCreator } from "zustand";
import type { NotebookState } from "../notebook/store";
import { firstFields, type LabFields, withSeed } from "./state";

export type LabSlice = {
  /** What stands in the fields of the initializer lab; it outlives the panel. */
  lab: LabFields;
  setLab(change: Partial<LabFields>): void;
  /** Draws anew, with a seed so many further. */
  redrawLab(by: number): void;
};

export const createLabSlice: StateCreator<NotebookState, [], [], LabSlice> = (set) => ({
  lab: firstFields,
  setLab: (change) => set(({ lab }) => ({ lab: { ...lab, ...change } })),
  redrawLab: (by) => set(({ lab }) => ({ lab: { ...lab, ...withSeed(lab, by) } })),
});
