/*
 * The border between the page and the place where cells run: types only, values that survive structured cloning.
 * What a cell does comes back as events, in order. A Python exception is a result; a rejected promise means that the
 * kernel itself broke.
 */

import type { LookAnswer, LookRequest } from "./look/types";

export type * from "./look/types";

/** The same content in several forms, by mime type; values of `+json` types are JSON, all others text. */
export type MimeBundle = { "text/plain": string } & { [mime: string]: unknown };

export type BundleMetadata = { [mime: string]: unknown };

/** How much of a stream was left out. */
export type Skipped = { lines: number; characters: number };

/** What a running cell reports; `started` comes first, `done` last, each always and once. */
export type RunEvent =
  | { type: "started"; executionCount: number }
  /**
   * Text without controls but for line feeds, tabs and the escapes of styles (SGR). It takes the place of the last
   * `erase` characters of the same stream, if nothing has come between. `skipped` is what a flood has left out since the
   * last event of this stream without it; such an event takes the place of every earlier one.
   */
  | { type: "stream"; name: "stdout" | "stderr"; text: string; erase?: number; skipped?: Skipped }
  /** The cell waits for `Kernel.answer`. The question stands until the next event of this run. */
  | { type: "input"; prompt: string }
  /** A later display with the same slot in the same run takes the place of this one. `metadata` is nbformat's, by mime type. */
  | { type: "display"; bundle: MimeBundle; metadata?: BundleMetadata; slot?: string }
  | { type: "result"; bundle: MimeBundle; metadata?: BundleMetadata }
  /** All that this run has shown until now is taken away. */
  | { type: "clear" }
  /** `traceback` has one entry a line or frame, as nbformat keeps it, without the kernel's own frames. */
  | { type: "error"; name: string; message: string; traceback: string[] }
  | { type: "done"; outcome: Outcome; durationMs: number };

/** How a run ended; "lost" is one that was ended with the worker, or never started. */
export type Outcome = "ok" | "error" | "interrupted" | "lost";

/**
 * What the kernel is doing, and beside it how far Python is. TypeScript cells run from "ready" on; a Python cell, and every
 * cell queued behind it, waits until Python is ready too.
 */
export type KernelStatus = { python: PythonStatus } & (
  | { phase: "starting" }
  | { phase: "ready" }
  | { phase: "busy" }
  /** Stop was pressed and the cell has not ended yet. */
  | { phase: "stopping" }
  /** Nothing runs any more until `restart`; `reason` is a sentence. */
  | { phase: "dead"; reason: string }
);

/** Bytes are those of the files that a start of Python needs, as they travel (compressed). */
export type PythonStatus =
  | { phase: "loading"; loadedBytes: number; totalBytes: number }
  | { phase: "booting" }
  | { phase: "ready" }
  /** No Python cell runs until `restart`; `reason` is a sentence. */
  | { phase: "failed"; reason: string };

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
  /** It is the page that looks at something: the run is not counted. */
  silent?: boolean;
  /** What a session begins with ("1.6" if it is left out): heard with its first cell; afterwards the cells themselves may change it. */
  reference?: Reference;
}

/** What a completion stands for; the page shows a sign for each. */
export type CompletionKind =
  | "class"
  | "constant"
  | "function"
  | "keyword"
  | "method"
  | "module"
  | "parameter"
  | "property"
  | "text"
  | "variable";

/** A text that may stand where the cursor is. */
export interface Completion {
  /** Takes the place of what stands from `from` to the cursor. */
  text: string;
  /** Where that begins: an offset into the code, in UTF-16 units. */
  from: number;
  kind: CompletionKind;
  /** One line beside it: a type or a signature. */
  detail?: string;
  documentation?: string;
}

/** What is known of the live value whose name stands at an offset. */
export interface Inspection {
  /** The expression that was looked up, and where it stands in the code. */
  name: string;
  from: number;
  to: number;
  /** One line: its type, or a signature with the parameters. */
  signature?: string;
  documentation?: string;
  /** One line: the value as it would print, cut. */
  value?: string;
}

/** A name that the reader's cells have made. */
export interface Variable {
  name: string;
  language: CellLanguage;
  /** The name of its class. */
  type: string;
  shape?: number[];
  /** As it prints: "Float32" of a tensor, "float32" of an array. */
  dtype?: string;
  /** Of its elements; absent where that says nothing. */
  bytes?: number;
}

/** A file in the folder where cells read and write. */
export interface KernelFile {
  name: string;
  bytes: number;
  /** When it was last written, in milliseconds since 1970. */
  modified: number;
}

export interface Kernel {
  /** The latest status, and every one after it. Returns what ends the subscription. */
  watch(listener: (status: KernelStatus) => void): () => void;
  /**
   * Runs one cell and resolves after `done`. Runs queue and never overlap; one that waits for a language's start waits.
   * After Stop or Restart the queued ones are `done` with outcome "lost" without having `started`.
   */
  run(cell: CellToRun, report: (event: RunEvent) => void): Promise<void>;
  /** The line for the `input` event that stands; without one it does nothing. */
  answer(text: string): void;
  /** Interrupts the running cell, keeps its variables, and drops the queue. A cell that does not stop within a second is ended with the worker: outcome "lost". */
  stop(): void;
  /** A fresh kernel: variables and seeds are gone. Resolves when it is ready. */
  restart(): Promise<void>;
  /** A fresh kernel whose cells may reach these hosts by https, and nobody else; at first it is nobody. Resolves as `restart`. */
  allow(hosts: readonly string[]): Promise<void>;
  /** The hosts that they may reach now. */
  readonly hosts: readonly string[];
  /** Ends the kernel for good. */
  close(): void;

  // What the live variables know. Never waits: empty while a cell runs, or before the language has started.

  /** What may stand at an offset of a cell's code. */
  complete(language: CellLanguage, code: string, offset: number): Promise<Completion[]>;
  /** What is known of the name at an offset of a cell's code. */
  inspect(language: CellLanguage, code: string, offset: number): Promise<Inspection | null>;
  /** The names that the cells have made, of both languages, in the order in which they came. */
  variables(): Promise<Variable[]>;

  /**
   * The numbers behind an output, by the handle in its `application/vnd.sporebook.tensor+json`. Never rejects. While a cell runs,
   * the answer comes when that has ended or awaits something; "busy" is what would keep such a cell waiting, and a kernel that
   * starts. An answer has at most 2²⁰ characters.
   */
  look<K extends LookRequest["kind"]>(request: Extract<LookRequest, { kind: K }>): Promise<LookAnswer<K>>;

  // The cells' working folder. It is Python's: these calls wait for it, and while a cell runs.

  /** Rejects, as do the next three, if Python cannot be started. */
  listFiles(): Promise<KernelFile[]>;
  /** Rejects if there is no such file. */
  readFile(name: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Makes the file, or takes the place of the one with this name. Rejects if the name is not a plain file name. */
  writeFile(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Rejects if there is no such file. */
  removeFile(name: string): Promise<void>;
}

/** What the page asks of the frame that fetches a file from elsewhere: its address, and the hosts that it may come from. */
export type FetchTask = { address: string; hosts: string[]; limit: number; patienceMs: number };

/** The file, or why there is none; `refused`: the host forbids it, or could not be reached, and a browser never tells which. */
export type FetchAnswer =
  | { bytes: Uint8Array<ArrayBuffer> }
  | { problem: "refused" | "slow" | "tooLarge" }
  | { problem: "status" | "elsewhere"; detail: string };
