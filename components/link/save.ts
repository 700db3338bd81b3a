import { addNotebook, freeName } from "../library/library";
import { titleOf } from "../library/shelf";
import { cutOff } from "../notebook/runs";
import type { NotebookStore } from "../notebook/store";

/** Makes the linked notebook one of the reader's own, with what was run here, and goes there. */
export async function saveCopy(store: NotebookStore): Promise<void> {
  const { frame, order, cells, runs, fileName, linked } = store.getState();
  if (!linked || linked.isEmbedded) return;
  const still = Object.fromEntries(Object.entries(runs).map(([id, run]) => [id, cutOff(run)]));
  const name = await freeName(titleOf(fileName));
  const id = await addNotebook({ frame, order, cells, runs: still, fileName: name });
  location.hash = id;
}
