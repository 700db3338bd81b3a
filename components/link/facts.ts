import { oddIn } from "../editor/odd";
import { isFolded } from "../notebook/folds";
import { languageOf } from "../notebook/language";
import { hiddenCells } from "../notebook/sections";
import type { NotebookState } from "../notebook/store";

type Notebook = Pick<NotebookState, "order" | "cells" | "frame">;

/** The cells of which something is out of sight. */
export function collapsedCells({ order, cells }: Notebook): readonly string[] {
  const hidden = hiddenCells({ order, cells });
  return order.filter((id) => hidden.has(id) || isFolded(cells[id]!, "source") || isFolded(cells[id]!, "outputs"));
}

/** Puts everything in sight that the notebook's author had put out of it. */
export function showAll({ order, setFold }: NotebookState): void {
  for (const fold of ["section", "source", "outputs"] as const) setFold(order, fold, false);
}

/** The cells whose code holds characters that are not what they seem. */
export function oddCells({ order, cells, frame }: Notebook): readonly string[] {
  if (latest?.order !== order || latest.cells !== cells) {
    const isOdd = (id: string) => {
      const cell = cells[id]!;
      return cell.cell_type === "code" && oddIn(cell.source, languageOf(cell, frame)).length > 0;
    };
    latest = { order, cells, odd: order.filter(isOdd) };
  }
  return latest.odd;
}

let latest: { order: unknown; cells: unknown; odd: readonly string[] } | undefined; // asked at every change of the page
