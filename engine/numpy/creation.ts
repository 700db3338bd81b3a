import { type allocate, type DType, dtypes } from "../dtype";
import { OverflowError, TypeError, ValueError, ZeroDivisionError } from "../errors";
import { toHalf } from "../half";
import { copy, type Element, fromValues, zeros as makeZeros, NDArray } from "../ndarray";
import { Complex, Float, isScalar, type Scalar } from "../scalar";
import { type Shape, sameShape, tupleText } from "../shape";
import { astype, castInto } from "./astype";
import { promoteTypes, scalarDType } from "./promotion";

/** Nested lists of numbers and arrays, all of one shape on each level. */
export type NestedNumbers = readonly (Scalar | NDArray | NestedNumbers)[];

/** The most axes an array can have. */
const maxDims = 32;

/** A shape given as NumPy's functions take it. @throws {ValueError} for a negative length or too many axes */
export function shapeOf(shape: number | readonly number[]): number[] {
  const lengths = typeof shape === "number" ? [shape] : [...shape];
  if (lengths.length > maxDims) {
    throw new ValueError(`maximum supported dimension for an ndarray is ${maxDims}, found ${lengths.length}`);
  }
  for (const length of lengths) {
    if (!Number.isInteger(length)) throw new TypeError(`'${typeof length}' object cannot be interpreted as an integer`);
    if (length < 0) throw new ValueError("negative dimensions are not allowed");
  }
  return lengths;
}

/** A plain number as an element, with the marks of `Float` taken off. */
export function elementOf(scalar: Scalar): Element {
  return scalar instanceof Float ? scalar.value : scalar;
}

/**
 * An array from a number, nested lists of numbers, or an array (copied). Without a dtype: the narrowest of bool, int64,
 * uint64, float64, complex128 that holds all numbers; arrays keep theirs.
 *
 * @throws {ValueError} if lists of one level differ in length
 */
export function array(values: NDArray | Scalar | NestedNumbers, dtype?: DType | null): NDArray {
  if (values instanceof NDArray) return dtype ? astype(values, dtype) : copy(values);
  if (isScalar(values)) return full([], values, dtype ?? scalarDType(values));
  const leaves: (Scalar | NDArray)[] = [];
  const shape = collect(values, leaves, 0);
  const parts = leaves.map((leaf) => (leaf instanceof NDArray ? leaf.dtype : scalarDType(leaf)));
  const target = dtype ?? (parts.length === 0 ? "float64" : parts.reduce(promoteTypes));
  const result = makeZeros(shape, target);
  const step = leaves.length ? result.size / leaves.length : 0;
  leaves.forEach((leaf, i) => {
    if (leaf instanceof NDArray) castInto(window(result, i * step, leaf.shape), leaf);
    else result.write(i, checkInt(elementOf(leaf), target));
  });
  return result;
}

/** A Python int has to fit the integer dtype it is stored in. */
function checkInt(element: Element, dtype: DType): Element {
  if (typeof element === "bigint" && dtypes[dtype].kind !== "complex" && dtypes[dtype].kind !== "float") {
    if (element >= 2n ** 64n || element < -(2n ** 63n)) {
      throw new OverflowError("Python int too large to convert to C long");
    }
  }
  return element;
}

function window(array: NDArray, start: number, shape: Shape): NDArray {
  return new NDArray(array.dtype, shape, array.storage, undefined, start, array);
}

function collect(list: NestedNumbers, leaves: (Scalar | NDArray)[], depth: number): number[] {
  if (depth >= maxDims) {
    throw new ValueError(
      `setting an array element with a sequence. The requested array would exceed the maximum number of dimension of ${maxDims}.`,
    );
  }
  let inner: number[] | null = null;
  for (const item of list) {
    const shape: number[] =
      item instanceof NDArray ? [...item.shape] : isScalar(item) ? [] : collect(item, leaves, depth + 1);
    if (item instanceof NDArray || isScalar(item)) leaves.push(item);
    if (inner !== null && !sameShape(inner, shape)) throw ragged(depth + 1, [list.length]);
    inner = shape;
  }
  return [list.length, ...(inner ?? [])];
}

/** NumPy's refusal of lists whose items differ in shape. */
export function ragged(dimensions: number, shape: Shape): ValueError {
  return new ValueError(
    "setting an array element with a sequence. The requested array has an inhomogeneous shape after " +
      `${dimensions} dimensions. The detected shape was ${tupleText(shape)} + inhomogeneous part.`,
  );
}

export function zeros(shape: number | readonly number[], dtype: DType = "float64"): NDArray {
  return makeZeros(shapeOf(shape), dtype);
}

/** Zeros too: there is no uninitialised memory here. */
export const empty = zeros;

export function ones(shape: number | readonly number[], dtype: DType = "float64"): NDArray {
  return full(shape, 1, dtype);
}

/** An array with one value, or an array broadcast to the shape, everywhere. */
export function full(shape: number | readonly number[], value: Scalar | NDArray, dtype?: DType | null): NDArray {
  const target = dtype ?? (value instanceof NDArray ? value.dtype : scalarDType(value));
  const result = makeZeros(shapeOf(shape), target);
  fill(result, value);
  return result;
}

