import { type Remote, wrap } from "comlink";
import { readEvents } from "./events";
import type { CellEvent } from "./outputs";
import type { WorkerApi } from "./sandbox/messages";

/** Messages of one second. The worker's batches come far slower; faster is somebody who wants to freeze the page. */
const messagesPerSecond = 1_000;

/**
 * One worker's life, seen from the page. Every promise of it settles: when the worker is ended they reject with the
 * reason, since an ended worker answers nothing.
 */
export class Life {
  /** Receives what the running cell reports. */
  onEvent: (event: CellEvent) => void = () => {};
  readonly #port: MessagePort;
  readonly #api: Remote<WorkerApi>;
  readonly #end: Promise<never>;
  #reject: (reason: Error) => void = () => {};
  #second = { startedAt: 0, messages: 0 };

  /** `onHostile` hears that the worker breaks the rules of the border. */
  constructor(port: MessagePort, onHostile: (reason: string) => void) {
    this.#port = port;
    this.#end = new Promise((_, reject) => {
      this.#reject = reject;
    });
    this.#end.catch(() => {});
    port.addEventListener("message", ({ data }) => {
      if (!this.#isSlowEnough()) return onHostile("a cell flooded the page with messages");
      if (typeof data !== "string") return; // Comlink's
      try {
        for (const event of readEvents(data)) this.onEvent(event);
      } catch (error) {
        onHostile(`a cell broke the kernel's messages: ${(error as Error).message}`);
      }
    });
    this.#api = wrap(port);
  }

  ready(): Promise<void> {
    return Promise.race([this.#api.ready(), this.#end]);
  }

  async run(code: string, count: number, flag: string): Promise<"ok" | "error" | "interrupted"> {
    const outcome = await Promise.race([this.#api.run(code, count, flag), this.#end]);
    return outcome === "error" || outcome === "interrupted" ? outcome : "ok"; // whatever else it claims
  }

  /** Forgets the worker and rejects what waits for it. Ending the worker itself is the sandbox's affair. */
  end(reason: string): void {
    this.onEvent = () => {};
    this.#port.close();
    this.#reject(new Error(reason));
  }

  #isSlowEnough(): boolean {
    const now = performance.now();
    if (now - this.#second.startedAt > 1_000) this.#second = { startedAt: now, messages: 0 };
    return ++this.#second.messages <= messagesPerSecond;
  }
}
