import { Newest } from "./newest";
import type { BundleMetadata, MimeBundle, RunEvent } from "./protocol";
import { Screen } from "./screen";

/** What a cell itself reports; the page adds `started` and `done`. */
export type CellEvent = Exclude<RunEvent, { type: "started" | "done" }>;

type StreamName = "stdout" | "stderr";

/** What one cell may show. */
export const limits = {
  /** Characters of its streams that are sent whole; afterwards the page sees only their newest lines. */
  streamed: 24_000_000,
  /** Changes from one stream to the other, or to something else, that are kept in order. */
  pieces: 2_000,
  /** Characters of all that is displayed, and how many displays. */
  displayed: 24_000_000,
  displays: 2_000,
  /** Characters of a value's text, of an error's message, of a line of its traceback. */
  text: 1_000_000,
  error: 100_000,
} as const;

const sendEveryMs = 30;
const sendAtLength = 1 << 16;
/** What a page that is behind is sent: a message a second, and fewer when they are long; or at once, when so much is new. */
const behind = { everyMs: 1_000, charactersPerMs: 250, atLength: 1 << 22 } as const;
/**
 * Whether it is behind is asked when so many messages, or characters, have gone out within so long. Less is nothing that a
 * page could fall behind with, and asking is not for nothing: it blocks the worker.
 */
const askAfter = { messages: 16, characters: 1_000_000, withinMs: 1_000 } as const;
const glimpseEveryMs = 250;
/** Longer text goes through in slices, so that no message becomes long. */
const slice = 1 << 18;

/**
 * Gathers what a cell shows and sends it in batches: soon enough to watch, seldom enough that no flood freezes anybody.
 *
 * Text goes through a screen first, so that a progress bar arrives as the line that it is now. Past its limit a flood is
 * kept here, by its newest lines, of which a few are sent now and then, and all when the cell ends. So a message is
 * short and a run's messages together are bounded, however slowly they are read. A page that is behind is sent fewer.
 */
export class Outputs {
  #waiting: CellEvent[] = [];
  #length = 0; // of what waits and takes no other's place
  #weight = 0; // of all that has come since the last message
  #gatherAt: number = sendAtLength; // when the stream is to be looked at next
  #sentAt = 0;
  #pauseMs: number = sendEveryMs;
  #since = { at: 0, messages: 0, characters: 0 }; // sent since then, when it was asked or nothing much came
  #isOpen = false;
  #name: StreamName = "stdout"; // of the stream that flows
  #screen = new Screen();
  #streamed = 0;
  #pieces = 0;
  #newest: { [N in StreamName]?: Newest } = {}; // of what flows past the limit
  #glimpsedAt = 0;
  #slots = new Map<string, number>(); // the size of what stands in each
  #displayed = 0;
  #displays = 0;
  #isFull = false; // that no more is displayed has been said
  #clears = false; // all goes, when the next thing comes

  constructor(
    private readonly send: (events: CellEvent[]) => void,
    private readonly isPageBehind: () => boolean = () => false,
    private readonly now: () => number = performance.now.bind(performance),
  ) {}

  /** A new cell, with limits of its own. What a task of an earlier cell has printed meanwhile is shown in this one. */
  begin(): void {
    this.#isOpen = true;
    this.#pauseMs = sendEveryMs;
    this.#streamed = this.#pieces = this.#displayed = this.#displays = 0;
    this.#isFull = this.#clears = false;
    this.#slots.clear();
  }
  /** The cell has ended: nothing is sent after it. */
  end(): void {
    this.#endStream();
    for (const name of ["stdout", "stderr"] as const) this.#sendNewest(name, false);
    this.#newest = {};
    this.sendNow();
    this.#isOpen = false;
  }

