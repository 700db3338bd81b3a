import type { Skipped } from "./protocol";
import type { Change } from "./screen";

/** What is kept of a stream that is shown only by its end. */
const kept = { lines: 5_000, characters: 1_000_000 } as const;
/** What is shown of it while it still flows. */
const glimpse = { lines: 100, characters: 16_000 } as const;

/** The end of a stream, and how much came before it. */
export class Newest {
  #text = "";
  readonly #gone: Skipped = { lines: 0, characters: 0 };
  /** Something has come since the last look. */
  isNew = false;

  add({ erase, text }: Change): void {
    this.#text = this.#text.slice(0, Math.max(0, this.#text.length - erase)) + text;
    this.isNew = true;
    if (this.#text.length > 2 * kept.characters) this.#trim();
  }

  /** Its last lines, few while it flows, and all that is left out before them. */
  look(isFlowing: boolean): { text: string; skipped: Skipped } {
    this.isNew = false;
    this.#trim();
    const start = isFlowing ? startOfEnd(this.#text, glimpse) : 0;
    const { lines, characters } = this.#gone;
    return {
      text: this.#text.slice(start),
      skipped: { lines: lines + linesIn(this.#text, start), characters: characters + start },
    };
  }

  #trim(): void {
    const start = startOfEnd(this.#text, kept);
    this.#gone.lines += linesIn(this.#text, start);
    this.#gone.characters += start;
    this.#text = this.#text.slice(start);
  }
}

/** Where the last lines begin that are no more than so much; a longer line is cut. */
function startOfEnd(text: string, most: Skipped): number {
  let start = text.length;
  const end = text.endsWith("\n") ? text.length - 1 : text.length;
  let at = end;
  for (let lines = 0; lines < most.lines; lines++) {
    at = at > 0 ? text.lastIndexOf("\n", at - 1) : -1;
    if (text.length - (at + 1) > most.characters) break;
    start = at + 1;
    if (at < 0) break;
  }
  return start === text.length && start > 0 ? text.length - Math.min(text.length, most.characters) : start;
}

function linesIn(text: string, end: number): number {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}
