import type { StateCreator } from "zustand";
import { withFold } from "./folds";
import { afterDoing, type History, noHistory, type Step, stepBack, travelled } from "./history";
import { metadataAt } from "./language";
import type { CellType } from "./nbformat";
import { headingsAbove, hiddenCells, isCollapsed, withHiddenParts } from "./sections";
import { neighbour, type Selection, selectedIds, stillThere } from "./selection";
import {
  type CellBody,
  type Cells,
  freshId,
  newCell,
  ofType,
  withCells,
  withChanged,
  withHeading,
  withMerged,
  withMoved,
  withoutCells,
  withSplit,
} from "./steps";
import type { NotebookState } from "./store";

export type { CellBody, Cells } from "./steps";

/**
 * The cells, which of them are meant, and the steps that lead back. Steps that change what cells there are can be
 * undone; writing in a cell is its editor's to undo.
 */
export type CellSlice = Cells &
  Selection &
  History & {
    /** The cell whose editor is open, if any; at most one is. */
    editing: string | null;
    /** Counts the times that focus must move to the active cell: to its frame, or into its editor if that is open. */
    focusTurn: number;
    /** Something was changed since the notebook was opened or saved. */
    edited: boolean;

    /** The one way in which a text changes. */
    setSource(id: string, source: string): void;
    /** A change of cells that can be undone; null changes nothing. */
    change(step: (state: Cells) => Cells | null, then?: Partial<Selection & Pick<CellSlice, "editing">>): void;
    undo(): void;
    redo(): void;

    /** Makes a cell beside another (or alone in an empty notebook) and selects it; `isOpen`: for writing. */
    insert(where: "above" | "below", beside: string | null, type: CellType, isOpen?: boolean, source?: string): void;
    /** Removes these cells, with the hidden parts of collapsed sections; those that say so themselves stay. */
    remove(ids?: readonly string[]): void;
    setType(type: CellType, ids?: readonly string[]): void;
    /** Makes the selected cells texts that begin with a heading. */
    setHeading(level: number): void;
    /** Moves the cells by one place; a collapsed section is one. */
    move(by: -1 | 1, ids?: readonly string[]): void;
    /** Puts the cells before the one at `gap`. */
    moveTo(ids: readonly string[], gap: number): void;
    merge(ids: readonly string[]): void;
    /** Cuts the cell at these places, in characters. */
    split(id: string, places: readonly number[]): void;

    select(id: string): void;
    /** Selects the shown cell `by` places further, as far as there are cells, and gives it the focus. */
    step(by: number): void;
    /** Selects a cell, wherever it is, and gives it the focus. */
    goTo(id: string): void;
    /** Selects from where the selection began to this cell. */
    extendTo(id: string | null): void;
    edit(id: string): void;
    /** The cell's editor has got the focus by itself. */
    open(id: string): void;
    /** From the editor back to the cell. */
    leave(): void;
  };

/** The selected cells with what goes along with them. */
export const meantCells = (state: Cells & Selection) => withHiddenParts(state, selectedIds(state));

/** The cell with what is written in it in sight. */
const withSourceShown = (state: Cells, id: string) =>
  withChanged(state, [id], (cell) => withFold(cell, "source", false));

export const isDeletable = (cell: CellBody | undefined) => cell?.metadata.deletable !== false;

