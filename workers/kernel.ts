import { type CellEvent, Outputs } from "./outputs";
import type { Completion, Inspection, Variable } from "./protocol";
import type { CellRun } from "./sandbox/messages";
import type { StopSignal } from "./stop";

/** What the place where a kernel lives must offer: a worker in the browser, or a Node process. */
export interface Surroundings {
  send(events: CellEvent[]): void;
  /** Whether whom it sends to takes it more slowly than it comes. Costs up to 2 ms. */
  isPageBehind?(): boolean;
  stop: StopSignal;
  /** Blocks for so long, or until `isStopped`, which it asks now and then; returns whether it was stopped. */
  wait(isStopped: () => boolean, ms: number): boolean;
  /** When somebody can be asked; at once, if it is left out. */
  canAsk?: Promise<unknown>;
  /** Blocks for the user's line; undefined when Stop was pressed. @throws {Error} if there is nobody to ask */
  receive(isStopped: () => boolean): string | undefined;
}

/** What a language does for the kernel. */
export interface Language {
  /** Runs a cell to its end; false when it raised, which it has reported itself. */
  run(cell: Pick<CellRun, "code" | "count">): Promise<boolean>;
  /** Throws what stops a cell of this language, from inside a long loop of the engine. */
  interrupt(): void;
  complete(code: string, offset: number): Completion[];
  inspect(code: string, offset: number): Inspection | null;
  /** The names that cells have made. Runs nothing of the user's. */
  variables(): Variable[];
}

/** What a language is given by the kernel. */
export interface Host {
  outputs: Outputs;
  stop: StopSignal;
  /** Whether an interrupt must be raised now. Called from every loop; it also sends what was printed. */
  isStopped(): boolean;
  /** Blocks; true when it was interrupted. */
  sleep(ms: number): boolean;
  /** When `ask` can be called. */
  canAsk: Promise<unknown>;
  /** The line typed by the user; undefined when it was interrupted. */
  ask(prompt: string): string | undefined;
}

export function openHost({ send, isPageBehind, stop, wait, canAsk = Promise.resolve(), receive }: Surroundings): Host {
  const outputs = new Outputs(send, isPageBehind);
  const isStopped = () => {
    outputs.sendWhenDue();
    return stop.isDue();
  };
  return {
    outputs,
    stop,
    isStopped,
    canAsk,
    sleep(ms) {
      outputs.sendBefore(ms);
      const stopped = wait(isStopped, ms);
      if (stopped) stop.take();
      return stopped;
    },
    ask(prompt) {
      outputs.ask(prompt);
      const text = receive(isStopped);
      if (text === undefined) stop.take();
      else outputs.print("stdout", `${prompt}${text}\n`); // the dialogue stays in the output
      return text;
    },
  };
}

/** How long the page's questions between the runs may take. */
const asideMs = 500;

/** What the page asks for between the runs: it may run a property of the user's, so it ends by the clock. */
export function aside<T>({ stop }: Host, ask: () => T, otherwise: T): T {
  stop.beginFor(asideMs);
  try {
    return ask();
  } catch {
    return otherwise;
  } finally {
    stop.end();
  }
}

/** Runs one cell; what it shows is sent before this resolves. Rejects only if the kernel itself is broken. */
export async function runCell(
  { outputs, stop }: Host,
  language: Language,
  cell: CellRun,
): Promise<"ok" | "error" | "interrupted"> {
  stop.begin(cell.flag);
  outputs.begin();
  try {
    const wentWell = await language.run(cell);
    return wentWell ? "ok" : stop.taken ? "interrupted" : "error";
  } finally {
    stop.end();
    outputs.end();
  }
}
