/*
 * Who says what between the page, the broker, the sandboxed frame and the worker. The page talks to the worker over the
 * port `rpc`, in the midst of which the frame keeps account, and to the frame over the port `ctl`, because a busy worker
 * hears nothing.
 */

import type { CellLanguage, CellToRun, LookRequest, Reference } from "../protocol";

/** Broker → page, by `postMessage`. Bytes are those that travel. */
export type BrokerMessage =
  | { kind: "ready" }
  | { kind: "progress"; loadedBytes: number; totalBytes: number }
  /** Something could not be loaded: what everything needs, or only what Python needs. */
  | { kind: "failed"; part: "kernel" | "python"; reason: string };

/**
 * Page → broker. Each once: the frame's port, and, when they are wanted, that Python's files be fetched. `hello` asks a
 * broker that was there before the page's script to say again that it is ready.
 */
export type BrokerCommand = { kind: "hello" } | { kind: "start"; ctl: MessagePort } | { kind: "python" };

/** Broker → frame, each once and in this order: the worker's code, the port to the page, and what Python boots from. */
export type FrameStart =
  | { kind: "worker"; code: Blob }
  | { kind: "page"; ctl: MessagePort }
  | { kind: "python"; files: RuntimeFiles };

/** Python's files by name, compressed with gzip. */
export type RuntimeFiles = Map<string, Blob>;

/** Page → frame. */
export type FrameCommand =
  /** A new worker, after the end of the one before. */
  | { kind: "spawn"; rpc: MessagePort }
  /** A new flag, please. */
  | { kind: "flag" }
  /** Stop the run that looks at this flag, or tidy up after it. */
  | { kind: "lower"; flag: string }
  | { kind: "answer"; question: number; text: string };

/** Frame → page. */
export type FrameMessage = { kind: "flag"; flag: string } | { kind: "crashed"; reason: string };

/** Page → frame, over a worker's port, beside Comlink's questions to the worker: one more of its messages has been dealt with. */
export type Taken = "taken";

/** Frame → page, over the same: the worker has been ended; a reason without a full stop. */
export interface Ended {
  ended: string;
}

/**
 * Frame → worker: first its port to the page, then what Python boots from, and the board on which answers to `input` appear.
 * The blob URL `calm` lasts as long as the page takes what it is sent, and another comes when it does so again.
 */
export type WorkerMessage =
  | { kind: "begin"; rpc: MessagePort; calm: string }
  | { kind: "calm"; calm: string }
  | { kind: "python"; files: RuntimeFiles; module?: WebAssembly.Module }
  | { kind: "board"; board: Board };

/**
 * How the frame can tell a blocked worker something: which of these blob URLs are revoked. `bits` spell the UUID of the
 * blob URL where the answer lies, `ready` is revoked when they do.
 */
export interface Board {
  ready: string;
  bits: string[];
}

/** What lies there: the text, the number of the question it answers, and the board for the next one. */
export interface Answer {
  question: number;
  text: string;
  board: Board;
}

/** A cell on its way to the worker. */
export interface CellRun extends CellToRun {
  /** Its place in the session's order, from 1. */
  count: number;
  /** What the session begins with. */
  reference: Reference;
  /** What lowers when the run is to stop. */
  flag: string;
}

/** What the worker offers to the page over `rpc`, beside its events. Answers are JSON, which the page reads as a stranger's. */
export interface WorkerApi {
  /** Resolves when TypeScript cells can run. */
  ready(): Promise<void>;
  /** Resolves when Python cells can run too; rejects with the reason when Python cannot be started. */
  python(): Promise<void>;
  /** Python's files will not come: whoever waits for them is told why. */
  noPython(reason: string): Promise<void>;
  /** Runs a cell; `count` names it in tracebacks, `flag` is the blob URL whose end means Stop. */
  run(cell: CellRun): Promise<"ok" | "error" | "interrupted">;
  complete(language: CellLanguage, code: string, offset: number): Promise<string>;
  inspect(language: CellLanguage, code: string, offset: number): Promise<string>;
  variables(): Promise<string>;
  look(request: LookRequest): Promise<string>;
  listFiles(): Promise<string>;
  readFile(name: string): Promise<Uint8Array<ArrayBuffer>>;
  writeFile(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  removeFile(name: string): Promise<void>;
}
