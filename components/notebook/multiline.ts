/* nbformat keeps many texts as a string or as a list of its lines; the page holds strings and writes lists. */

import { withoutHandles } from "../lens/bundles";
import { isObject } from "./exactJson";
import type { Cell, Json, Output } from "./nbformat";

/** The cell with every text in one piece. */
export function joinedCell(raw: Json): Cell {
  const cell = { ...raw, source: join(raw.source) } as Cell;
  if (isObject(cell.attachments)) cell.attachments = mapBundles(cell.attachments, joinedBundle);
  if (cell.cell_type === "code") cell.outputs = (raw.outputs as Json[]).map(joinedOutput);
  return cell;
}

/** The cell as it stands in a file. Which texts become lists of lines is Jupyter's choice: nbformat, v4/rwbase.py. */
export function splitCell(cell: Cell): Json {
  return {
    ...cell,
    source: split(cell.source),
    ...(isObject(cell.attachments) && { attachments: mapBundles(cell.attachments, splitBundle) }),
    ...(cell.cell_type === "code" && { outputs: withoutHandles(cell.outputs as Output[]).map(splitOutput) }),
  };
}

function joinedOutput(output: Json): Output {
  if (output.output_type === "stream") return { ...output, text: join(output.text) } as Output;
  return (isObject(output.data) ? { ...output, data: joinedBundle(output.data) } : output) as Output;
}

function splitOutput(output: Output): Json {
  if (output.output_type === "stream") return { ...output, text: split(output.text) };
  return output.output_type === "error" ? output : { ...output, data: splitBundle(output.data) };
}

/** Whether the values of this type are JSON; all others are text. */
export const isJsonMime = (mime: string) => /^application\/(.*\+)?json$/.test(mime);
const isLines = (mime: string) => /^(text\/|application\/javascript$|image\/svg\+xml$)/.test(mime);

const joinedBundle = (bundle: Json) => mapEntries(bundle, (mime, data) => (isJsonMime(mime) ? data : join(data)));
const splitBundle = (bundle: Json) =>
  mapEntries(bundle, (mime, data) => (isLines(mime) && typeof data === "string" ? split(data) : data));
const mapBundles = (attachments: Json, change: (bundle: Json) => Json) =>
  mapEntries(attachments, (_, bundle) => (isObject(bundle) ? change(bundle) : bundle));
const mapEntries = (object: Json, change: (key: string, value: unknown) => unknown): Json =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(key, value)]));

const isText = (value: unknown) => typeof value === "string";
const join = (text: unknown) => (Array.isArray(text) && text.every(isText) ? text.join("") : (text as string));

/** Cut after each newline, as Python's `splitlines(True)` does for them; other line ends stay inside of a line. */
export function split(text: string): string[] {
  const lines: string[] = [];
  let start = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", start)) {
    lines.push(text.slice(start, at + 1));
    start = at + 1;
  }
  if (start < text.length) lines.push(text.slice(start));
  return lines;
}
