import type { NotebookState } from "../notebook/store";
import { defines } from "./hints";

type Known = Pick<NotebookState, "order" | "runs" | "cells">;

/** The cell whose latest run has this number, in this start of the kernel; undefined if there is none, or more than one. */
export function tracedCell({ order, runs }: Known, count: number, session: number | undefined): string | undefined {
  const found = order.filter((id) => runs[id]?.executionCount === count && runs[id].session === session);
  return found.length === 1 ? found[0] : undefined;
}

/**
 * Which line the frame means in the cell's present text: its own, or, where the text was edited above it, the one line that
 * still reads as it was printed. `isEdited`: there is no such line any more.
 */
export function lineOf(
  source: string,
  { line, code }: { line: number; code?: string },
): { line: number; isEdited: boolean } {
  const lines = source.split("\n");
  if (code === undefined) return { line: Math.min(line, lines.length), isEdited: line > lines.length };
  const isSame = (text: string | undefined) => text !== undefined && text.trim() === code;
  if (isSame(lines[line - 1])) return { line, isEdited: false };
  const elsewhere = lines.flatMap((text, index) => (isSame(text) ? [index + 1] : []));
  if (elsewhere.length === 1) return { line: elsewhere[0]!, isEdited: false };
  return { line: Math.min(line, lines.length), isEdited: true };
}

/** The first cell that defines a name and has not run well since Python started. */
export function definedIn(
  { order, runs, cells, session }: Known & Pick<NotebookState, "session">,
  name: string,
): string | undefined {
  return order.find((id) => {
    const cell = cells[id];
    const hasRun = runs[id]?.session === session && runs[id].status === "ok";
    return cell?.cell_type === "code" && !hasRun && defines(cell.source, name);
  });
}
