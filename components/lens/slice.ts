import type { StateCreator } from "zustand";
import type { Kernel } from "../../workers/protocol";
import { isUnderWay, type Run } from "../notebook/runs";
import type { NotebookState } from "../notebook/store";
import { type Ask, refuse } from "./ask";
import type { Choice } from "./choice";
import { completer } from "./complete";
import { deskFor } from "./desk";
import { heldViews, withViews } from "./keptView";
import { releaser } from "./release";

export type LensSlice = {
  /** What the reader has chosen to see of each output, by its place; running the cell again keeps it. */
  lenses: { readonly [place: string]: Choice };
  chooseLens(place: string, change: Choice): void;
  /** What the kernel knows of the numbers behind an output. */
  askNumbers: Ask;
  /** Asks this kernel from now on. Returns what ends that. */
  attachLens(kernel: Kernel): () => void;
};

export const createLensSlice: StateCreator<NotebookState, [], [], LensSlice> = (set, get, api) => {
  let kernel: Kernel | null = null;
  const askNumbers = deskFor(async (request) => (await kernel?.look(request).catch(() => null)) ?? refuse("gone"));
  /** Writes what is chosen into the outputs of a notebook that is the reader's own, which so keeps it. */
  const keepViews = (now: NotebookState, before: NotebookState) => {
    const { runs, notebookId, isReader } = now;
    if (runs === before.runs && now.lenses === before.lenses && notebookId === before.notebookId) return;
    // with another order, another notebook may have come
    const lenses = now.order === before.order ? heldViews(now.lenses, before.runs, runs) : now.lenses;
    const isAll = lenses !== before.lenses || notebookId !== before.notebookId;
    const changed: { [id: string]: Run } = {};
    if (notebookId !== null && !isReader)
      for (const [id, run] of Object.entries(runs)) {
        if (isUnderWay(run) || !(isAll || run !== before.runs[id])) continue;
        const outputs = withViews(run.outputs, id, lenses);
        if (outputs !== run.outputs) changed[id] = { ...run, outputs: [...outputs] };
      }
    const isChanged = Object.keys(changed).length > 0;
    if (isChanged || lenses !== now.lenses) set({ lenses, runs: isChanged ? { ...runs, ...changed } : runs });
  };

  return {
    lenses: {},
    chooseLens: (place, change) =>
      set(({ lenses }) => ({ lenses: { ...lenses, [place]: { ...lenses[place], ...change } } })),
    askNumbers,
    attachLens: (next) => {
      kernel = next;
      const complete = completer(askNumbers, get, set);
      const release = releaser(askNumbers, get);
      const unsubscribe = api.subscribe((state, before) => {
        keepViews(state, before);
        if (state.lenses !== before.lenses) complete.soon();
        const isNews = state.runs !== before.runs || state.value !== before.value;
        if (!isNews && state.kernelStatus.phase === before.kernelStatus.phase) return;
        release.after(before);
        complete.soon();
      });
      return () => {
        unsubscribe();
        complete.close();
        kernel = null;
      };
    },
  };
};
