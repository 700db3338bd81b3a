import type { CellBody, Cells } from "./steps";

/**
 * What brings cells back to how they were. Of a cell that is there before and after, only the fields that the step
 * changed: what was written in it since stays.
 */
export type Step = {
  /** Left out: the order is the same. */
  readonly order?: readonly string[];
  /** Fields to put in (`undefined`: to take out), a whole cell to put in, or null for one to take out. */
  readonly bodies: { readonly [id: string]: { readonly [field: string]: unknown } | null };
  /** Which cells were selected. */
  readonly anchor: string | null;
  readonly active: string | null;
};

type Place = Pick<Step, "anchor" | "active">;

/** Structural steps that were done and those that were undone, the latest last. */
export type History = { readonly past: readonly Step[]; readonly future: readonly Step[] };

export const noHistory: History = { past: [], future: [] };

/** How many steps are kept. */
const limit = 1_000;

/** The step that leads from `now` back to `then`. */
export function stepBack(then: Cells & Place, now: Cells): Step {
  const bodies: { [id: string]: { [field: string]: unknown } | null } = {};
  if (then.cells !== now.cells) {
    for (const id of Object.keys({ ...then.cells, ...now.cells })) {
      const [old, present] = [then.cells[id], now.cells[id]];
      if (old !== present) bodies[id] = old ? (present ? changedFields(old, present) : old) : null;
    }
  }
  const { anchor, active } = then;
  return { ...(then.order !== now.order && { order: then.order }), bodies, anchor, active };
}

/** The cells after a step. */
export function afterStep({ order, cells }: Cells, step: Step): Cells {
  const next: { [id: string]: CellBody } = { ...cells };
  for (const [id, fields] of Object.entries(step.bodies)) {
    if (fields === null) delete next[id];
    else next[id] = withFields(next[id], fields);
  }
  // a cell that came or went without a step, from another tab, neither comes twice nor gets lost
  const wanted = (step.order ?? order).filter((id) => next[id]);
  const known = new Set(wanted);
  return { order: [...wanted, ...order.filter((id) => next[id] && !known.has(id))], cells: next };
}

/** The history after one more step was done; what was undone before it can't be redone any more. */
export const afterDoing = ({ past }: History, step: Step): History => ({
  past: [...past.slice(-limit + 1), step],
  future: [],
});

/** Goes a step back ("past") or forth ("future"); null if there is none. */
export function travelled<S extends Cells & Place & History>(state: S, way: keyof History) {
  const step = state[way].at(-1);
  if (!step) return null;
  const next = afterStep(state, step);
  const other = way === "past" ? "future" : "past";
  const back = stepBack(state, next);
  return { ...next, step, [way]: state[way].slice(0, -1), [other]: [...state[other], back] } as Cells &
    History & { step: Step };
}

function changedFields(old: CellBody, present: CellBody): { [field: string]: unknown } {
  const fields = Object.keys({ ...old, ...present }).filter((field) => old[field] !== present[field]);
  return Object.fromEntries(fields.map((field) => [field, old[field]]));
}

function withFields(cell: CellBody | undefined, fields: { readonly [field: string]: unknown }): CellBody {
  const merged = Object.entries({ ...cell, ...fields }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(merged) as CellBody;
}
