/* Reads and writes large notebooks beside the page, so that the page stays free. */

import { decode } from "./decode";
import { NotebookError, notebookText, parseNotebook } from "./file";
import type { Notebook } from "./nbformat";
import type { Problem } from "./problems";

export type FileTask = { read: ArrayBuffer } | { write: Notebook };
export type FileAnswer = { notebook: Notebook } | { text: string } | { problem: Problem } | { broke: string };

addEventListener("message", ({ data }: MessageEvent<FileTask>) => postMessage(answerTo(data)));

function answerTo(task: FileTask): FileAnswer {
  try {
    if ("write" in task) return { text: notebookText(task.write) };
    return { notebook: parseNotebook(decode(new Uint8Array(task.read))) };
  } catch (error) {
    return error instanceof NotebookError ? { problem: error.problem } : { broke: String(error) };
  }
}
