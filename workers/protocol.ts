/*
 * The border between the page and the place where cells run: types only, values that survive structured cloning.
 * What a cell does comes back as events, in order. A Python exception is a result; a rejected promise means that the
 * kernel itself broke.
 */

/** The same content in several forms, by mime type; values of `+json` types are JSON, all others text. */
export type MimeBundle = { "text/plain": string } & { [mime: string]: unknown };

/** What a running cell reports; `started` comes first, `done` last, each always and once. */
export type RunEvent =
  | { type: "started"; executionCount: number }
  /** A lone `\r` in `text` goes back to the start of the line, also of one that an earlier event began. */
  | { type: "stream"; name: "stdout" | "stderr"; text: string }
  /** The cell waits for `Kernel.answer`. The question stands until the next event of this run. */
  | { type: "input"; prompt: string }
  | { type: "display"; bundle: MimeBundle }
  | { type: "result"; bundle: MimeBundle }
  /** `traceback` has one entry a line or frame, as nbformat keeps it, without the kernel's own frames. */
  | { type: "error"; name: string; message: string; traceback: string[] }
  | { type: "done"; outcome: Outcome; durationMs: number };

/** How a run ended; "lost" is one that was ended with the worker, or never started. */
export type Outcome = "ok" | "error" | "interrupted" | "lost";

/** What the kernel is doing. Bytes are those of the files that a start needs, as they travel (compressed). */
export type KernelStatus =
  | { phase: "starting"; step: "loading" | "booting"; loadedBytes: number; totalBytes: number }
  | { phase: "ready" }
  | { phase: "busy" }
  /** Stop was pressed and the cell has not ended yet. */
  | { phase: "stopping" }
  /** Nothing runs any more until `restart`; `reason` is a sentence. */
  | { phase: "dead"; reason: string };

/** Whose numbers and behaviour a session begins with: MindSpore 1.2–1.8 or 1.9–2.7. */
export type Reference = "1.6" | "2.x";

/** What a cell may be written in. */
export type CellLanguage = "python" | "typescript";

/** A cell on its way to the kernel. */
export interface CellToRun {
  /** The notebook's name for the cell. */
  id: string;
  code: string;
  language: CellLanguage;
  /** What a session begins with ("1.6" if it is left out): heard with its first cell; afterwards the cells themselves may change it. */
  reference?: Reference;
}

export interface Kernel {
  /** The latest status, and every one after it. Returns what ends the subscription. */
  watch(listener: (status: KernelStatus) => void): () => void;
  /**
   * Runs one cell and resolves after `done`. Runs queue and never overlap; one that waits for the kernel's start waits.
   * After Stop or Restart the queued ones are `done` with outcome "lost" without having `started`.
   */
  run(cell: CellToRun, report: (event: RunEvent) => void): Promise<void>;
  /** The line for the `input` event that stands; without one it does nothing. */
  answer(text: string): void;
  /** Interrupts the running cell, keeps its variables, and drops the queue. A cell that does not stop within a second is ended with the worker: outcome "lost". */
  stop(): void;
  /** A fresh kernel: variables and seeds are gone. Resolves when it is ready. */
  restart(): Promise<void>;
  /** Ends the kernel for good. */
  close(): void;
}
