import { notebookOf } from "./files";
import type { Notebook } from "./nbformat";
import type { NotebookStore } from "./store";

/** Gives `open` the notebook that a file holds; if it holds none, says why and leaves everything as it is. */
export async function openFile(
  store: NotebookStore,
  file: File,
  open: (notebook: Notebook, fileName: string) => void,
): Promise<void> {
  const { parseNotebook, NotebookError, limits } = await import("./file");
  const { notify } = store.getState();
  try {
    if (file.size > limits.characters * 4)
      // bytes: no character takes more
      throw new NotebookError({ code: "tooLarge", characters: file.size, limit: limits.characters });
    open(parseNotebook(await file.text()), file.name);
  } catch (error) {
    if (error instanceof NotebookError) notify({ kind: "notNotebook", name: file.name, problem: error.problem });
    else notify({ kind: "unreadable", name: file.name });
  }
}

/** Hands the notebook to the browser as a download. */
export async function saveFile(store: NotebookStore): Promise<void> {
  const { notebookText } = await import("./file");
  const state = store.getState();
  const text = notebookText(notebookOf(state));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/x-ipynb+json" }));
  link.download = state.fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // the download has begun long before
  state.markSaved();
}
