import { createContext, use, useId } from "react";
import { useNotebook, useNotebookStore } from "../notebook/store";
import type { Choice } from "./choice";

/** Where outputs stand: what is chosen for them is kept under this name. `isLive`: the kernel that made them still runs. */
export type Place = { name: string; isLive: boolean };

export const LensPlace = createContext<Place | null>(null);

/** What is chosen for the lens here, and how it is changed. */
export function useChoice(part = ""): [Choice, (change: Choice) => void] {
  const store = useNotebookStore();
  const id = useId();
  const place = `${use(LensPlace)?.name ?? id}${part}`;
  const choice = useNotebook((state) => state.lenses[place]) ?? nothing;
  return [choice, (change) => store.getState().chooseLens(place, change)];
}
const nothing: Choice = {};
