import { type DType, dtypes } from "../dtype";
import { IndexError, TypeError, ValueError } from "../errors";
import { type NDArray, zeros } from "../ndarray";
import { axisOf, broadcastShapes } from "../shape";
import { maximum, minimum } from "./arithmetic";
import { astype, cast, castInto } from "./astype";
import { Source } from "./blocks";
import { array, zeros as makeZeros, tri } from "./creation";
import { placesFast } from "./fastFold";
import { getItem, placesOfTrue, Slice, setItem, subscript } from "./indexing";
import { forEachLine, type Line } from "./lines";
import { expandDims, moveaxis, ravel, reshape } from "./manipulation";
import { isComplex } from "./parts";
import { resultType } from "./promotion";
import { sum } from "./reduce";
import { type ArrayLike, arrayOf, operandOf, type UfuncOptions } from "./ufunc";

/** Elements of x where the condition holds, of y elsewhere. */
export function where(condition: ArrayLike, x: ArrayLike, y: ArrayLike): NDArray {
  const [a, b] = [operandOf(x), operandOf(y)];
  const dtype = resultType(a, b);
  const [mask, left, right] = [cast(arrayOf(condition), "bool"), cast(arrayOf(a), dtype), cast(arrayOf(b), dtype)];
  const shape = broadcastShapes(mask.shape, left.shape, right.shape);
  const result = zeros(shape, dtype);
  const entries = dtypes[dtype].kind === "complex" ? 2 : 1;
  const chunk = Math.min(4096, result.size);
  const [chosen, one, two] = [
    new Source(mask, shape, chunk),
    new Source(left, shape, chunk),
    new Source(right, shape, chunk),
  ];
  const target = result.storage as Float64Array; // entries move unread
  for (let start = 0; start < result.size; start += chunk) {
    const count = Math.min(chunk, result.size - start);
    const take = chosen.numbers(start, count);
    const p = one.raw(start, count) as Float64Array;
    const q = two.raw(start, count) as Float64Array;
    for (let i = 0; i < count * entries; i++) {
      target[start * entries + i] = take[entries === 2 ? i >> 1 : i] !== 0 ? p[i]! : q[i]!;
    }
  }
  return result;
}

/** Places of the elements that are not zero, one array for each axis. */
export function nonzero(x: ArrayLike): NDArray[] {
  const given = arrayOf(x);
  return placesOfTrue(given.ndim === 0 ? reshape(given, [1]) : given);
}

/** Places of the elements that are not zero, one row each. */
export function argwhere(x: ArrayLike): NDArray {
  const given = arrayOf(x);
  const places = placesOfTrue(given.ndim === 0 ? reshape(given, [1]) : given);
  const count = places[0]!.size;
  const result = makeZeros([count, given.ndim], "int64");
  for (const [axis, column] of given.ndim ? places.entries() : []) {
    castInto(getItem(result, subscript(new Slice(), axis)), column);
  }
  return result;
}

/** Every element brought between two bounds; a bound that is absent does not hold. */
export function clip(
  x: ArrayLike,
  low?: ArrayLike | null,
  high?: ArrayLike | null,
  { out, dtype }: UfuncOptions = {},
): NDArray {
  const absent = (bound: ArrayLike | null | undefined) => bound === undefined || bound === null;
  if (absent(low) && absent(high)) throw new ValueError("One of max or min must be given");
  const operands = [x, ...(absent(low) ? [] : [low!]), ...(absent(high) ? [] : [high!])].map(operandOf);
  const loop = dtype ?? resultType(...operands);
  let result = cast(arrayOf(x), loop);
  if (!absent(low)) result = maximum(result, cast(arrayOf(low!), loop));
  if (!absent(high)) result = minimum(result, cast(arrayOf(high!), loop));
  if (!out) return result === x ? astype(result, loop) : result;
  castInto(out, result);
  return out;
}

