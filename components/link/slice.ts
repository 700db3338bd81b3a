import type { StateCreator } from "zustand";
import type { NotebookState } from "../notebook/store";
import type { Linked } from "./decode";

/** Where a notebook that is not the reader's came from: a link that holds it, or the address of a file elsewhere. */
export type Origin = { kind: "link"; changes: Linked["changes"] } | { kind: "address"; host: string; address: string };

/** How a linked notebook is shown: `isReading` without code, `isEmbedded` with nothing around it, inside of another page. */
export type View = { isReading: boolean; isEmbedded: boolean };

export type LinkSlice = {
  /** The notebook came by a link and can only be looked at and run; null if it is the reader's own or a published one. */
  linked: (View & { origin: Origin }) | null;
  setReading(isReading: boolean): void;
};

export const createLinkSlice: StateCreator<NotebookState, [], [], LinkSlice> = (set) => ({
  linked: null,
  setReading: (isReading) => set(({ linked }) => (linked ? { linked: { ...linked, isReading } } : {})),
});

/** The parts of the state that a linked notebook keeps; what runs put out, and files that they write, are not among them. */
const kept = ["order", "frame", "fileName"] as const;

/** What of a change may happen to a linked notebook: nothing of its text. Folding something is looking at it. */
export function asLinked(state: NotebookState, change: Partial<NotebookState>): Partial<NotebookState> {
  if ("language" in change) return change; // the published prose in the reader's own language
  const isChanged = kept.some((key) => key in change && change[key] !== state[key]);
  if (!isChanged && (!change.cells || change.cells === state.cells || isFolding(state.cells, change.cells)))
    return change;
  return { notice: { kind: "linked" } };
}

type Bodies = NotebookState["cells"];

function isFolding(before: Bodies, after: Bodies): boolean {
  const ids = Object.keys(after);
  return (
    ids.length === Object.keys(before).length &&
    ids.every((id) => {
      const [was, is] = [before[id], after[id]];
      return was === is || (was?.source === is?.source && was?.cell_type === is?.cell_type);
    })
  );
}
