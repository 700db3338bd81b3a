import type { CellBody } from "../notebook/cells";

/** Cells in their order. */
export type Text = { order: readonly string[]; cells: { readonly [id: string]: CellBody } };

export type Line = { kind: "same" | "added" | "removed"; text: string };

/** How a cell differs between two texts; `at` is its place in the later one, or where it was in the earlier. */
export type CellDifference = { id: string; kind: "added" | "removed" | "changed" | "moved"; at: number; lines: Line[] };

/** Beyond so many pairs of lines a cell counts as wholly rewritten. */
const mostPairs = 1_000_000;

/** The cells that differ, in the order in which a reader of the later text meets them. */
export function differenceOf(before: Text, after: Text): CellDifference[] {
  const all: CellDifference[] = [];
  const stays = new Set(after.order);
  const were = new Set(before.order);
  const kept = before.order.filter((id) => stays.has(id));
  const inOrder = new Set(
    commonOf(
      kept,
      after.order.filter((id) => were.has(id)),
    ),
  );
  const gone = (from: number) => {
    // what was removed is shown where it stood: after the cell before it
    for (let at = from; at < before.order.length && !stays.has(before.order[at]!); at++) {
      const id = before.order[at]!;
      all.push({ id, kind: "removed", at, lines: linesOf(before.cells[id]!.source, "removed") });
    }
  };
  gone(0);
  for (const [at, id] of after.order.entries()) {
    const now = after.cells[id]!;
    const then = were.has(id) ? before.cells[id]! : undefined;
    if (!then) all.push({ id, kind: "added", at, lines: linesOf(now.source, "added") });
    else if (then.source !== now.source || then.cell_type !== now.cell_type)
      all.push({ id, kind: "changed", at, lines: lineDifference(then.source, now.source) });
    else if (!inOrder.has(id)) all.push({ id, kind: "moved", at, lines: [] });
    if (then) gone(before.order.indexOf(id) + 1);
  }
  return all;
}

/** The lines of both texts, as few of them marked as can be. */
export function lineDifference(before: string, after: string): Line[] {
  const old = before.split("\n");
  const now = after.split("\n");
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  const oldPart = old.slice(start, old.length - end);
  const nowPart = now.slice(start, now.length - end);
  const common = oldPart.length * nowPart.length > mostPairs ? [] : commonOf(oldPart, nowPart);
  const lines: Line[] = old.slice(0, start).map((text) => ({ kind: "same", text }));
  let i = 0;
  let j = 0;
  for (const text of [...common, undefined]) {
    while (i < oldPart.length && oldPart[i] !== text) lines.push({ kind: "removed", text: oldPart[i++]! });
    while (j < nowPart.length && nowPart[j] !== text) lines.push({ kind: "added", text: nowPart[j++]! });
    if (text === undefined) break;
    lines.push({ kind: "same", text });
    i++;
    j++;
  }
  return [...lines, ...now.slice(now.length - end).map((text): Line => ({ kind: "same", text }))];
}

/** The longest sequence that both hold in order. */
function commonOf(a: readonly string[], b: readonly string[]): string[] {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
  const common: string[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      common.push(a[i]!);
      i++;
      j++;
    } else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++;
    else j++;
  }
  return common;
}

const linesOf = (source: string, kind: Line["kind"]): Line[] => source.split("\n").map((text) => ({ kind, text }));

/** The changed lines with so many of their neighbours; `gap` is how many lines were left out before. */
export function shortened(lines: readonly Line[], around = 2): { gap: number; line: Line }[] {
  const isNear = lines.map((_, at) =>
    lines.slice(Math.max(0, at - around), at + around + 1).some((l) => l.kind !== "same"),
  );
  const shown: { gap: number; line: Line }[] = [];
  let gap = 0;
  for (const [at, line] of lines.entries()) {
    if (!isNear[at]) gap++;
    else {
      shown.push({ gap, line });
      gap = 0;
    }
  }
  return shown;
}
