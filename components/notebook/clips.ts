import { clipNotebook } from "./clipboard";
import type { Cell } from "./nbformat";
import type { NotebookStore } from "./store";
import { stored } from "./stored";

/** The most that is left for other tabs, in characters; more stays in this one. */
const limit = 1_000_000;

/** The kind under which cells are on the system's clipboard, beside their plain text. */
export const clipMime = "application/x-ipynb+json";

/** What this page left for the other tabs last. */
let ours: string | null = null;

/** The cells as text that `parseClip` reads. */
export function clipText(cells: readonly Cell[]): string {
  return JSON.stringify(clipNotebook(cells));
}

/** Takes the selected cells along, for this notebook and for those in other tabs of this browser. */
export function copyShared(store: NotebookStore, how: "cut" | "copy"): void {
  store.getState().copyCells(how);
  const { clip } = store.getState();
  if (!clip) return;
  const text = clipText(clip.cells);
  ours = text.length > limit ? "" : text;
  try {
    localStorage.setItem(stored.clip, ours);
  } catch {
    // storage is closed to us or full: the cells stay in this page
  }
}

/** Pastes what was copied last, here or in another tab. */
export async function pasteShared(store: NotebookStore, where: "below" | "above" | "replace"): Promise<void> {
  const shared = readShared();
  const cells = shared !== null && shared !== "" && shared !== ours ? await parseClip(shared) : null;
  store.getState().pasteCells(where, cells ?? undefined);
}

/** The cells that a text holds; null if it holds none. */
export async function parseClip(text: string): Promise<readonly Cell[] | null> {
  const { parseNotebook } = await import("./file");
  try {
    return parseNotebook(text).cells;
  } catch {
    return null;
  }
}

function readShared(): string | null {
  try {
    return localStorage.getItem(stored.clip);
  } catch {
    return null;
  }
}