export const createCellSlice: StateCreator<NotebookState, [], [], CellSlice> = (set, get) => {
  const taken = (id: string) => id in get().cells || id in get().runs;
  const fresh = () => freshId(taken);

  const travel = (way: keyof History) =>
    set((state) => {
      const next = travelled(state, way);
      if (!next) return {};
      const { step, ...rest } = next;
      const place = stillThere(rest, way === "past" ? step : placeAfter(state, rest, step));
      return { ...rest, ...place, editing: null, focusTurn: state.focusTurn + 1, edited: true, notice: null };
    });

  /** Selects one cell, shown if it was hidden. */
  const goTo = (id: string, more: Partial<NotebookState> = {}) =>
    set((state) => {
      const shown = more.editing ? withSourceShown(revealed(state, id), id) : revealed(state, id);
      return { cells: shown.cells, active: id, anchor: null, ...more };
    });

  return {
    order: [],
    cells: {},
    active: null,
    anchor: null,
    ...noHistory,
    editing: null,
    focusTurn: 0,
    edited: false,

    setSource: (id, source) =>
      set(({ cells }) => {
        const cell = cells[id];
        return cell && cell.source !== source ? { cells: { ...cells, [id]: { ...cell, source } }, edited: true } : {};
      }),

    change: (step, then = {}) =>
      set((state) => {
        const made = step(state);
        if (!made || (made.order === state.order && made.cells === state.cells)) return {};
        const next = withNothingLost(state, made);
        const place = stillThere(next, { anchor: state.anchor, active: state.active, ...then });
        const editing = then.editing ?? null;
        return {
          order: next.order,
          cells: next.cells,
          ...afterDoing(state, stepBack(state, next)),
          ...place,
          editing,
          focusTurn: state.focusTurn + 1,
          edited: true,
          notice: state.notice?.kind === "removed" ? null : state.notice,
        };
      }),
    undo: () => travel("past"),
    redo: () => travel("future"),

    insert: (where, beside, type, isOpen = true, source = "") => {
      const id = fresh();
      const at = placeBeside(get(), where, beside);
      const metadata = type === "code" ? metadataAt(at, get()) : {};
      get().change((state) => withCells(state, [newCell(id, type, source, metadata)], at), {
        active: id,
        anchor: null,
        editing: isOpen ? id : null,
      });
    },

    remove: (ids = meantCells(get())) => {
      const state = get();
      const gone = withHiddenParts(state, ids).filter((id) => isDeletable(state.cells[id]));
      const last = state.order.indexOf(gone.at(-1) ?? "");
      const rest = state.order.filter((id) => !gone.includes(id));
      const next = state.order.slice(last + 1).find((id) => !gone.includes(id)) ?? rest.at(-1) ?? null;
      if (gone.length === 0) return;
      state.change((cells) => withoutCells(cells, gone), { active: next, anchor: null });
      if (get().order !== state.order) set({ notice: { kind: "removed", count: gone.length } }); // else it may only be read
    },

    setType: (type, ids = selectedIds(get())) => get().change((state) => withChanged(state, ids, ofType(type))),
    setHeading: (level) => {
      const ids = selectedIds(get());
      get().change((state) => withChanged(state, ids, withHeading(level)));
    },

    move: (by, ids = selectedIds(get())) => {
      const state = get();
      const all = withHiddenParts(state, ids);
      const going = new Set(all);
      const hidden = hiddenCells(state);
      const units = state.order.filter((id) => !hidden.has(id) || going.has(id));
      const at = units.map((id) => going.has(id));
      const beside = by < 0 ? units[at.indexOf(true) - 1] : units[at.lastIndexOf(true) + 1];
      if (beside === undefined) return;
      const passed = withHiddenParts(state, [beside]);
      const gap = by < 0 ? state.order.indexOf(beside) : state.order.indexOf(passed.at(-1)!) + 1;
      state.moveTo(all, gap);
    },

    moveTo: (ids, gap) => {
      const { active, anchor, change } = get();
      const keeps = active !== null && ids.includes(active);
      change(
        (state) => withMoved(state, ids, gap),
        keeps ? { active, anchor } : { active: ids[0] ?? null, anchor: null },
      );
    },

    merge: (ids) => {
      const state = get();
      const kept = state.active !== null && ids.includes(state.active) ? state.active : ids[0];
      if (kept === undefined || !ids.every((id) => id === kept || isDeletable(state.cells[id]))) return;
      state.change((cells) => withMerged(cells, ids, kept), { active: kept, anchor: null });
    },

    split: (id, places) => {
      const length = get().cells[id]?.source.length ?? 0;
      const inner = [...new Set(places)].filter((place) => place >= 0 && place <= length).sort((a, b) => a - b);
      const newIds = inner.map(fresh);
      if (inner.length > 0)
        get().change((state) => withSplit(state, id, inner, newIds), { active: id, anchor: null, editing: id });
    },

    select: (id) => {
      const { active, anchor } = get();
      if (active !== id || anchor !== null) goTo(id);
    },
    step: (by) =>
      set((state) => {
        const active = neighbour(state, by);
        return active === null ? {} : { active, anchor: null, editing: null, focusTurn: state.focusTurn + 1 };
      }),
    goTo: (id) => {
      if (get().cells[id]) goTo(id, { editing: null, focusTurn: get().focusTurn + 1 });
    },
    extendTo: (id) =>
      set(({ active, anchor, focusTurn }) => {
        if (id === null || active === null) return {};
        const from = anchor ?? active;
        return { active: id, anchor: from === id ? null : from, editing: null, focusTurn: focusTurn + 1 };
      }),
    edit: (id) => goTo(id, { editing: id, focusTurn: get().focusTurn + 1 }),
    open: (id) => goTo(id, { editing: id }),
    leave: () => set(({ focusTurn }) => ({ editing: null, focusTurn: focusTurn + 1 })),
  };
};

/** A collapsed section that would now hide a cell that was in sight, or is new, is open. */
function withNothingLost(before: Cells, after: Cells): Cells {
  const wasHidden = hiddenCells(before); // asked first: only the latest answer is remembered
  const lost = [...hiddenCells(after)].filter((id) => !wasHidden.has(id));
  return lost.reduce(revealed, after);
}

/** Beside a cell; below a collapsed section, after all of it. */
function placeBeside(state: Cells, where: "above" | "below", beside: string | null): number {
  if (beside === null) return state.order.length;
  if (where === "above") return state.order.indexOf(beside);
  const parts = isCollapsed(state.cells[beside]) ? withHiddenParts(state, [beside]) : [beside];
  return state.order.indexOf(parts.at(-1)!) + 1;
}

/** What a step that is done once more leaves selected: the first cell that it brought or changed, else what was; where that is gone, what stands in its place. */
function placeAfter(before: Cells & Selection, after: Cells, step: Step): Selection {
  const changed = after.order.find((id) => step.bodies[id] != null);
  if (changed !== undefined) return { active: changed, anchor: null };
  const isThere = before.active !== null && after.cells[before.active] !== undefined;
  const at = before.order.indexOf(before.active ?? "");
  return { active: isThere ? before.active : (after.order[at] ?? after.order.at(-1) ?? null), anchor: null };
}

/** The cells with all sections open that hide this one. */
function revealed(state: Cells, id: string): Cells {
  if (!hiddenCells(state).has(id)) return state;
  return withChanged(state, headingsAbove(state, id), (cell) => withFold(cell, "section", false));
}
