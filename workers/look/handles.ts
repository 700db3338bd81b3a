import { copy, NDArray, Parameter, type Storage, type Tensor } from "../../engine";
import type { Counted } from "./findings";
import type { OneForm } from "./types";

/** What the handles together may hold on to. */
const limits = { bytes: 2 ** 28, handles: 1_000 } as const;
/** An array of NumPy's up to so many bytes is copied when it is shown, since cells may write into it afterwards. */
const copied = 2 ** 26;

/** Something that was shown and can be asked about. */
export interface Shown extends Counted {
  kind: OneForm["kind"];
  name?: string;
  parameter?: WeakRef<Parameter>;
  /** It is not a copy, so what is known of it holds only until the next cell. */
  isLive: boolean;
  /** Answers that were given, by the request. */
  answers: Map<string, object>;
}

/**
 * What outputs show, by handle. A tensor's values are those it had when it was shown: operations replace them, and never
 * write into them. An array of NumPy's is copied, or is live when it is larger than 64 MB. Only a cell that writes into the
 * memory which `asnumpy` or `from_numpy` shares can change what a tensor's handle shows.
 *
 * The oldest are let go when there are too many bytes, but never the newest: they can be asked about as long as somebody else,
 * such as the reader's variable, holds their values.
 */
export class Handles {
  #shown = new Map<string, Shown>();
  #faded = new Map<string, { array: WeakRef<NDArray>; rest: Omit<Shown, "array"> }>(); // let go
  #holders = new Map<object, number>(); // how many handles show the values in a storage
  #bytes = 0; // of those storages
  #count = 0;
  /** An output of an earlier session must never be answered with the numbers of this one. */
  readonly #session = Math.random().toString(36).slice(2, 10);

  add(shown: Shown): string {
    const handle = `${this.#session}-${++this.#count}`;
    this.#shown.set(handle, shown);
    this.#hold(shown.array.storage, 1);
    for (const [oldest, { array, ...rest }] of this.#shown) {
      const isTooMany = this.#shown.size > limits.handles;
      if ((this.#bytes <= limits.bytes && !isTooMany) || oldest === handle) break;
      if (!isTooMany && array.storage === shown.array.storage) continue; // nothing would be freed
      this.release(oldest);
      this.#faded.set(oldest, { array: new WeakRef(array), rest });
    }
    while (this.#faded.size > limits.handles) this.#faded.delete(this.#faded.keys().next().value!);
    return handle;
  }

  get(handle: string): Shown | undefined {
    const faded = this.#faded.get(handle);
    const array = faded?.array.deref();
    return array ? { ...faded!.rest, array } : this.#shown.get(handle);
  }

  /** What is held, whoever else holds it. */
  get bytes(): number {
    return this.#bytes;
  }

  release(handle: string): void {
    this.#faded.delete(handle);
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

  /** A cell begins or has ended: it may have changed what is live. What is half found ends here. */
  forget(): void {
    for (const shown of [...this.#shown.values(), ...Array.from(this.#faded.values(), ({ rest }) => rest)]) {
      shown.begun = undefined;
      if (!shown.isLive) continue;
      shown.answers.clear();
      shown.found = undefined;
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
