import { createContext, use, useId } from "react";
import { useNotebook, useNotebookStore } from "../notebook/store";
import type { Choice } from "./choice";

/** Where outputs stand: what is chosen for them is kept under this name. `isLive`: the kernel that made them still runs. */
export type Place = {
  name: string;
  isLive: boolean;
  /** What the notebook says of how they are looked at, by the part of the place; it holds until something else is chosen. */
  kept?: { readonly [part: string]: Choice };
};

export const LensPlace = createContext<Place | null>(null);

/** What is chosen for the lens here, and how it is changed. */
export function useChoice(part = ""): [Choice, (change: Choice) => void] {
  const store = useNotebookStore();
  const id = useId();
  const { name = id, kept } = use(LensPlace) ?? {};
  const place = `${name}${part}`;
  const first = kept?.[part] ?? nothing;
  const choice = useNotebook((state) => state.lenses[place]) ?? first;
  const choose = (change: Choice) => {
    const { lenses, chooseLens } = store.getState();
    chooseLens(place, lenses[place] ? change : { ...first, ...change });
  };
  return [choice, choose];
}
const nothing: Choice = {};