  print(name: StreamName, text: string): void {
    if (text === "") return;
    this.#clearIfDue();
    if (name !== this.#name) this.#endStream();
    this.#name = name;
    for (let at = 0; at < text.length; at += slice) {
      this.#screen.write(text.length <= slice ? text : text.slice(at, at + slice));
      const written = Math.min(slice, text.length - at);
      this.#length += written;
      this.#weight += written;
      this.sendWhenDue();
    }
  }

  /** What is shown with the same slot later in this run takes its place. */
  show(type: "display" | "result", bundle: MimeBundle, more: { slot?: string; metadata?: BundleMetadata } = {}): void {
    this.#clearIfDue();
    const shown = bounded(bundle);
    const size = JSON.stringify(shown).length;
    const { slot } = more;
    const before = slot === undefined ? undefined : this.#slots.get(slot);
    this.#displayed += size - (before ?? 0);
    if (before === undefined) this.#displays++;
    if (this.#displayed > limits.displayed || this.#displays > limits.displays) {
      this.#sayFull();
      return;
    }
    this.#weight += size;
    if (before === undefined) this.#length += size;
    if (slot !== undefined) this.#slots.set(slot, size);
    if (before === undefined) this.#endStream();
    const event = { type, bundle: shown, ...more } as CellEvent;
    const waits =
      before === undefined ? -1 : this.#waiting.findIndex((other) => "slot" in other && other.slot === slot);
    if (waits >= 0)
      this.#waiting[waits] = event; // nobody has seen the one before
    else this.#waiting.push(event);
    this.sendWhenDue();
  }

  /** Takes all away that the cell has shown; with `wait`, when the next thing comes. */
  clear(wait: boolean): void {
    this.#clears = true;
    if (wait) return;
    this.#clearIfDue();
    this.sendWhenDue();
  }

  fail(name: string, message: string, traceback: string[]): void {
    this.#endStream();
    const cut = (text: string) => (text.length > limits.error ? `${text.slice(0, limits.error)}…` : text);
    this.#waiting.push({ type: "error", name, message: cut(message), traceback: traceback.map(cut) });
  }

  ask(prompt: string): void {
    this.#endStream();
    this.#waiting.push({ type: "input", prompt });
    this.sendNow();
  }

  /** Called often, also while a cell computes and prints nothing. */
  sendWhenDue(now = this.now()): void {
    const isFull = this.#length > (this.#isBehind ? behind.atLength : sendAtLength);
    if (isFull || now - this.#sentAt > this.#pauseMs) this.sendNow();
    else if (this.#length > this.#gatherAt) this.#gather();
  }
  /** The cell is about to sleep for so long. */
  sendBefore(ms: number): void {
    if (ms > this.#pauseMs) this.sendNow();
    else this.sendWhenDue();
  }

  sendNow(): void {
    this.#sentAt = this.now();
    this.#takeStream();
    if (!this.#isOpen) return;
    if (this.#sentAt - this.#glimpsedAt > glimpseEveryMs) {
      this.#glimpsedAt = this.#sentAt;
      for (const name of ["stdout", "stderr"] as const) this.#sendNewest(name, true);
    }
    const weight = this.#weight;
    this.#length = this.#weight = 0;
    this.#gatherAt = sendAtLength;
    if (this.#waiting.length === 0) return;
    const events = this.#waiting;
    this.#waiting = [];
    this.send(events);
    this.#pace(weight);
  }

  get #isBehind(): boolean {
    return this.#pauseMs > sendEveryMs;
  }

  /** When the next message may come, after one of so many characters. */
  #pace(weight: number): void {
    const now = this.#sentAt;
    if (now - this.#since.at > askAfter.withinMs) this.#since = { at: now, messages: 0, characters: 0 };
    this.#since.messages++;
    this.#since.characters += weight;
    const { messages, characters } = this.#since;
    if (!this.#isBehind && messages < askAfter.messages && characters < askAfter.characters) return;
    this.#since = { at: now, messages: 0, characters: 0 };
    this.#pauseMs = this.isPageBehind() ? behind.everyMs + weight / behind.charactersPerMs : sendEveryMs;
  }

  /** Works off what was printed, without sending it. */
  #gather(): void {
    this.#gatherAt = this.#length + sendAtLength;
    this.#takeStream();
  }

  /** What follows starts on a line of its own, which nothing reaches back from. */
  #endStream(): void {
    this.#takeStream();
    this.#screen = new Screen();
  }

  #takeStream(): void {
    const change = this.#screen.take();
    if (change.erase === 0 && change.text === "") return;
    const name = this.#name;
    const last = this.#waiting.at(-1);
    const continues = last?.type === "stream" && last.name === name && !last.skipped;
    this.#streamed += change.text.length;
    if (!continues) this.#pieces++;
    const isFlood = this.#streamed > limits.streamed || this.#pieces > limits.pieces;
    if (isFlood || this.#newest[name]) {
      this.#newest[name] ??= new Newest();
      this.#newest[name].add(change);
    } else if (continues && change.erase <= last.text.length) {
      last.text = last.text.slice(0, last.text.length - change.erase) + change.text;
    } else {
      const { erase, text } = change;
      this.#waiting.push({ type: "stream", name, text, ...(erase > 0 && { erase }) });
    }
  }

  #sendNewest(name: StreamName, isFlowing: boolean): void {
    const newest = this.#newest[name];
    if (!newest || (isFlowing && !newest.isNew)) return;
    this.#waiting.push({ type: "stream", name, ...newest.look(isFlowing) });
  }

  #clearIfDue(): void {
    if (!this.#clears) return;
    this.#clears = false;
    this.#screen = new Screen();
    this.#newest = {};
    this.#slots.clear();
    this.#streamed = this.#pieces = this.#displayed = this.#displays = 0;
    this.#waiting = [{ type: "clear" }];
  }

  #sayFull(): void {
    if (this.#isFull) return;
    this.#isFull = true;
    this.print(
      "stderr",
      `\nNothing more is displayed: this cell has displayed ${limits.displays} things or ${limits.displayed.toLocaleString("en")} characters.\n`,
    );
  }
}

/** The bundle without forms that are too long; the text, which is always there, is cut. */
function bounded(bundle: MimeBundle): MimeBundle {
  const plain = bundle["text/plain"];
  const isLong = plain.length > limits.text;
  const half = limits.text / 2;
  const text = isLong ? `${plain.slice(0, half)}\n… [+${plain.length - limits.text}]\n${plain.slice(-half)}` : plain;
  return { ...bundle, "text/plain": text };
}