/** Set every element to a value, cast to the array's dtype. */
export function fill(target: NDArray, value: Scalar | NDArray): void {
  if (value instanceof NDArray) {
    castInto(target, value);
    return;
  }
  const single = fromValues([checkInt(elementOf(value), target.dtype)], [], target.dtype);
  if (target.isContiguous && dtypes[target.dtype].kind !== "complex") {
    const storage = target.storage as Float64Array;
    storage.fill((single.storage as Float64Array)[0]!, target.offset, target.offset + target.size);
  } else {
    castInto(target, single);
  }
}

export function zerosLike(prototype: NDArray, dtype?: DType | null, shape?: Shape | null): NDArray {
  return zeros(shape ?? prototype.shape, dtype ?? prototype.dtype);
}
export const emptyLike = zerosLike;
export function onesLike(prototype: NDArray, dtype?: DType | null, shape?: Shape | null): NDArray {
  return ones(shape ?? prototype.shape, dtype ?? prototype.dtype);
}
export function fullLike(prototype: NDArray, value: Scalar | NDArray, dtype?: DType | null, shape?: Shape | null) {
  return full(shape ?? prototype.shape, value, dtype ?? prototype.dtype);
}

/** rows × columns zeros with ones on the k-th diagonal; columns default to rows. */
export function eye(rows: number, columns?: number | null, k = 0, dtype: DType = "float64"): NDArray {
  const [n, m] = shapeOf([rows, columns ?? rows]) as [number, number];
  const result = makeZeros([n, m], dtype);
  for (let row = Math.max(0, -k); row < n && row + k < m; row++) result.write(row * m + row + k, 1);
  return result;
}
export function identity(size: number, dtype: DType = "float64"): NDArray {
  return eye(size, size, 0, dtype);
}

/** Ones at and below the k-th diagonal, zeros above. */
export function tri(rows: number, columns?: number | null, k = 0, dtype: DType = "float64"): NDArray {
  const [n, m] = shapeOf([rows, columns ?? rows]) as [number, number];
  const result = makeZeros([n, m], dtype);
  for (let row = 0; row < n; row++) {
    for (let column = 0; column < Math.min(m, row + k + 1); column++) result.write(row * m + column, 1);
  }
  return result;
}

/**
 * start, start + step, … below stop; one bound alone is stop. Each value is start + i · (second − first), as NumPy fills.
 *
 * @throws {ZeroDivisionError} for step 0; {ValueError} for more values than fit an array
 */
export function arange(start: Scalar, stop?: Scalar | null, step: Scalar = 1, dtype?: DType | null): NDArray {
  const [from, to] = stop === undefined || stop === null ? [0, start] : [start, stop];
  const bounds = [from, to, step];
  const target = dtype ?? bounds.map(scalarDType).reduce(promoteTypes, "int64");
  if (bounds.some((bound) => bound instanceof Complex) || dtypes[target].kind === "complex") {
    throw new TypeError("unsupported operand type(s) for /: complex numbers have no order; arange needs real bounds");
  }
  const [a, b, by] = bounds.map((bound) => Number(elementOf(bound))) as [number, number, number];
  if (by === 0) throw new ZeroDivisionError("division by zero");
  const length = Math.max(0, Math.ceil((b - a) / by));
  if (Number.isNaN(length)) throw new ValueError("arange: cannot compute length");
  if (length > 2 ** 40) throw new ValueError("Maximum allowed size exceeded");
  if (target === "bool" && length > 2) {
    throw new TypeError("arange() is only supported for booleans when the result has at most length 2.");
  }
  const { storage } = makeZeros([length], target);
  fillSteps(storage, target, length, from, by, a);
  return new NDArray(target, [length], storage);
}

function fillSteps(
  storage: ReturnType<typeof allocate>,
  dtype: DType,
  length: number,
  from: Scalar,
  by: number,
  start: number,
): void {
  if (dtype === "int64" || dtype === "uint64") {
    const bigs = storage as BigInt64Array;
    const first = typeof from === "bigint" ? from : BigInt(Math.trunc(start));
    const delta = BigInt(Math.trunc(start + by)) - BigInt(Math.trunc(start));
    const words = new Int32Array(bigs.buffer, bigs.byteOffset, 2 * length);
    const last = Number(first) + length * Number(delta);
    if (Math.abs(Number(first)) < 2 ** 31 && Math.abs(last) < 2 ** 31) {
      const [low, step] = [Number(first), Number(delta)];
      for (let i = 0; i < length; i++) {
        const value = low + i * step;
        words[2 * i] = value;
        words[2 * i + 1] = value >> 31;
      }
    } else {
      for (let i = 0; i < length; i++) bigs[i] = first + BigInt(i) * delta;
    }
    return;
  }
  const single = (value: number) => Number(fromValues([value], [], dtype).read(0));
  const first = single(start);
  const delta = single(start + by) - first;
  const values = storage as Float64Array;
  if (dtype === "float32") {
    const step = Math.fround(delta);
    for (let i = 0; i < length; i++) values[i] = first + Math.fround(Math.fround(i) * step);
  } else if (dtype === "float16") {
    for (let i = 0; i < length; i++) values[i] = toHalf(Math.fround(first + Math.fround(i * delta)));
  } else {
    for (let i = 0; i < length; i++) values[i] = first + i * delta;
  }
}
