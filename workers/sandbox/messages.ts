/*
 * Who says what between the page, the broker, the sandboxed frame and the worker. The page talks to the worker over the
 * port `rpc` and to the frame over the port `ctl`, because a busy worker hears nothing.
 */

import type { CellToRun, Reference } from "../protocol";

/** Broker → page, by `postMessage`. Bytes are those that travel. */
export type BrokerMessage =
  | { kind: "ready" }
  | { kind: "progress"; loadedBytes: number; totalBytes: number }
  | { kind: "failed"; reason: string };

/** Page → broker, once. */
export interface BrokerStart {
  ctl: MessagePort;
}

/** Broker → frame, once; the files by name, compressed with gzip. */
export interface FrameStart {
  ctl: MessagePort;
  files: Map<string, Blob>;
  worker: Blob;
}

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

/** Frame → worker: first what it boots from, then the board on which answers to `input` appear. */
export type WorkerMessage =
  | { kind: "boot"; rpc: MessagePort; files: Map<string, Blob>; module?: WebAssembly.Module }
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

/** What the worker offers to the page over `rpc`, beside its events. */
export interface WorkerApi {
  /** Resolves when cells can run; rejects with the reason when Python cannot be started. */
  ready(): Promise<void>;
  /** Runs a cell; `count` names it in tracebacks, `flag` is the blob URL whose end means Stop. */
  run(cell: CellRun): Promise<"ok" | "error" | "interrupted">;
}
