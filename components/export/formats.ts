import { download } from "../notebook/disk";
import { notebookOf } from "../notebook/files";
import type { Notebook } from "../notebook/nbformat";
import type { NotebookStore } from "../notebook/store";
import type { Language, texts } from "../text";
import { fileNameFor } from "./fileName";

export type Format = keyof (typeof texts)["formats"];

type Writer = { type: string; write(notebook: Notebook, name: string, reader: Language): Promise<string> };

/** What a notebook can be downloaded as. The writers are loaded when they are asked for. */
export const formats: { readonly [F in Format]: Writer } = {
  ipynb: {
    type: "application/x-ipynb+json",
    write: async (notebook) => (await import("../notebook/background")).writeNotebook(notebook),
  },
  html: { type: "text/html", write: writeHtml },
  md: {
    type: "text/markdown",
    write: async (notebook, _, reader) => (await import("./markdown")).markdownText(notebook, reader),
  },
  py: {
    type: "text/x-python",
    write: async (notebook, name, reader) => (await import("./script")).scriptText(notebook, "python", name, reader),
  },
  ts: {
    type: "text/plain",
    write: async (notebook, name, reader) =>
      (await import("./script")).scriptText(notebook, "typescript", name, reader),
  },
};

async function writeHtml(notebook: Notebook, name: string, reader: Language): Promise<string> {
  const [{ holdsMath, htmlText }, { plotPictures }, { harmless }, { mathStyle }] = await Promise.all([
    import("./html"),
    import("./plotPictures"),
    import("../output/framedHtml"),
    import("./mathStyle"),
  ]);
  const harmlessHtml = (html: string) => {
    const { styles, body } = harmless(html);
    return styles + body.innerHTML;
  };
  const extras = { pictures: await plotPictures(notebook, reader), harmlessHtml };
  const html = htmlText(notebook, name, reader, extras);
  return holdsMath(html) ? htmlText(notebook, name, reader, { ...extras, mathStyle: await mathStyle(html) }) : html;
}

/** Hands the notebook to the browser as a download in this format. Needs nothing of the browser's storage. */
export async function downloadAs(store: NotebookStore, format: Format): Promise<void> {
  const state = store.getState();
  const { type, write } = formats[format];
  const text = await write(notebookOf(state), state.fileName, state.language);
  download(text, fileNameFor(state.fileName, format), `${type};charset=utf-8`);
  if (format === "ipynb") state.markSaved();
}
