import { copy, type look, NDArray, Parameter, type Storage, type Tensor } from "../../engine";
import type { OneForm } from "./types";

/** What the handles together may hold on to. */
const limits = { bytes: 2 ** 29, handles: 1_000 } as const;
/** An array of NumPy's up to so many bytes is copied when it is shown, since cells may write into it afterwards. */
const copied = 2 ** 26;

/** Something that was shown and can be asked about. */
export interface Shown {
  kind: OneForm["kind"];
  name?: string;
  array: NDArray;
  parameter?: WeakRef<Parameter>;
  /** It is not a copy, so what is known of it holds only until the next cell. */
  isLive: boolean;
  /** The statistics of its array, once they are known. */
  statistics?: look.Statistics;
  /** Answers that were given, by the request. */
  answers: Map<string, object>;
}

/**
 * What outputs show, by handle. A tensor's values are those it had when it was shown: operations replace them, and never
 * write into them. An array of NumPy's is copied, or is live when it is larger than 64 MB. Only a cell that writes into the
 * memory which `asnumpy` or `from_numpy` shares can change what a tensor's handle shows.
 *
 * The oldest are released when there are too many, but never the newest.
 */
export class Handles {
  #shown = new Map<string, Shown>();
  #holders = new Map<object, number>(); // how many handles show the values in a storage
  #bytes = 0; // of those storages
  #count = 0;
  /** An output of an earlier session must never be answered with the numbers of this one. */
  readonly #session = Math.random().toString(36).slice(2, 10);

  add(shown: Shown): string {
    const handle = `${this.#session}-${++this.#count}`;
    this.#shown.set(handle, shown);
    this.#hold(shown.array.storage, 1);
    for (const [oldest, { array }] of this.#shown) {
      const isTooMany = this.#shown.size > limits.handles;
      if ((this.#bytes <= limits.bytes && !isTooMany) || oldest === handle) break;
      if (isTooMany || this.#holders.get(array.storage) === 1) this.release(oldest); // else nothing would be let go
    }
    return handle;
  }

  get(handle: string): Shown | undefined {
    return this.#shown.get(handle);
  }

  release(handle: string): void {
    const shown = this.#shown.get(handle);
    if (!shown) return;
    this.#shown.delete(handle);
    this.#hold(shown.array.storage, -1);
  }

  #hold(storage: Storage, change: 1 | -1): void {
    const before = this.#holders.get(storage) ?? 0;
    if (before + change === 0) this.#holders.delete(storage);
    else this.#holders.set(storage, before + change);
    if (before === 0 || before + change === 0) this.#bytes += change * storage.byteLength;
  }

  /** A cell begins: it may change what is live. */
  forget(): void {
    for (const shown of this.#shown.values()) {
      if (!shown.isLive) continue;
      shown.answers.clear();
      shown.statistics = undefined;
    }
  }
}

/** What has to be remembered of a value that is shown. */
export function shownOf(value: Tensor | NDArray): Shown {
  if (value instanceof Parameter)
    return { ...still("parameter", value.asnumpy()), name: value.name, parameter: new WeakRef(value) };
  if (!(value instanceof NDArray)) return still("tensor", value.asnumpy());
  return value.nbytes > copied ? { ...still("array", value), isLive: true } : still("array", copy(value));
}

const still = (kind: Shown["kind"], array: NDArray): Shown => ({ kind, array, isLive: false, answers: new Map() });
