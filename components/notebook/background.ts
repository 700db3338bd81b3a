import { decode } from "./decode";
import { notebookText, parseNotebook } from "./file";
import type { FileAnswer, FileTask } from "./fileWorker";
import type { Notebook } from "./nbformat";
import { NotebookError } from "./problems";

/** From here on a file is read and written beside the page; below, starting a worker takes longer than the work. */
const largeFrom = 1_000_000; // bytes or characters

/**
 * The notebook that a file's bytes hold, without keeping the page from answering.
 *
 * @throws {NotebookError} as `parseNotebook`
 */
export async function readNotebook(bytes: Uint8Array<ArrayBuffer>): Promise<Notebook> {
  if (bytes.length >= largeFrom) {
    const answer = await ask({ read: bytes.buffer });
    if (answer && "problem" in answer) throw new NotebookError(answer.problem);
    if (answer && "notebook" in answer) return answer.notebook;
  }
  return parseNotebook(decode(bytes));
}

/** The notebook's file, without keeping the page from answering. */
export async function writeNotebook(notebook: Notebook): Promise<string> {
  if (sizeOf(notebook) >= largeFrom) {
    const answer = await ask({ write: notebook });
    if (answer && "text" in answer) return answer.text;
  }
  return notebookText(notebook);
}

/** What the worker says; undefined where there can be none, and the page does it itself. */
function ask(task: FileTask): Promise<FileAnswer | undefined> {
  return new Promise((resolve) => {
    try {
      const worker = new Worker(new URL("./fileWorker.ts", import.meta.url), { type: "module" });
      const end = (answer?: FileAnswer) => {
        worker.terminate();
        resolve(answer);
      };
      worker.onmessage = ({ data }: MessageEvent<FileAnswer>) => end(data);
      worker.onerror = () => end();
      worker.onmessageerror = () => end();
      worker.postMessage(task); // copied: if the worker fails, the page still has it
    } catch {
      resolve(undefined);
    }
  });
}

/** Roughly, in characters: the long texts of a notebook are its outputs and sources. */
function sizeOf({ cells }: Notebook): number {
  let size = 0;
  const add = (value: unknown): void => {
    if (size >= largeFrom) return;
    if (typeof value === "string") size += value.length;
    else if (typeof value === "object" && value !== null) {
      size += 8;
      for (const part of Object.values(value)) add(part);
    }
  };
  add(cells);
  return size;
}
