import { notebookOf } from "./files";
import type { Notebook } from "./nbformat";
import { NotebookError } from "./problems";
import type { NotebookStore } from "./store";

/** What the file chooser offers, and what a drop on the page opens. */
export const notebookFiles = ".ipynb,.json,.py,.ts,.md,application/json,text/markdown,text/x-python";
export const isNotebookFile = (name: string) => /\.(ipynb|py|ts|md)$/i.test(name);

/** Gives `open` the notebook that a file holds; if it holds none, says why and leaves everything as it is. */
export async function openFile(
  store: NotebookStore,
  file: File,
  open: (notebook: Notebook, fileName: string) => void,
): Promise<void> {
  const { notify } = store.getState();
  try {
    const notebook = await notebookIn(file);
    open(notebook, file.name.replace(/\.(py|ts|md)$/i, ".ipynb"));
  } catch (error) {
    if (error instanceof NotebookError) notify({ kind: "notNotebook", name: file.name, problem: error.problem });
    else notify({ kind: "unreadable", name: file.name });
  }
}

/** @throws {NotebookError} if the file holds no notebook */
async function notebookIn(file: File): Promise<Notebook> {
  const [{ readNotebook }, { limits }] = await Promise.all([import("./background"), import("./schema")]);
  if (file.size > limits.characters * 4)
    // bytes: no character takes more
    throw new NotebookError({ code: "tooLarge", characters: file.size, limit: limits.characters });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const script = /\.(py|ts|md)$/i.exec(file.name)?.[1]?.toLowerCase();
  if (!script) return readNotebook(bytes);
  const [{ decode }, { readScript }, { readMarkdown }] = await Promise.all([
    import("./decode"),
    import("../export/script"),
    import("../export/markdown"),
  ]);
  const text = decode(bytes);
  const notebook = script === "md" ? readMarkdown(text) : readScript(text, script === "py" ? "python" : "typescript");
  if (notebook.cells.length > limits.cells)
    throw new NotebookError({ code: "tooManyCells", count: notebook.cells.length, limit: limits.cells });
  return notebook;
}

/** Hands the notebook to the browser as a download. */
export async function saveFile(store: NotebookStore): Promise<void> {
  const { writeNotebook } = await import("./background");
  const state = store.getState();
  download(await writeNotebook(notebookOf(state)), state.fileName, "application/x-ipynb+json");
  state.markSaved();
}

/** Hands content to the browser as a download, out of memory. */
export function download(content: BlobPart, name: string, type: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // the download has begun long before
}
