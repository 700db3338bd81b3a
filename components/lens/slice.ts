import type { StateCreator } from "zustand";
import type { Kernel } from "../../workers/protocol";
import type { NotebookState } from "../notebook/store";
import { type Ask, refuse } from "./ask";
import type { Choice } from "./choice";
import { completer } from "./complete";
import { deskFor } from "./desk";
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
