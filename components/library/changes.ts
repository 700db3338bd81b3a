import type { CellBody } from "../notebook/cells";
import type { Desk } from "../notebook/files";
import type { Output } from "../notebook/nbformat";
import { isUnderWay, type Run } from "../notebook/runs";
import type { Language } from "../text";
import type { Changes } from "./records";

/** What of the page is kept. Its parts are never changed, only replaced, so that equal references mean equal content. */
export type Kept = Desk & { language: Language };

/** What one cell's outputs may measure to be kept, in characters; beyond that only the page and a download have them. */
export const largestOutputs = 50_000_000;

/** Nothing was kept yet: everything is a change. */
export const nothing: Kept = {
  fileName: "",
  frame: { metadata: {}, nbformat: 4, nbformat_minor: 5 },
  order: [],
  cells: {},
  runs: {},
  language: "en",
};

/** What must be written so that what was kept becomes what is there now; null if that is nothing. */
export function changesBetween(kept: Kept, now: Kept): Changes | null {
  const was = new Set(kept.order);
  const is = new Set(now.order);
  const cells = now.order.filter((id) => !was.has(id) || kept.cells[id] !== now.cells[id]).map((id) => now.cells[id]!);
  const outputs = now.order
    .filter((id) => hasOutputs(now.runs[id]) && !(was.has(id) && isSameRun(kept.runs[id], now.runs[id])))
    .map((id) => ({ id, outputs: storable(now.runs[id]!.outputs), executionCount: now.runs[id]!.executionCount }));
  const goneCells = kept.order.filter((id) => !is.has(id));
  const goneOutputs = kept.order.filter((id) => hasOutputs(kept.runs[id]) && !(is.has(id) && hasOutputs(now.runs[id])));
  const isRenamed = kept.fileName !== now.fileName;
  const isSame =
    !isRenamed &&
    kept.frame === now.frame &&
    kept.language === now.language &&
    cells.length + outputs.length + goneCells.length + goneOutputs.length === 0 &&
    (kept.order === now.order || kept.order.join() === now.order.join());
  if (isSame) return null;
  const { frame, order, language } = now;
  const size = sizeOf(now);
  return {
    ...(isRenamed && { fileName: now.fileName }),
    ...{ frame, order, language, size, cells, outputs, goneCells, goneOutputs },
  };
}

/** What is to be kept: of a cell that runs and has put out nothing yet, what it had put out before. */
export function untilItPutsOut(kept: Kept, now: Kept): Kept {
  const emptied = now.order.filter((id) => {
    const run = now.runs[id];
    return run && isUnderWay(run) && run.outputs.length === 0 && hasOutputs(kept.runs[id]);
  });
  if (emptied.length === 0) return now;
  return { ...now, runs: { ...now.runs, ...Object.fromEntries(emptied.map((id) => [id, kept.runs[id]!])) } };
}

/** How many cells have outputs that are too large to be kept. */
export function tooLarge({ order, runs }: Pick<Kept, "order" | "runs">): number {
  return order.filter((id) => runs[id] && sizeOfOutputs(runs[id].outputs) > largestOutputs).length;
}

/** Characters of the cells, and of their outputs. */
export function sizeOf({ order, cells, runs }: Pick<Kept, "order" | "cells" | "runs">): Changes["size"] {
  let text = 0;
  let outputs = 0;
  for (const id of order) {
    text += cells[id]!.source.length;
    if (runs[id]) outputs += sizeOfOutputs(runs[id].outputs);
  }
  return { text, outputs };
}

const hasOutputs = (run: Run | undefined) =>
  run !== undefined && (run.outputs.length > 0 || run.executionCount !== null);

const isSameRun = (a: Run | undefined, b: Run | undefined) =>
  a?.outputs === b?.outputs && a?.executionCount === b?.executionCount;

const storable = (outputs: Output[]) => (sizeOfOutputs(outputs) > largestOutputs ? [] : outputs);

function sizeOfOutputs(outputs: readonly Output[]): number {
  return outputs.reduce((sum, output) => sum + sizeOfOutput(output), 0);
}

// outputs are never changed, only replaced: each is measured once
const sizes = new WeakMap<object, number>();
function sizeOfOutput(output: Output): number {
  let size = sizes.get(output);
  if (size === undefined) {
    size = measure(output);
    sizes.set(output, size);
  }
  return size;
}

/** About as many characters as the value has as JSON. */
function measure(value: unknown): number {
  if (typeof value === "string") return value.length + 2;
  if (typeof value !== "object" || value === null) return 6;
  let sum = 2;
  for (const part of Object.values(value)) sum += measure(part) + 4;
  return sum;
}

/** The bodies by id. */
export const byId = (cells: readonly CellBody[]): { [id: string]: CellBody } =>
  Object.fromEntries(cells.map((cell) => [cell.id, cell]));
