import { type Style, styled, withSgr } from "./sgr";

/** How far up the cursor reaches: rows, and characters in all of them together. */
const reach = { rows: 40, characters: 64_000 } as const;
/** Characters of one row that are kept; those that come behind them are counted. */
export const longestRow = 1_000_000;
/** Characters of a row that can be written over. */
const editable = 20_000;
/** An escape that is not finished after so many characters is none. */
const longestEscape = 4_000;

/** A place of a row: one character and how it looks. */
type Place = { text: string; style: Style };
/** A row as text with the escapes of its styles; place by place where something is written over. */
type Row = string | Place[];

/** What is new since the last look: `text`, in place of so many characters at the end of what was taken before. */
export type Change = { erase: number; text: string };

/* biome-ignore-start lint/suspicious/noControlCharactersInRegex: this is about them */
const control = /[\x00-\x08\x0b-\x1f\x7f]/;
const tokens =
  /\x1b\[([0-9;:<=>?]*)[ -/]*([@-~])|\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[ -/]*[0-~]|[\x00-\x08\x0b-\x1f\x7f]|\n|[^\x00-\x08\n\x0b-\x1f\x7f]+/g;
const unfinished = /\x1b(?:\[[0-9;:<=>?]*[ -/]*|[\]PX^_][^\x07\x1b]*\x1b?|[ -/]*)?$/;
const styling = /\x1b\[([0-9;]*)m|[^\x1b]+/g;
/* biome-ignore-end lint/suspicious/noControlCharactersInRegex: as above */

/**
 * What a terminal makes of the text that a program writes: carriage returns, backspaces and the cursor's steps write
 * over what stands there; colours stay, as escapes, and every row begins and ends plain; other controls are dropped.
 * A line feed returns the carriage too.
 *
 * Only the last rows can still change. All above is settled, so that the work per write does not grow with the text.
 */
export class Screen {
  #settled = ""; // out of reach and not taken yet
  #rows: Row[] = [""];
  #row = 0;
  #column: number | "end" = "end";
  #style: Style = "";
  #beyond = 0; // characters behind the last row's that were not kept
  #taken = ""; // what the rows were when they were last taken
  #partial = ""; // the beginning of an escape

  write(chunk: string): void {
    const text = this.#partial + chunk;
    this.#partial = "";
    const isPlain = this.#style === "" && this.#column === "end" && this.#row === this.#rows.length - 1;
    if (isPlain && !control.test(text)) this.#append(text);
    else this.#interpret(text);
  }

  #interpret(chunk: string): void {
    let text = chunk;
    const from = Math.max(0, text.length - longestEscape);
    const open = text.slice(from).search(unfinished);
    if (open >= 0) {
      this.#partial = text.slice(from + open);
      text = text.slice(0, from + open);
    }
    for (const [piece, parameters = "", final] of text.matchAll(tokens)) this.#obey(piece, parameters, final);
  }

  /** What has changed since the last call. */
  take(): Change {
    const rows = this.#rows.map((row, index) => this.#textOf(row, index)).join("\n");
    const now = this.#settled + rows;
    const same = now.startsWith(this.#taken) ? this.#taken.length : commonStart(this.#taken, now);
    const change = { erase: this.#taken.length - same, text: now.slice(same) };
    this.#settled = "";
    this.#taken = rows;
    return change;
  }

  #obey(piece: string, parameters: string, final: string | undefined): void {
    if (final !== undefined) this.#escape(parameters, final);
    else if (piece === "\n") this.#newLine();
    else if (piece === "\r") this.#column = 0;
    else if (piece === "\b") this.#column = Math.max(0, this.#place() - 1);
    else if (!control.test(piece)) this.#put(piece);
  }

  /** Text without controls, with the cursor at the very end and no style. */
  #append(text: string): void {
    let start = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
      this.#lengthen(text.slice(start, end));
      this.#newLine();
      start = end + 1;
    }
    this.#lengthen(start === 0 ? text : text.slice(start));
  }

  /** More at the end of the last row. */
  #lengthen(text: string, shown = text): void {
    const last = this.#rows.length - 1;
    const row = this.#textRow(last);
    const room = Math.max(0, longestRow - row.length);
    const fits = text.length <= room;
    this.#rows[last] = fits ? row + shown : row + text.slice(0, room);
    if (!fits) this.#beyond += text.length - room;
  }

  #newLine(): void {
    this.#leaveRow();
    if (this.#row < this.#rows.length - 1) {
      this.#row++;
      this.#column = 0;
      return;
    }
    const last = this.#rows.length - 1;
    if (this.#beyond > 0) this.#rows[last] = this.#textOf(this.#rows[last]!, last);
    this.#beyond = 0;
    this.#rows.push("");
    this.#row = this.#rows.length - 1;
    this.#column = "end";
    if (this.#rows.length > 2 * reach.rows || this.#rows[last]!.length > reach.characters) this.#settle();
  }

  /** Lets go of the rows above the cursor's reach; the cursor stands in the last one. */
  #settle(): void {
    let first = this.#rows.length - 1;
    for (let room: number = reach.characters; first > 0 && this.#rows.length - first < reach.rows; first--) {
      room -= this.#rows[first - 1]!.length;
      if (room < 0) break;
    }
    if (first === 0) return;
    const gone = this.#rows.splice(0, first);
    this.#settled += `${gone.map((row) => (typeof row === "string" ? row : textOf(row))).join("\n")}\n`;
    this.#row -= first;
  }

  /** Characters where the cursor stands. */
  #put(text: string): void {
    if (this.#column === "end" && this.#row === this.#rows.length - 1) {
      this.#lengthen(text, styled(text, this.#style));
      return;
    }
    let at = this.#place();
    const places = this.#places();
    while (places.length < Math.min(at, editable)) places.push({ text: " ", style: "" });
    for (const character of text) {
      if (at >= editable) break;
      places[at++] = { text: character, style: this.#style };
    }
    this.#column = at;
  }

  #escape(parameters: string, final: string): void {
    if (/[<=>?]/.test(parameters)) return; // private modes, such as a hidden cursor
    if (final === "m") {
      this.#style = withSgr(this.#style, parameters);
      return;
    }
    const [first = 0, second = 0] = parameters.split(";").map((value) => Math.min(Number(value) || 0, editable));
    const count = Math.max(1, first);
    const goTo = (row: number, column: number) => {
      this.#leaveRow();
      this.#row = Math.max(0, Math.min(this.#rows.length - 1, row));
      this.#column = Math.max(0, Math.min(editable, column));
    };
    const commands: { [final: string]: () => void } = {
      A: () => goTo(this.#row - count, this.#place()),
      B: () => goTo(this.#row + count, this.#place()),
      C: () => goTo(this.#row, this.#place() + count),
      D: () => goTo(this.#row, this.#place() - count),
      E: () => goTo(this.#row + count, 0),
      F: () => goTo(this.#row - count, 0),
      G: () => goTo(this.#row, count - 1),
      H: () => goTo(count - 1, Math.max(1, second) - 1),
      K: () => this.#eraseRow(first),
      J: () => this.#eraseRows(first),
    };
    if (Object.hasOwn(commands, final)) commands[final]!();
  }

  #eraseRow(part: number): void {
    const at = this.#place();
    if (part === 0 && this.#column === "end") return;
    const places = this.#places();
    if (part === 1) for (let i = 0; i <= at && i < places.length; i++) places[i] = { text: " ", style: "" };
    else places.length = part === 0 ? Math.min(at, places.length) : 0;
    this.#column = at;
  }

  #eraseRows(part: number): void {
    const [row, column] = [this.#row, this.#place()];
    if (part >= 2) {
      this.#rows = [""];
      this.#row = 0;
      this.#column = "end";
    } else if (part === 1) {
      for (let above = 0; above < row; above++) this.#rows[above] = "";
      this.#eraseRow(1);
    } else {
      this.#eraseRow(0);
      this.#rows.length = row + 1;
      this.#column = column;
    }
    this.#beyond = 0;
  }

  /** Where in its row the cursor stands. */
  #place(): number {
    return this.#column === "end" ? this.#places().length : this.#column;
  }

  /** The cursor's row, place by place. */
  #places(): Place[] {
    const row = this.#rows[this.#row]!;
    if (typeof row !== "string") return row;
    const places: Place[] = [];
    let style: Style = "";
    for (const [piece, parameters] of row.matchAll(styling)) {
      if (parameters !== undefined) style = parameters === "0" ? "" : parameters;
      else for (const text of piece) if (places.length < editable) places.push({ text, style });
    }
    this.#rows[this.#row] = places;
    if (this.#row === this.#rows.length - 1) this.#beyond = 0;
    return places;
  }

  #leaveRow(): void {
    this.#rows[this.#row] = this.#textRow(this.#row);
  }

  #textRow(index: number): string {
    const row = this.#rows[index]!;
    return typeof row === "string" ? row : textOf(row);
  }

  #textOf(row: Row, index: number): string {
    const text = typeof row === "string" ? row : textOf(row);
    return this.#beyond > 0 && index === this.#rows.length - 1 ? `${text}… [+${this.#beyond}]` : text;
  }
}

/** What a terminal shows of a whole text. */
export function settled(text: string): string {
  if (!control.test(text)) return text;
  const screen = new Screen();
  screen.write(text);
  return screen.take().text;
}

function textOf(places: readonly Place[]): string {
  let text = "";
  for (let start = 0; start < places.length; ) {
    let end = start;
    let run = "";
    while (end < places.length && places[end]!.style === places[start]!.style) run += places[end++]!.text;
    text += styled(run, places[start]!.style);
    start = end;
  }
  return text;
}

function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  const splitsPair = at > 0 && /[\uD800-\uDBFF]/.test(a[at - 1]!);
  return splitsPair ? at - 1 : at;
}
