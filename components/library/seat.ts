import * as z from "zod/mini";

/*
 * One writer a notebook. The seat is a Web Lock of the notebook's name: who holds it writes, everybody else reads and
 * waits in line, so that a tab that is closed or crashes leaves its seat to the next one. A reader may ask for the seat;
 * the writer saves and stands up; one that does not answer is passed over (`steal`). Whatever happens here, a write
 * counts only if it has seen the latest version (notebooks.ts), so a mistake about the seat costs no text.
 */

/** What tabs tell one another about a notebook. */
const message = z.discriminatedUnion("type", [
  /** This was written; `before` is the version that it was written on. */
  z.object({
    type: z.literal("written"),
    before: z.int(),
    version: z.int(),
    cells: z.array(z.string()),
    outputs: z.array(z.string()),
  }),
  z.object({ type: z.literal("renamed"), fileName: z.string() }),
  z.object({ type: z.literal("handOver") }),
  z.object({ type: z.literal("handedOver") }),
]);
export type Message = z.infer<typeof message>;
export type News = Exclude<Message, { type: "handOver" | "handedOver" }>;

type Events = {
  /** This tab writes from now on. */
  onWriter(): void;
  /** Another tab writes. */
  onReader(): void;
  onNews(news: News): void;
  /** Another tab asks for the seat: save what there is; from now on this tab reads. */
  standUp(): Promise<void>;
};

/** How long the writer may take to save and stand up. */
const patienceMs = 1_500;

export class Seat {
  readonly #name: string;
  readonly #channel: BroadcastChannel | null;
  readonly #locks: LockManager | undefined = globalThis.navigator?.locks;
  #giveUp: (() => void) | undefined; // the lock, while this tab holds it
  #inLine: AbortController | undefined;
  #heardOfHandOver: (() => void) | undefined;
  #isClosed = false;

  constructor(
    notebook: string,
    private readonly events: Events,
  ) {
    this.#name = `sporebook:${notebook}`;
    this.#channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(this.#name);
    if (this.#channel) this.#channel.onmessage = ({ data }) => void this.#hear(data);
  }

  /** Sits down if the seat is free, else waits in line. Without Web Locks everybody writes, and the versions decide. */
  claim(): void {
    if (!this.#locks) this.events.onWriter();
    this.#locks
      ?.request(this.#name, { ifAvailable: true }, (lock) => {
        if (lock) return this.#sit();
        if (!this.#isClosed) this.events.onReader();
        this.#waitInLine();
      })
      .catch(() => this.#lose());
  }

  /** Asks the writer for its seat, and takes it if no answer comes. */
  async takeOver(): Promise<void> {
    if (!this.#locks) return this.events.onWriter();
    if (this.#giveUp || this.#isClosed) return;
    const stoodUp = new Promise<void>((resolve) => {
      this.#heardOfHandOver = resolve;
      setTimeout(resolve, patienceMs);
    });
    this.#channel?.postMessage({ type: "handOver" } satisfies Message);
    if (this.#channel) await stoodUp;
    this.#inLine?.abort();
    if (this.#giveUp || this.#isClosed) return;
    this.#locks.request(this.#name, { steal: true }, () => this.#sit()).catch(() => this.#lose());
  }

  /** Whether this tab writes. */
  get isHeld(): boolean {
    return this.#giveUp !== undefined || !this.#locks;
  }

  tell(news: News): void {
    this.#channel?.postMessage(news);
  }

  close(): void {
    this.#isClosed = true;
    this.#inLine?.abort();
    this.#giveUp?.();
    this.#channel?.close();
  }

  /** Holds the lock until it is given up; what the browser wants from a lock's callback. */
  #sit(): Promise<void> | undefined {
    if (this.#isClosed) return undefined;
    this.#inLine = undefined;
    const held = new Promise<void>((resolve) => {
      this.#giveUp = resolve;
    });
    this.events.onWriter();
    return held;
  }

  #waitInLine(): void {
    if (this.#isClosed || this.#inLine) return;
    this.#inLine = new AbortController();
    this.#locks!.request(this.#name, { signal: this.#inLine.signal }, () => this.#sit()).catch(() => this.#lose());
  }

  /** The lock was taken away, or the wait for it was broken off. */
  #lose(): void {
    this.#inLine = undefined;
    if (!this.#giveUp || this.#isClosed) return;
    this.#giveUp = undefined;
    this.events.onReader();
    this.#waitInLine();
  }

  async #hear(data: unknown): Promise<void> {
    const heard = message.safeParse(data);
    if (!heard.success || this.#isClosed) return; // another version's tab
    if (heard.data.type === "handOver") return this.#handOver();
    if (heard.data.type === "handedOver") return this.#heardOfHandOver?.();
    this.events.onNews(heard.data);
  }

  async #handOver(): Promise<void> {
    const giveUp = this.#giveUp;
    if (!giveUp) return;
    this.#giveUp = undefined;
    await this.events.standUp();
    this.#channel?.postMessage({ type: "handedOver" } satisfies Message);
    setTimeout(() => {
      giveUp(); // if nobody has taken it by now, it goes to the first in line
      this.#waitInLine();
    }, patienceMs);
  }
}
