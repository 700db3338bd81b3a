import { type Remote, wrap } from "comlink";
import { type Answers, readAnswer, readBytes } from "./answers";
import { BadMessage, readEvents } from "./events";
import { readLook } from "./look/readLook";
import type { CellEvent } from "./outputs";
import type { CellLanguage, LookAnswer, LookRequest } from "./protocol";
import type { CellRun, Ended, Taken, WorkerApi } from "./sandbox/messages";

/** What may come in one second. The worker's batches come far slower; faster is somebody who wants to freeze the page. */
const perSecond = { messages: 1_000, characters: 100_000_000 } as const;

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
  #second = { startedAt: 0, messages: 0, characters: 0 };

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

  /** Resolves when TypeScript cells can run. */
  ready(): Promise<void> {
    return this.#orEnd(this.#api.ready());
  }
  /** Resolves when Python cells can run too; rejects with the reason when Python cannot be started. */
  python(): Promise<void> {
    return this.#orEnd(this.#api.python());
  }

  /** Tells the worker that Python's files will not come. */
  noPython(reason: string): void {
    this.#api.noPython(reason).catch(() => {});
  }

  /** Runs a cell. What it reports goes to `report`, until it has ended. */
  async run(cell: CellRun, report: (event: CellEvent) => void) {
    this.#report = report;
    try {
      const outcome = await this.#orEnd(this.#api.run(cell));
      return outcome === "error" || outcome === "interrupted" ? outcome : "ok"; // whatever else it claims
    } finally {
      this.#report = () => {};
      this.#isAsking = false;
    }
  }

  complete(language: CellLanguage, code: string, offset: number) {
    return this.#answer("complete", this.#api.complete(language, code, offset));
  }
  inspect(language: CellLanguage, code: string, offset: number) {
    return this.#answer("inspect", this.#api.inspect(language, code, offset));
  }
  variables() {
    return this.#answer("variables", this.#api.variables());
  }
  async look<K extends LookRequest["kind"]>(request: Extract<LookRequest, { kind: K }>): Promise<LookAnswer<K>> {
    const message = await this.#orEnd(this.#api.look(request));
    return this.#judge((text) => readLook<K>(request.kind as K, text), message) ?? this.#ended;
  }
  listFiles() {
    return this.#answer("listFiles", this.#api.listFiles());
  }
  async readFile(name: string) {
    const bytes = await this.#orEnd(this.#api.readFile(name));
    return this.#judge(readBytes, bytes) ?? this.#ended;
  }
  async writeFile(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.#orEnd(this.#api.writeFile(name, bytes));
  }
  async removeFile(name: string): Promise<void> {
    await this.#orEnd(this.#api.removeFile(name));
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

  #orEnd<T>(promise: Promise<T>): Promise<T> {
    return Promise.race([promise, this.#ended]);
  }

  async #answer<Q extends keyof Answers>(question: Q, coming: Promise<unknown>): Promise<Answers[Q]> {
    const answer = this.#judge((message) => readAnswer(question, message), await this.#orEnd(coming));
    return answer === undefined ? this.#ended : answer;
  }

  #receive(message: unknown): void {
    if (isEnded(message)) {
      this.onHostile(message.ended);
      return;
    }
    const events = this.#judge((text) => this.#read(text), message);
    for (const event of events ?? []) {
      this.#isAsking = event.type === "input";
      if (this.#isAsking) this.#questions++;
      this.#report(event);
    }
    const taken: Taken = "taken";
    this.#port.postMessage(taken);
  }

  /** What `read` makes of a message; nothing if it breaks the rules, which is the worker's end. */
  #judge<T>(read: (message: unknown) => T, message: unknown): T | undefined {
    try {
      return read(message);
    } catch (error) {
      if (!(error instanceof BadMessage)) throw error;
      this.onHostile(error.message);
      return undefined;
    }
  }

  /** The events in a message; none in Comlink's own. */
  #read(message: unknown): CellEvent[] {
    const now = performance.now();
    if (now - this.#second.startedAt > 1_000) this.#second = { startedAt: now, messages: 0, characters: 0 };
    if (typeof message === "string") this.#second.characters += message.length;
    if (++this.#second.messages > perSecond.messages || this.#second.characters > perSecond.characters)
      throw new BadMessage("a cell flooded the page with messages");
    return typeof message === "string" ? readEvents(message) : [];
  }
}

const isEnded = (message: unknown): message is Ended =>
  typeof message === "object" && message !== null && "ended" in message && typeof message.ended === "string";