/** Entries of an axis by place; without an axis, of the flattened array. mode: "raise", "wrap" or "clip". */
export function take(x: ArrayLike, indices: ArrayLike, axis?: number | null, mode = "raise"): NDArray {
  const given = axis === undefined || axis === null ? ravel(arrayOf(x)) : arrayOf(x);
  const along = axisOf(axis ?? 0, given.ndim);
  const wanted = arrayOf(indices);
  if (dtypes[wanted.dtype].kind === "float" || dtypes[wanted.dtype].kind === "complex") {
    throw new TypeError(
      `Cannot cast array data from dtype('${wanted.dtype}') to dtype('int64') according to the rule 'safe'`,
    );
  }
  const length = given.shape[along]!;
  let places = cast(wanted, "int64");
  if (mode !== "raise") {
    places = astype(places, "int64");
    const storage = places.storage as BigInt64Array;
    const n = BigInt(length);
    for (let i = 0; i < storage.length; i++) {
      const place = storage[i]!;
      storage[i] = mode === "wrap" ? ((place % n) + n) % n : place < 0n ? 0n : place >= n ? n - 1n : place;
    }
  }
  if (length === 0 && places.size > 0) throw new IndexError("cannot do a non-empty take from an empty axes.");
  if (places.ndim === 0) {
    return getItem(
      given,
      subscript(...given.shape.map((_, i) => (i === along ? Number(places.read(places.offset)) : new Slice()))),
    );
  }
  return getItem(given, subscript(...given.shape.map((_, i) => (i === along ? places : new Slice()))));
}

/** For each line of an axis, the entries at the places that a line of `indices` gives. */
export function takeAlongAxis(x: NDArray, indices: NDArray, axis: number): NDArray {
  const along = axisOf(axis, x.ndim);
  if (indices.ndim !== x.ndim) {
    throw new ValueError("`indices` and `arr` must have the same number of dimensions");
  }
  const parts = indices.shape.map((_, i) => {
    if (i === along) return indices;
    const range = array(
      Array.from({ length: x.shape[i]! }, (_, k) => k),
      "int64",
    );
    return reshape(
      range,
      x.shape.map((_, k) => (k === i ? -1 : 1)),
    );
  });
  return getItem(x, subscript(...parts));
}

/** Overwrite places of the flattened array. */
export function put(target: NDArray, indices: ArrayLike, values: ArrayLike): void {
  const flat = ravel(target);
  const places = ravel(cast(arrayOf(indices), "int64"));
  const given = ravel(arrayOf(values));
  if (places.size === 0 || given.size === 0) return;
  const repeated = getItem(
    given,
    array(
      Array.from({ length: places.size }, (_, i) => i % given.size),
      "int64",
    ),
  );
  setItem(flat, places, repeated);
  if (flat.storage !== target.storage) castInto(target, reshape(flat, target.shape));
}

/** The place of the greatest or smallest element along an axis; the first NaN counts as such. */
function argExtreme(
  x: ArrayLike,
  axis: number | null | undefined,
  keepdims: boolean,
  name: "argmax" | "argmin",
  beats: (a: number | bigint, b: number | bigint) => boolean,
): NDArray {
  const given = arrayOf(x);
  const flat = axis === undefined || axis === null || given.ndim === 0;
  const array = flat ? ravel(given) : given;
  const along = axisOf(axis ?? 0, array.ndim);
  if (array.shape[along] === 0) throw new ValueError(`attempt to get ${name} of an empty sequence`);
  const shape = array.shape.filter((_, i) => i !== along);
  const result = makeZeros(shape, "int64");
  const out = result.storage as BigInt64Array;
  const walk = isComplex(array) ? complexLines : forEachLine;
  const findBest = (values: Line, i: number) => {
    let best = 0;
    for (let k = 1; k < values.length; k++) {
      const [value, top] = [values[k]!, values[best]!];
      if (Number.isNaN(top)) break;
      if (beats(value, top) || Number.isNaN(value)) best = k;
    }
    out[i] = BigInt(best);
  };
  if (!placesFast(name, moveaxis(array, along, -1), out)) walk(array, along, findBest, true);
  if (keepdims)
    return reshape(
      result,
      given.shape.map((length, i) => (flat || i === along ? 1 : length)),
    );
  return result;
}

/** Complex lines as ranks by real, then imaginary part, so that numbers compare as they do. */
function complexLines(array: NDArray, axis: number, visit: (line: Line, index: number) => void): void {
  const last = moveaxis(array, axis, -1);
  const length = last.shape[last.ndim - 1]!;
  const pairs = new Source(last, last.shape, last.size).pairs(0, last.size);
  for (let i = 0; i * length < last.size; i++) {
    const places = Array.from({ length }, (_, k) => k);
    const part = (k: number, p: 0 | 1) => pairs[2 * (i * length + k) + p]!;
    places.sort((a, b) => part(a, 0) - part(b, 0) || part(a, 1) - part(b, 1));
    const ranks = new Float64Array(length);
    places.forEach((place, rank) => {
      const before = places[rank - 1];
      const ties = before !== undefined && part(place, 0) === part(before, 0) && part(place, 1) === part(before, 1);
      ranks[place] = ties ? ranks[before]! : rank;
    });
    visit(ranks, i);
  }
}

