import type { DType } from "../dtype";
import { IndexError, ValueError } from "../errors";
import { copy, type Element, elementsOf, NDArray } from "../ndarray";
import type { Scalar } from "../scalar";
import type { Shape } from "../shape";
import { astype } from "./astype";
import type { NestedNumbers } from "./creation";
import { cumprod, cumsum } from "./cumulative";
import { getItem, type IndexPart, Subscript, setItem } from "./indexing";
import { flatten, ravel, repeat, reshape, squeeze, swapaxes, transpose } from "./manipulation";
import { dot } from "./matmul";
import { all, any, max, min, prod, type ReduceOptions, sum } from "./reduce";
import { round } from "./rounding";
import { argmax, argmin, clip, diagonal, nonzero, take, trace } from "./selection";
import { argsort, sortInPlace } from "./sorting";
import { mean, ptp, std, variance } from "./statistics";
import type { ArrayLike } from "./ufunc";

/** Nested lists of elements: what `tolist` gives. */
export type Nested = Element | Nested[];

/*
 * The functions of this folder as methods of an array, as NumPy has them. They stand here and not in the class because they
 * are made of functions that are made of it.
 */
declare module "../ndarray" {
  interface NDArray {
    /** The same elements with other lengths, a view where it can be; one length may be -1. */
    reshape(...shape: readonly number[] | readonly [Shape]): NDArray;
    astype(dtype: DType): NDArray;
    copy(): NDArray;
    ravel(): NDArray;
    flatten(): NDArray;
    /** The axes in another order, reversed when none is given: a view. */
    transpose(...axes: readonly number[] | readonly [Shape]): NDArray;
    readonly T: NDArray;
    swapaxes(axis1: number, axis2: number): NDArray;
    squeeze(axis?: number | Shape | null): NDArray;
    repeat(repeats: number | Shape, axis?: number | null): NDArray;
    sum(options?: ReduceOptions): NDArray;
    prod(options?: ReduceOptions): NDArray;
    mean(options?: ReduceOptions): NDArray;
    std(options?: ReduceOptions): NDArray;
    var(options?: ReduceOptions): NDArray;
    max(options?: ReduceOptions): NDArray;
    min(options?: ReduceOptions): NDArray;
    ptp(options?: ReduceOptions): NDArray;
    all(options?: ReduceOptions): NDArray;
    any(options?: ReduceOptions): NDArray;
    argmax(axis?: number | null): NDArray;
    argmin(axis?: number | null): NDArray;
    argsort(axis?: number | null): NDArray;
    /** Sorts in place, as NumPy's method does; its function gives a copy. */
    sort(axis?: number): void;
    cumsum(axis?: number | null): NDArray;
    cumprod(axis?: number | null): NDArray;
    round(decimals?: number): NDArray;
    clip(low: ArrayLike | null, high: ArrayLike | null): NDArray;
    dot(other: ArrayLike): NDArray;
    take(indices: ArrayLike, axis?: number | null): NDArray;
    diagonal(offset?: number): NDArray;
    trace(offset?: number): NDArray;
    nonzero(): NDArray[];
    /** `array[index]`: numbers, `slice(…)`, `null` for a new axis, masks and lists of places. */
    get(...index: IndexPart[]): NDArray;
    /** `array[index] = value`; the index is a list here. */
    set(index: readonly IndexPart[], value: NDArray | Scalar | NestedNumbers): this;
    /** The only element, or that at a place. @throws {ValueError} if there is not just one */
    item(...index: number[]): Element;
    /** The elements as nested lists; a 0-d array's is the element itself. */
    tolist(): Nested;
    /** Entries along the first axis. */
    [Symbol.iterator](): Iterator<NDArray>;
  }
}

const lengths = (given: readonly number[] | readonly [Shape]) => (Array.isArray(given[0]) ? given[0] : given) as Shape;

const methods: ThisType<NDArray> & { [name: string]: unknown } = {
  reshape(...shape: number[]) {
    return reshape(this, lengths(shape));
  },
  transpose(...axes: number[]) {
    return transpose(this, axes.length === 0 ? null : lengths(axes));
  },
  sort(axis = -1) {
    sortInPlace(this, axis);
  },
  get(...index: IndexPart[]) {
    return getItem(this, new Subscript(index));
  },
  set(index: readonly IndexPart[], value: NDArray | Scalar | NestedNumbers) {
    setItem(this, new Subscript([...index]), value);
    return this;
  },
  item(...index: number[]) {
    const one = index.length === 0 ? this : getItem(this, new Subscript(index));
    if (one.size !== 1) throw new ValueError("can only convert an array of size 1 to a Python scalar");
    return elementsOf(one)[0];
  },
  tolist() {
    return nest(elementsOf(this), this.shape);
  },
  *[Symbol.iterator]() {
    if (this.ndim === 0) throw new IndexError("iteration over a 0-d array");
    for (let i = 0; i < this.shape[0]!; i++) yield getItem(this, i);
  },
};

/** Functions that take the array first and nothing in another way than the method does. */
const functions = {
  astype,
  copy,
  ravel,
  flatten,
  swapaxes,
  squeeze,
  repeat,
  sum,
  prod,
  mean,
  std,
  var: variance,
  max,
  min,
  ptp,
  all,
  any,
  argmax,
  argmin,
  argsort,
  cumsum,
  cumprod,
  round,
  clip,
  dot,
  take,
  diagonal,
  trace,
  nonzero,
};

for (const [name, run] of Object.entries(functions)) {
  methods[name] = function (this: NDArray, ...rest: unknown[]) {
    return (run as (array: NDArray, ...rest: unknown[]) => unknown)(this, ...rest);
  };
}
for (const name of Reflect.ownKeys(methods)) {
  const value = (methods as Record<string | symbol, unknown>)[name];
  Object.defineProperty(NDArray.prototype, name, { value, writable: true, configurable: true });
}
Object.defineProperty(NDArray.prototype, "T", {
  get(this: NDArray) {
    return transpose(this);
  },
  configurable: true,
});

/** Row-major elements as lists within lists. */
function nest(elements: Element[], shape: Shape): Nested {
  if (shape.length === 0) return elements[0]!;
  const [length, ...inner] = shape;
  const step = elements.length / length!;
  return Array.from({ length: length! }, (_, i) => nest(elements.slice(i * step, (i + 1) * step), inner));
}
