import type { MimeBundle, RunEvent } from "./protocol";

/** What a cell itself reports; the page adds `started` and `done`. */
export type CellEvent = Exclude<RunEvent, { type: "started" | "done" }>;

/** Characters that one cell may show; what comes after is dropped, and said so. */
export const outputLimit = 10_000_000;
/** Characters of an error's message or of a line of its traceback. */
const errorLimit = 100_000;
const sendEveryMs = 30;
const sendAtLength = 1 << 16;

/**
 * Gathers what a cell shows and sends it in batches: soon enough to watch, seldom enough that a hundred thousand lines
 * freeze nobody.
 */
export class Outputs {
  #waiting: CellEvent[] = [];
  #length = 0; // of what waits
  #total = 0; // of what the cell has shown
  #sentAt = 0;
  #isOpen = false;

  constructor(
    private readonly send: (events: CellEvent[]) => void,
    private readonly now: () => number = performance.now.bind(performance),
  ) {}

  /** A new cell, with a budget of its own. What a task of an earlier cell has printed meanwhile is shown in this one. */
  begin(): void {
    this.#isOpen = true;
    this.#total = this.#length;
  }
  /** The cell has ended: nothing is sent after it. */
  end(): void {
    this.sendNow();
    this.#isOpen = false;
  }

  print(name: "stdout" | "stderr", text: string): void {
    if (text === "" || !this.#fits(text.length)) return;
    const last = this.#waiting.at(-1);
    if (last?.type === "stream" && last.name === name) last.text += text;
    else this.#waiting.push({ type: "stream", name, text });
    this.sendWhenDue();
  }

  show(type: "display" | "result", bundle: MimeBundle, slot?: string): void {
    if (!this.#fits(JSON.stringify(bundle).length)) return;
    this.#waiting.push(type === "display" && slot !== undefined ? { type, bundle, slot } : { type, bundle });
    this.sendWhenDue();
  }

  fail(name: string, message: string, traceback: string[]): void {
    const cut = (text: string) => (text.length > errorLimit ? `${text.slice(0, errorLimit)}…` : text);
    this.#waiting.push({ type: "error", name, message: cut(message), traceback: traceback.map(cut) });
  }

  ask(prompt: string): void {
    this.#waiting.push({ type: "input", prompt });
    this.sendNow();
  }

  /** Called often, also while a cell computes and prints nothing. */
  sendWhenDue(now = this.now()): void {
    if (this.#length > sendAtLength || now - this.#sentAt > sendEveryMs) this.sendNow();
  }

  sendNow(): void {
    this.#sentAt = this.now();
    if (this.#waiting.length === 0 || !this.#isOpen) return;
    const events = this.#waiting;
    this.#waiting = [];
    this.#length = 0;
    for (const event of events) if (event.type === "stream") event.text = overwrite(event.text);
    this.send(events);
  }

  #fits(length: number): boolean {
    if (this.#total > outputLimit) return false;
    this.#total += length;
    this.#length += length;
    if (this.#total <= outputLimit) return true;
    const notice = `\nThe rest is not shown: this cell has put out more than ${outputLimit.toLocaleString("en")} characters.\n`;
    this.#waiting.push({ type: "stream", name: "stderr", text: notice });
    return false;
  }
}

/**
 * The text as a terminal leaves it: after a lone `\r` a line is written over from its start. A `\r` that may reach into a
 * line sent earlier, and one at the very end, stay.
 */
export function overwrite(text: string): string {
  if (!text.includes("\r")) return text;
  const [first = "", ...rest] = text.replace(/\r+\n/g, "\n").split("\n");
  return [overwriteLine(first, true), ...rest.map((line) => overwriteLine(line, false))].join("\n");
}

function overwriteLine(line: string, continuesEarlier: boolean): string {
  const parts = line.split("\r");
  const head = parts.shift() ?? "";
  if (parts.length === 0) return line;
  const pending = parts.length > 0 && parts.at(-1) === "" ? "\r" : "";
  const lay = (under: string, over: string) => over + under.slice(over.length);
  if (!continuesEarlier) return parts.reduce(lay, head) + pending;
  // what `head` continues is not known here, so the first return stays and only what follows it is laid together
  return `${head}\r${parts.reduce(lay, "")}${pending}`;
}