export const argmax = (x: ArrayLike, axis?: number | null, keepdims = false) =>
  argExtreme(x, axis, keepdims, "argmax", (a, b) => a > b);
export const argmin = (x: ArrayLike, axis?: number | null, keepdims = false) =>
  argExtreme(x, axis, keepdims, "argmin", (a, b) => a < b);

/** The k-th diagonal of two axes, as the last axis of a view. */
export function diagonal(x: ArrayLike, offset = 0, axis1 = 0, axis2 = 1): NDArray {
  const given = arrayOf(x);
  if (given.ndim < 2) throw new ValueError("diag requires an array of at least two dimensions");
  const [a, b] = [axisOf(axis1, given.ndim), axisOf(axis2, given.ndim)];
  if (a === b) throw new ValueError("axis1 and axis2 cannot be the same");
  const [n, m] = [given.shape[a]!, given.shape[b]!];
  const length = Math.max(0, offset >= 0 ? Math.min(n, m - offset) : Math.min(n + offset, m));
  const kept = given.shape.map((_, i) => i).filter((i) => i !== a && i !== b);
  const start = given.offset + (length ? (offset >= 0 ? offset * given.strides[b]! : -offset * given.strides[a]!) : 0);
  return given.view(
    [...kept.map((i) => given.shape[i]!), length],
    [...kept.map((i) => given.strides[i]!), given.strides[a]! + given.strides[b]!],
    start,
  );
}

/** Sum of a diagonal. */
export function trace(x: ArrayLike, offset = 0, axis1 = 0, axis2 = 1, dtype?: DType | null): NDArray {
  return sum(diagonal(x, offset, axis1, axis2), { axis: -1, dtype });
}

/** A matrix with a vector on its k-th diagonal, or the diagonal of a matrix. */
export function diag(x: ArrayLike, k = 0): NDArray {
  const given = arrayOf(x);
  if (given.ndim === 2) return diagonal(given, k);
  if (given.ndim !== 1) throw new ValueError("Input must be 1- or 2-d.");
  const n = given.size + Math.abs(k);
  const result = makeZeros([n, n], given.dtype);
  castInto(diagonal(result, k), given);
  return result;
}

function triangle(x: ArrayLike, k: number, lower: boolean): NDArray {
  const given = arrayOf(x).ndim === 1 ? expandDims(arrayOf(x), 0) : arrayOf(x);
  if (given.ndim < 2) throw new TypeError("tri() missing 1 required positional argument: 'N'");
  const source = arrayOf(x).ndim === 1 ? arrayOf(x) : given;
  const [n, m] = source.ndim === 1 ? [source.size, source.size] : (source.shape.slice(-2) as [number, number]);
  const mask = tri(n, m, lower ? k : k - 1, "bool");
  const nothing = makeZeros([], source.dtype);
  return lower ? where(mask, source, nothing) : where(mask, nothing, source);
}
/** What lies at and below the k-th diagonal of the last two axes, zeros above. */
export const tril = (x: ArrayLike, k = 0) => triangle(x, k, true);
/** What lies at and above the k-th diagonal of the last two axes, zeros below. */
export const triu = (x: ArrayLike, k = 0) => triangle(x, k, false);

/** Entries of an axis where a condition holds. */
export function compress(condition: ArrayLike, x: ArrayLike, axis?: number | null): NDArray {
  const mask = arrayOf(condition);
  if (mask.ndim !== 1) throw new ValueError("condition must be a 1-d array");
  return take(x, placesOfTrue(mask)[0]!, axis);
}

/** For each element the array whose number it is. */
export function choose(indices: ArrayLike, choices: readonly ArrayLike[]): NDArray {
  const which = arrayOf(indices);
  const arrays = choices.map(arrayOf);
  const dtype = resultType(...arrays);
  const shape = broadcastShapes(which.shape, ...arrays.map((one) => one.shape));
  const result = zeros(shape, dtype);
  const picks = new Source(which, shape, result.size).numbers(0, result.size).slice();
  const sources = arrays.map((one) => cast(one, dtype));
  const wide = sources.map((one) => {
    const full = zeros(shape, dtype);
    castInto(full, one);
    return full;
  });
  for (let i = 0; i < result.size; i++) {
    const from = wide[picks[i]!];
    if (!from) throw new ValueError("invalid entry in choice array");
    result.write(i, from.read(i));
  }
  return result;
}
