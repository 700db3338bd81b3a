import type { StateCreator } from "zustand";
import { metadataAt } from "./language";
import type { CellType, Json } from "./nbformat";
import type { NotebookState } from "./store";

/** A cell without its outputs; those are in `runs`, by the cell's id. */
export type CellBody = Json & { id: string; cell_type: CellType; source: string; metadata: Json };

/** What `undoRemove` needs to put a cell back. */
type Removed = { cell: CellBody; index: number };

/** The cells and where they stand; all that the steps below read and make. */
export type Cells = {
  order: readonly string[];
  cells: { readonly [id: string]: CellBody };
  /** The removed cells, the latest last. */
  removed: readonly Removed[];
};

export type CellSlice = Cells & {
  /** The cell that keys and the Run button mean. */
  active: string | null;
  /** The cell whose editor is open, if any; at most one is. */
  editing: string | null;
  /** The cell in which Monaco stands: the one whose editor was open last. */
  live: string | null;
  /** Counts the times that focus must move to the active cell: to its frame, or into its editor if that is open. */
  focusTurn: number;
  /** Something was changed since the notebook was opened or saved. */
  edited: boolean;
  setSource(id: string, source: string): void;
  setType(id: string, type: CellType): void;
  /** Makes a cell beside another (or alone in an empty notebook) and opens its editor. */
  insert(where: "above" | "below", beside: string | null, type: CellType): void;
  remove(id: string): void;
  undoRemove(): void;
  move(id: string, by: -1 | 1): void;
  select(id: string): void;
  /** Selects the cell `by` places further, as far as there are cells, and gives it the focus. */
  step(by: -1 | 1): void;
  edit(id: string): void;
  /** The cell's editor has got the focus by itself. */
  open(id: string): void;
  /** From the editor back to the cell. */
  leave(): void;
};

export function withCell(state: Cells, cell: CellBody, index: number): Pick<Cells, "order" | "cells"> {
  const order = [...state.order.slice(0, index), cell.id, ...state.order.slice(index)];
  return { order, cells: { ...state.cells, [cell.id]: cell } };
}

export function withoutCell(state: Cells, id: string): Cells {
  const { [id]: cell, ...cells } = state.cells;
  if (!cell) return state;
  const index = state.order.indexOf(id);
  return {
    order: state.order.filter((other) => other !== id),
    cells,
    removed: [...state.removed, { cell, index }],
  };
}

export function moved(order: readonly string[], id: string, by: number): readonly string[] {
  const from = order.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= order.length) return order;
  const rest = order.filter((other) => other !== id);
  return [...rest.slice(0, to), id, ...rest.slice(to)];
}

function newCell(type: CellType, metadata: Json = {}): CellBody {
  return { id: crypto.randomUUID().slice(0, 8), cell_type: type, source: "", metadata };
}

export const createCellSlice: StateCreator<NotebookState, [], [], CellSlice> = (set) => ({
  order: [],
  cells: {},
  removed: [],
  active: null,
  editing: null,
  live: null,
  focusTurn: 0,
  edited: false,

  setSource: (id, source) =>
    set(({ cells }) => {
      const cell = cells[id];
      return cell && cell.source !== source ? { cells: { ...cells, [id]: { ...cell, source } }, edited: true } : {};
    }),

  setType: (id, type) =>
    set(({ cells }) => {
      const cell = cells[id];
      return cell && cell.cell_type !== type
        ? { cells: { ...cells, [id]: { ...cell, cell_type: type } }, edited: true }
        : {};
    }),

  insert: (where, beside, type) =>
    set((state) => {
      const at = beside === null ? state.order.length : state.order.indexOf(beside) + (where === "below" ? 1 : 0);
      const cell = newCell(type, type === "code" ? metadataAt(at, state) : {});
      const { id } = cell;
      return {
        ...withCell(state, cell, at),
        active: id,
        editing: id,
        live: id,
        focusTurn: state.focusTurn + 1,
        edited: true,
      };
    }),

  remove: (id) =>
    set((state) => {
      const rest = withoutCell(state, id);
      const at = state.order.indexOf(id);
      const active = rest.order[Math.min(at, rest.order.length - 1)] ?? null;
      return {
        ...rest,
        active,
        editing: null,
        focusTurn: state.focusTurn + 1,
        edited: true,
        notice: { kind: "removed" },
      };
    }),

  undoRemove: () =>
    set((state) => {
      const last = state.removed.at(-1);
      if (!last) return {};
      const removed = state.removed.slice(0, -1);
      return {
        ...withCell(state, last.cell, Math.min(last.index, state.order.length)),
        removed,
        active: last.cell.id,
        focusTurn: state.focusTurn + 1,
        notice: removed.length > 0 && state.notice?.kind === "removed" ? state.notice : null,
      };
    }),

  move: (id, by) =>
    set(({ order, focusTurn }) => {
      const next = moved(order, id, by);
      return next === order ? {} : { order: next, active: id, focusTurn: focusTurn + 1, edited: true };
    }),

  select: (id) => set(({ active }) => (active === id ? {} : { active: id })),

  step: (by) =>
    set(({ order, active, focusTurn }) => {
      const at = active === null ? 0 : order.indexOf(active) + by;
      const next = order[Math.max(0, Math.min(order.length - 1, at))];
      return next === undefined ? {} : { active: next, editing: null, focusTurn: focusTurn + 1 };
    }),

  edit: (id) => set(({ focusTurn }) => ({ active: id, editing: id, live: id, focusTurn: focusTurn + 1 })),

  open: (id) => set({ active: id, editing: id, live: id }),

  leave: () => set(({ focusTurn }) => ({ editing: null, focusTurn: focusTurn + 1 })),
});
