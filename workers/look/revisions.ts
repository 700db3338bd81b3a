import type { NDArray, RevisionListener } from "../../engine";
import type { Revision } from "./types";

/** Bytes of values that no parameter has any more. */
const budget = 2 ** 26;
/** Revisions of one parameter; beyond it those after the first go. */
const most = 200;

interface Kept extends Omit<Revision, "kept"> {
  values: Values;
}

/** The values of a revision, and of those after it that have left them as they were; null once they were let go. */
interface Values {
  array: NDArray | null;
}

/**
 * What parameters were before, within a budget: the oldest values go first. Nothing is copied: an operation never writes
 * into values that a parameter had.
 */
export class Revisions {
  /** The count of the cell that runs. */
  cell = 0;
  #histories = new WeakMap<object, Kept[]>();
  #old: { values: WeakRef<Values>; bytes: number }[] = [];
  #bytes = 0;

  readonly add: RevisionListener = (parameter, before, after, by) => {
    const history = this.#histories.get(parameter) ?? [entry(0, "created", 0, { array: before }, before)];
    this.#histories.set(parameter, history);
    const last = history.at(-1)!;
    const isSame = before === after;
    history.push(entry(last.number + 1, by, this.cell, isSame ? last.values : { array: after }, after));
    if (history.length > most) history.splice(1, 1);
    if (isSame) return;
    this.#old.push({ values: new WeakRef(last.values), bytes: last.bytes });
    this.#bytes += last.bytes;
    while (this.#bytes > budget) {
      const { values, bytes } = this.#old.shift()!;
      const oldest = values.deref();
      if (oldest) oldest.array = null;
      this.#bytes -= bytes;
    }
  };

  /** Those of a parameter, from the oldest on; one if nothing has changed it. */
  list(parameter: object, now: NDArray): Revision[] {
    const history = this.#histories.get(parameter) ?? [entry(0, "created", 0, { array: now }, now)];
    return history.map(({ values, ...revision }) => ({ ...revision, kept: values.array !== null }));
  }

  /** The values of one; undefined if they are gone. */
  find(parameter: object, now: NDArray, number: number): NDArray | undefined {
    const history = this.#histories.get(parameter);
    if (!history) return number === 0 ? now : undefined;
    return history.find((revision) => revision.number === number)?.values.array ?? undefined;
  }
}

const entry = (number: number, by: string, cell: number, values: Values, { shape, dtype, nbytes }: NDArray): Kept => ({
  number,
  by,
  cell,
  shape: [...shape],
  dtype,
  bytes: nbytes,
  values,
});
