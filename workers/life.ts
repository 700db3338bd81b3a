import { type Remote, wrap } from "comlink";
import { BadMessage, readEvents } from "./events";
import type { CellEvent } from "./outputs";
import type { CellRun, WorkerApi } from "./sandbox/messages";

/** Messages of one second. The worker's batches come far slower; faster is somebody who wants to freeze the page. */
const messagesPerSecond = 1_000;

/**
 * One worker's life, seen from the page. Every promise of it settles: when the worker is ended they reject with the
 * reason, since an ended worker answers nothing.
 */
export class Life {
  readonly #port: MessagePort;
  readonly #api: Remote<WorkerApi>;
  readonly #ended: Promise<never>;
  #end: (reason: Error) => void = () => {};
  #report: (event: CellEvent) => void = () => {};
  #questions = 0; // asked so far
  #isAsking = false;
  #second = { startedAt: 0, messages: 0 };

  /** `onHostile` hears that the worker breaks the rules of the border, and how. */
  constructor(
    port: MessagePort,
    private readonly onHostile: (reason: string) => void,
  ) {
    this.#port = port;
    this.#ended = new Promise((_, reject) => {
      this.#end = reject;
    });
    this.#ended.catch(() => {}); // nobody may be waiting
    port.addEventListener("message", ({ data }) => this.#receive(data));
    this.#api = wrap(port);
  }

  /** Resolves when cells can run; rejects with the reason when Python cannot be started. */
  ready(): Promise<void> {
    return Promise.race([this.#api.ready(), this.#ended]);
  }

  /** Runs a cell. What it reports goes to `report`, until it has ended. */
  async run(cell: CellRun, report: (event: CellEvent) => void) {
    this.#report = report;
    try {
      const outcome = await Promise.race([this.#api.run(cell), this.#ended]);
      return outcome === "error" || outcome === "interrupted" ? outcome : "ok"; // whatever else it claims
    } finally {
      this.#report = () => {};
      this.#isAsking = false;
    }
  }

  /** The number of the question that stands, which is then answered; undefined without one. */
  takeQuestion(): number | undefined {
    if (!this.#isAsking) return undefined;
    this.#isAsking = false;
    return this.#questions;
  }

  /** Forgets the worker and rejects what waits for it. Ending the worker itself is the sandbox's affair. */
  end(reason: string): void {
    this.#report = () => {};
    this.#port.close();
    this.#end(new Error(reason));
  }

  #receive(message: unknown): void {
    try {
      for (const event of this.#read(message)) {
        this.#isAsking = event.type === "input";
        if (this.#isAsking) this.#questions++;
        this.#report(event);
      }
    } catch (error) {
      if (!(error instanceof BadMessage)) throw error;
      this.onHostile(error.message);
    }
  }

  /** The events in a message; none in Comlink's own. */
  #read(message: unknown): CellEvent[] {
    const now = performance.now();
    if (now - this.#second.startedAt > 1_000) this.#second = { startedAt: now, messages: 0 };
    if (++this.#second.messages > messagesPerSecond) throw new BadMessage("a cell flooded the page with messages");
    return typeof message === "string" ? readEvents(message) : [];
  }
}
