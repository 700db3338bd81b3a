import type { StateCreator } from "zustand";
import { withViews } from "../lens/keptView";
import { isDeletable, meantCells } from "./cells";
import type { Cell, CodeCell, Notebook } from "./nbformat";
import type { Run } from "./runs";
import { type CellBody, freshId, withCells, withoutCells } from "./steps";
import type { NotebookState } from "./store";

/** Cells that were cut or copied, with their outputs. */
export type Clip = {
  readonly cells: readonly Cell[];
  /** They may take their ids up again if those are free: they were cut out of this notebook. */
  readonly wereCut: boolean;
};

export type ClipboardSlice = {
  clip: Clip | null;
  /** Takes the selected cells along; "cut" removes them. */
  copyCells(how: "cut" | "copy"): void;
  /** Puts the cells below the selected ones (or above, or in their place); without cells, those copied last. */
  pasteCells(where?: "below" | "above" | "replace", cells?: readonly Cell[]): void;
};

/** A notebook of these cells alone: how they travel. */
export const clipNotebook = (cells: readonly Cell[]): Notebook => ({
  cells: [...cells],
  metadata: {},
  nbformat: 4,
  nbformat_minor: 5,
});

export const createClipboardSlice: StateCreator<NotebookState, [], [], ClipboardSlice> = (set, get) => ({
  clip: null,

  copyCells: (how) => {
    const state = get();
    const ids = meantCells(state);
    if (ids.length === 0) return;
    set({ clip: { cells: ids.map((id) => cellWithOutputs(state, id)), wereCut: how === "cut" } });
    if (how === "cut") state.remove(ids);
  },

  pasteCells: (where = "below", given) => {
    const state = get();
    const cells = given ?? state.clip?.cells ?? [];
    if (cells.length === 0) return;
    const mayKeep = given === undefined && state.clip?.wereCut === true;
    const taken = new Set([...Object.keys(state.cells), ...(mayKeep ? [] : Object.keys(state.runs))]);
    const pasted = cells.map((cell): Cell => {
      const id = mayKeep && !taken.has(cell.id) ? cell.id : freshId((other) => taken.has(other) || other in state.runs);
      taken.add(id);
      return { ...cell, id } as Cell;
    });
    const runs = Object.fromEntries(pasted.flatMap((cell) => (cell.id in state.runs ? [] : savedRun(cell))));
    const meant = meantCells(state);
    const beside = (where === "above" ? meant[0] : meant.at(-1)) ?? null;
    const at = beside === null ? state.order.length : state.order.indexOf(beside) + (where === "above" ? 0 : 1);
    set({ runs: { ...state.runs, ...runs } });
    state.change(
      (before) => {
        const after = withCells(before, pasted.map(bodyOf), at);
        if (where !== "replace") return after;
        return withoutCells(
          after,
          meant.filter((id) => isDeletable(state.cells[id])),
        );
      },
      { active: pasted.at(-1)!.id, anchor: null },
    );
  },
});

function cellWithOutputs({ cells, runs, lenses }: Pick<NotebookState, "cells" | "runs" | "lenses">, id: string): Cell {
  const body = cells[id]!;
  if (body.cell_type !== "code") return body as Cell;
  const outputs = withViews(runs[id]?.outputs ?? [], id, lenses);
  return { ...body, outputs, execution_count: runs[id]?.executionCount ?? null } as Cell;
}

function bodyOf(cell: Cell): CellBody {
  if (cell.cell_type !== "code") return cell as CellBody;
  const { outputs: _, execution_count: __, ...body } = cell;
  return body as CellBody;
}

function savedRun(cell: Cell): [string, Run][] {
  const { outputs = [], execution_count: executionCount = null } = cell as Partial<CodeCell>;
  return outputs.length > 0 ? [[cell.id, { status: "saved", outputs, executionCount }]] : [];
}
