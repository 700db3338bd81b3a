import { deskOf, type Opened } from "../notebook/files";
import { createNotebookStore, type NotebookStore } from "../notebook/store";
import type { Linked } from "./decode";
import type { Origin, View } from "./slice";

/** A page's state with a notebook that came by a link: it can be looked at, folded and run, and nothing of it changed. */
export function createLinkedStore(linked: Linked, origin: Origin, view: View): NotebookStore {
  const { notebook, fileName, bundled, language } = linked;
  const opened: Opened = { desk: deskOf(notebook, fileName), bundled, published: null };
  const store = createNotebookStore(opened);
  if (language) store.setState({ language }); // what its prose stands in, until the reader's is known
  store.setState({ isReader: true, linked: { origin, ...view } });
  return store;
}
