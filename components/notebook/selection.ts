import { hiddenCells } from "./sections";
import type { Cells } from "./steps";

/** A run of cells from `anchor` to `active`; an anchor of null is the active cell itself. */
export type Selection = { readonly anchor: string | null; readonly active: string | null };

type Selected = Cells & Selection;

let latest: { order: unknown; anchor: unknown; active: unknown; ids: readonly string[]; set: ReadonlySet<string> };

function find({ order, anchor, active }: Selected) {
  if (latest?.order !== order || latest.anchor !== anchor || latest.active !== active) {
    const to = active === null ? -1 : order.indexOf(active);
    const from = anchor === null ? to : order.indexOf(anchor);
    const ids = to < 0 ? [] : from < 0 ? [active!] : order.slice(Math.min(from, to), Math.max(from, to) + 1);
    latest = { order, anchor, active, ids, set: new Set(ids) };
  }
  return latest;
}

/** The selected cells in notebook order. */
export const selectedIds = (state: Selected): readonly string[] => find(state).ids;

/** Asked by every cell, found once. */
export const isSelected = (state: Selected, id: string): boolean => find(state).set.has(id);

/** The shown cell `by` places from the active one, as far as there are cells; the first one if none is active. */
export function neighbour(state: Selected, by: number): string | null {
  const hidden = hiddenCells(state);
  const shown = hidden.size === 0 ? state.order : state.order.filter((id) => !hidden.has(id));
  const at = state.active === null ? 0 : shown.indexOf(state.active) + by;
  return shown[Math.max(0, Math.min(shown.length - 1, at))] ?? null;
}

/** The selection as far as its cells are still there. */
export function stillThere({ order }: Pick<Cells, "order">, { anchor, active }: Selection): Selection {
  const at = (id: string | null) => (id !== null && order.includes(id) ? id : null);
  return { anchor: at(active) === null ? null : at(anchor), active: at(active) ?? at(anchor) ?? order[0] ?? null };
}
