import { isObject } from "../notebook/exactJson";
import { withLanguage, withoutLanguage } from "../notebook/language";
import type { Cell, CodeCell, Json, Output } from "../notebook/nbformat";
import type { EditedCell, ShortCell, ShortOutput } from "./shape";

const types = ["code", "markdown", "raw"] as const;

/** The cell in short, without its id. */
export function shortCell(cell: Cell, withOutputs: boolean): ShortCell {
  const { cell_type: type, source, metadata } = cell;
  const language = type === "code" && isObject(metadata.vscode) ? metadata.vscode.languageId : undefined;
  const isShort = language === "python" || language === "typescript";
  const rest = isShort ? withoutLanguage(metadata) : metadata;
  const outputs = type === "code" && withOutputs ? (cell as CodeCell).outputs.map(shortOutput) : [];
  const kind = types.indexOf(type);
  return {
    ...(kind > 0 && { k: kind as 1 | 2 }),
    s: source,
    ...(isShort && { l: language }),
    ...(Object.keys(rest).length > 0 && { m: sorted(rest) as Json }),
    ...(isObject(cell.attachments) && { a: sorted(cell.attachments) as Json }),
    ...(outputs.length > 0 && { o: outputs }),
  };
}

/** The cell that was shortened; counts are not there any more. */
export function longCell({ k, s, l, m = {}, a, o = [] }: ShortCell, id: string): Cell {
  const cell = {
    id,
    cell_type: types[k ?? 0],
    source: s,
    metadata: l ? withLanguage(m, l) : m,
    ...(a && { attachments: a }),
  };
  return (k === undefined ? { ...cell, outputs: o.map(longOutput), execution_count: null } : cell) as Cell;
}

/** What of a cell differs from the published one; null if nothing does. */
export function changesOf(cell: ShortCell, published: ShortCell, p: number): EditedCell | null {
  const differs = (key: keyof ShortCell) => JSON.stringify(cell[key]) !== JSON.stringify(published[key]);
  const changed: EditedCell = {
    p,
    ...(differs("k") && { k: cell.k ?? (0 as const) }),
    ...(differs("s") && { s: cell.s }),
    // what is gone cannot be left out, so it is empty; of a language, only all of it can go
    ...(differs("l") && cell.l && { l: cell.l }),
    ...(differs("m") && { m: cell.m ?? {} }),
    ...(differs("a") && { a: cell.a ?? {} }),
    ...(differs("o") && { o: cell.o ?? [] }),
  };
  return Object.keys(changed).length === 1 ? null : changed;
}

/** Whether `changesOf` can say how the cell differs: it has a language if the published one has. */
export const isSayable = (cell: ShortCell, published: ShortCell) => cell.l !== undefined || published.l === undefined;

/** The published cell with the changes. */
export function withChanges(published: ShortCell, { p: _, k, a, o, ...rest }: EditedCell): ShortCell {
  const { k: wasK, a: wasA, o: wasO, ...was } = published;
  const kind = k ?? wasK ?? 0;
  const attachments = a ?? wasA;
  const outputs = o ?? wasO ?? [];
  const cell = { ...was, ...rest };
  return {
    ...(kind > 0 && { k: kind as 1 | 2 }),
    ...cell,
    ...(attachments && Object.keys(attachments).length > 0 && { a: attachments }),
    ...(outputs.length > 0 && { o: outputs }),
  };
}

function shortOutput(output: Output): ShortOutput {
  switch (output.output_type) {
    case "stream":
      return output.name === "stderr" ? { e: output.text } : output.text;
    case "error":
      return { x: [output.ename, output.evalue, output.traceback] };
    default: {
      const about = Object.keys(output.metadata).length > 0 && { m: sorted(output.metadata) as Json };
      const data = sorted(output.data) as Json;
      return output.output_type === "display_data" ? { d: data, ...about } : { r: data, ...about };
    }
  }
}

function longOutput(short: ShortOutput): Output {
  if (typeof short === "string") return { output_type: "stream", name: "stdout", text: short };
  if ("e" in short) return { output_type: "stream", name: "stderr", text: short.e };
  if ("x" in short) {
    const [ename, evalue, traceback] = short.x;
    return { output_type: "error", ename, evalue, traceback };
  }
  const metadata = short.m ?? {};
  if ("d" in short) return { output_type: "display_data", data: short.d, metadata };
  return { output_type: "execute_result", data: short.r, metadata, execution_count: null };
}

/** The value with every object's keys in order, so that equal notebooks make equal links. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}
