import { checkpoint } from "../checkpoint";
import { type DType, dtypes } from "../dtype";
import { ValueError } from "../errors";
import { roundToHalf, toHalf } from "../half";
import { fromValues, NDArray, zeros } from "../ndarray";
import type { Scalar } from "../scalar";
import { axesOf, type Shape, sizeOf } from "../shape";
import { addTable, fmaxTable, fminTable, maximumTable, minimumTable, multiplyTable } from "./arithmetic";
import { astype, cast } from "./astype";
import { forEachBlock, isBig, Source } from "./blocks";
import { bitwiseAndTable, bitwiseOrTable, bitwiseXorTable, logicalAndTable, logicalOrTable } from "./comparison";
import { elementOf, full } from "./creation";
import { extremeFast, sumFast } from "./fastFold";
import { reshape, transpose } from "./manipulation";
import { type ArrayLike, arrayOf, type BinaryUfunc, outDType, runBinary } from "./ufunc";

/** Which axes a reduction folds away: one, several, or all without any. */
export type Axis = number | readonly number[] | null;

export interface ReduceOptions {
  axis?: Axis;
  /** Keep the folded axes with length 1. */
  keepdims?: boolean;
  /** The dtype to compute in, in place of NumPy's. */
  dtype?: DType | null;
  /** What the fold starts from. */
  initial?: Scalar | null;
  /** Elements that take part, broadcast to the array. */
  where?: NDArray | null;
}

/** Sums and products of narrow integers and bools are 64 bits wide. */
export function wideInt(dtype: DType): DType {
  const { kind } = dtypes[dtype];
  return kind === "bool" || kind === "int" ? "int64" : kind === "uint" ? "uint64" : dtype;
}

function keptShape(shape: Shape, axes: readonly number[], keepdims: boolean): number[] {
  return keepdims
    ? shape.map((length, axis) => (axes.includes(axis) ? 1 : length))
    : shape.filter((_, axis) => !axes.includes(axis));
}

/** Fold axes of an array with a binary operation, in NumPy's order, in the given dtype. */
export function reduceWith(table: BinaryUfunc, value: ArrayLike, loop: DType, options: ReduceOptions = {}): NDArray {
  const given = arrayOf(value);
  const { keepdims = false, initial } = options;
  const axes = axesOf(options.axis, given.ndim);
  const start = initial === undefined || initial === null ? table.identity : elementOf(initial);
  let source = given;
  if (options.where) {
    if (start === undefined) {
      throw new ValueError(
        `reduction operation '${table.name}' does not have an identity, so to use a where mask one has to specify 'initial'`,
      );
    }
    source = masked(given, options.where, start as number, loop);
  }
  const count = axes.reduce((product, axis) => product * given.shape[axis]!, 1);
  const shape = keptShape(given.shape, axes, keepdims);
  if (count === 0 && start === undefined && sizeOf(shape) > 0) {
    throw new ValueError(`zero-size array to reduction operation ${table.name} which has no identity`);
  }
  const result = outDType(table, loop);
  if (source.size === 0) return full(shape, (start ?? 0) as Scalar, result);
  const { kind } = dtypes[loop];
  if (table === addTable && kind === "float") return addFloats(source, axes, shape, loop, Number(start));
  return foldRows(table, source, axes, shape, loop, start);
}

function masked(array: NDArray, where: NDArray, start: number, dtype: DType): NDArray {
  const chosen = full(array.shape, start, dtype);
  const mask = new Source(where, array.shape, array.size).numbers(0, array.size);
  const values = cast(array, dtype);
  const flat = reshape(values, [array.size]);
  for (let i = 0; i < array.size; i++)
    if (mask[i] !== 0) chosen.write(i, flat.read(flat.offset + i * flat.strides[0]!));
  return chosen;
}

/** The kept axes, then the folded ones, each with its strides in the array. */
function splitAxes(array: NDArray, axes: readonly number[]) {
  const kept = array.shape.map((_, axis) => axis).filter((axis) => !axes.includes(axis));
  return transpose(array, [...kept, ...[...axes].sort((a, b) => a - b)]);
}

/** Sum of a run of numbers in NumPy's pairwise order; `round` is the rounding of each addition. */
function pairwise(x: Float64Array, from: number, count: number, round: (value: number) => number): number {
  if (count < 8) {
    let total = -0;
    if (count === 0) return 0;
    total = x[from]!;
    for (let i = 1; i < count; i++) total = round(total + x[from + i]!);
    return total;
  }
  if (count <= 128) {
    let [a, b, c, d] = [x[from]!, x[from + 1]!, x[from + 2]!, x[from + 3]!];
    let [e, f, g, h] = [x[from + 4]!, x[from + 5]!, x[from + 6]!, x[from + 7]!];
    const whole = count - (count % 8);
    for (let i = from + 8; i < from + whole; i += 8) {
      a = round(a + x[i]!);
      b = round(b + x[i + 1]!);
      c = round(c + x[i + 2]!);
      d = round(d + x[i + 3]!);
      e = round(e + x[i + 4]!);
      f = round(f + x[i + 5]!);
      g = round(g + x[i + 6]!);
      h = round(h + x[i + 7]!);
    }
    let total = round(round(round(a + b) + round(c + d)) + round(round(e + f) + round(g + h)));
    for (let i = from + whole; i < from + count; i++) total = round(total + x[i]!);
    return total;
  }
  let half = Math.floor(count / 2);
  half -= half % 8;
  return round(pairwise(x, from, half, round) + pairwise(x, from + half, count - half, round));
}

const exact = (value: number) => value;

/** Elements that NumPy casts at a time when it sums in another dtype than the array's. */
const bufferSize = 8192;

/**
 * Float sums with the bits of NumPy's: axes are walked by falling stride; along a folded innermost axis additions go
 * pairwise, into a kept one row by row.
 */
function addFloats(array: NDArray, axes: readonly number[], shape: Shape, loop: DType, start: number): NDArray {
  const round = loop === "float64" ? exact : Math.fround;
  const keep = loop === "float16" ? roundToHalf : round; // what is stored between runs is a float16
  const result = zeros(shape, loop);
  const totals = new Float64Array(result.size).fill(start);
  const walk = orderedWalk(array, axes);
  const last = walk.length - 1;
  const inner = walk[last] ?? { length: 1, step: 0, out: 0 };
  const chunk = array.dtype === loop ? inner.length : bufferSize;
  const read = (place: number, count: number) =>
    new Source(new NDArray(array.dtype, [count], array.storage, [inner.step], place), [count], count).numbers(0, count);
  const counters = new Array<number>(Math.max(0, last)).fill(0);
  let place = array.offset;
  let out = 0;
  for (let done = 0, checked = 0; ; ) {
    if (inner.out === 0) {
      for (let from = 0; from < inner.length; from += chunk) {
        const count = Math.min(chunk, inner.length - from);
        const fast = inner.step === 1 && array.dtype === loop ? sumFast(array, place + from, count) : null;
        const sum = fast ?? pairwise(read(place + from * inner.step, count), 0, count, round);
        totals[out] = keep(totals[out]! + sum);
      }
    } else {
      const row = read(place, inner.length);
      for (let i = 0, at = out; i < inner.length; i++, at += inner.out) totals[at] = keep(totals[at]! + row[i]!);
    }
    done += inner.length;
    if (done - checked > 65536) {
      checked = done;
      checkpoint();
    }
    let axis = last - 1;
    for (; axis >= 0; axis--) {
      const { length, step, out: outStep } = walk[axis]!;
      place += step;
      out += outStep;
      if (++counters[axis]! < length) break;
      place -= step * length;
      out -= outStep * length;
      counters[axis] = 0;
    }
    if (axis < 0) break;
  }
  const storage = result.storage as Float64Array;
  if (loop === "float16") for (let i = 0; i < totals.length; i++) storage[i] = toHalf(totals[i]!);
  else storage.set(totals);
  return result;
}

interface Step {
  length: number;
  /** Elements of the array, and of the row-major result, from one entry to the next; 0 in the result if folded. */
  step: number;
  out: number;
}

/** The axes in the order NumPy's iterator walks them: falling stride, neighbours joined. */
function orderedWalk(array: NDArray, axes: readonly number[]): Step[] {
  const steps: Step[] = [];
  let out = 1;
  for (let axis = array.ndim - 1; axis >= 0; axis--) {
    const length = array.shape[axis]!;
    const folded = axes.includes(axis);
    if (length !== 1) steps.unshift({ length, step: array.strides[axis]!, out: folded ? 0 : out });
    if (!folded) out *= length;
  }
  // insertion sort, as axes whose strides tie stay in order
  for (let i = 1; i < steps.length; i++) {
    for (let k = i; k > 0 && goesBefore(steps[k]!, steps[k - 1]!); k--) {
      [steps[k - 1], steps[k]] = [steps[k]!, steps[k - 1]!];
    }
  }
  const joined: Step[] = [];
  for (const step of steps) {
    const before = joined[joined.length - 1];
    if (before && before.step === step.step * step.length && before.out === step.out * step.length) {
      joined[joined.length - 1] = { ...step, length: before.length * step.length };
    } else {
      joined.push(step);
    }
  }
  return joined;
}

function goesBefore(a: Step, b: Step): boolean {
  return Math.abs(a.step) > Math.abs(b.step) && (a.out === 0 || b.out === 0 || a.out > b.out);
}

/** Fold the leading axis with the elementwise loop, row by row: exact for every dtype, rounded as the loop rounds. */
function foldRows(
  table: BinaryUfunc,
  array: NDArray,
  axes: readonly number[],
  shape: Shape,
  loop: DType,
  start: unknown,
): NDArray {
  const split = splitAxes(cast(array, table.out === "bool" ? "bool" : loop), axes);
  const kept = split.ndim - axes.length;
  const rows = sizeOf(split.shape.slice(kept));
  const outShape = split.shape.slice(0, kept);
  const working = table.out === "bool" ? "bool" : loop;
  const columns = sizeOf(outShape);
  // NumPy keeps a run of float16 products in float32, if the run is folded; row by row each step is rounded
  const runs = orderedWalk(array, axes).at(-1)?.out === 0;
  const round = working === "float16" && runs ? Math.fround : stepRounding(working);
  if (columns <= 64 || runs || rows > 4 * columns) {
    return reshape(foldLines(table, reshape(split, [columns, rows]), working, start, round), shape);
  }
  const flat = transpose(reshape(split, [columns, rows]));
  const row = (i: number) => flat.view([columns], [flat.strides[1]!], flat.offset + i * flat.strides[0]!);
  const begins = start !== undefined && start !== table.identity;
  const accumulator = begins ? full([columns], start as Scalar, working) : astype(row(0), working);
  for (let i = begins ? 0 : 1; i < rows; i++) runBinary(table, accumulator, row(i), working, accumulator);
  return reshape(accumulator, shape);
}

/** Fold each line of a matrix; `round` is applied after each step. */
function foldLines(
  table: BinaryUfunc,
  lines: NDArray,
  dtype: DType,
  start: unknown,
  round: (value: number) => number,
): NDArray {
  const [count, length] = lines.shape as [number, number];
  const result = zeros([count], dtype);
  const { kind } = dtypes[dtype];
  const seed = start === undefined ? undefined : fromValues([start as number], [], dtype);
  for (let i = 0; i < count; i++) {
    const line = lines.view([length], [lines.strides[1]!], lines.offset + i * lines.strides[0]!);
    if (kind === "complex") foldPairs(table, line, result, i, seed);
    else if (isBig(dtype)) foldBig(table, line, result, i, seed, dtype === "uint64");
    else foldNumbers(table, line, result, i, seed, round);
  }
  return result;
}

function foldNumbers(
  table: BinaryUfunc,
  line: NDArray,
  result: NDArray,
  place: number,
  seed: NDArray | undefined,
  round: (value: number) => number,
): void {
  const { kind, bytes } = dtypes[line.dtype];
  const wide = bytes === 4 && table.int32 ? table.int32 : table.int!;
  const loop = kind === "bool" ? table.bool! : kind === "float" ? table.float! : wide;
  const total = new Float64Array(1);
  const next = new Float64Array(1);
  let first = seed === undefined;
  if (seed) total[0] = Number(seed.read(0));
  const source = new Source(line);
  const quick = quickFold[table.name];
  const best = quick && line.strides[0] === 1 ? extremeFast(table.name, line, line.offset, line.size) : null;
  if (quick && best !== null) {
    const value = first ? best : quick(total[0]!, Float64Array.of(best));
    new NDArray(line.dtype, [1], result.storage, [1], place).write(place, value);
    return;
  }
  forEachBlock(line.size, (from, count) => {
    const values = source.numbers(from, count);
    let i = 0;
    if (first) total[0] = values[i++]!;
    first = false;
    if (quick) {
      total[0] = quick(total[0]!, values);
      return;
    }
    for (; i < count; i++) {
      next[0] = values[i]!;
      loop(1, total, next, total);
      total[0] = round(total[0]!);
    }
  });
  new NDArray(line.dtype, [1], result.storage, [1], place).write(place, total[0]!);
}

/** The rounding that a loop of a dtype gives each step: wrapped integers, floats of fewer bits. */
function stepRounding(dtype: DType): (value: number) => number {
  if (dtype === "float64" || dtype === "bool") return exact;
  if (dtype === "float32") return Math.fround;
  if (dtype === "float16") return roundToHalf;
  const cell = new dtypes[dtype].storage(1) as Int32Array;
  return (value) => {
    cell[0] = value;
    return cell[0]!;
  };
}

/** Folds of a block that need no rounding. */
const quickFold: Record<string, ((best: number, values: Float64Array) => number) | undefined> = {
  maximum: (best, values) => {
    let top = best;
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      if (value > top || Number.isNaN(value)) top = value;
      if (Number.isNaN(top)) return top;
    }
    return top;
  },
  minimum: (best, values) => {
    let low = best;
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      if (value < low || Number.isNaN(value)) low = value;
      if (Number.isNaN(low)) return low;
    }
    return low;
  },
  logical_and: (best, values) => (best !== 0 && values.indexOf(0) < 0 ? 1 : 0),
  logical_or: (best, values) => {
    if (best !== 0) return 1;
    for (let i = 0; i < values.length; i++) if (values[i] !== 0) return 1;
    return 0;
  },
};

function foldBig(
  table: BinaryUfunc,
  line: NDArray,
  result: NDArray,
  place: number,
  seed: NDArray | undefined,
  unsigned: boolean,
): void {
  const wrap = (value: bigint) => (unsigned ? BigInt.asUintN(64, value) : BigInt.asIntN(64, value));
  let total: bigint | null = seed ? (seed.read(0) as bigint) : null;
  const source = new Source(line);
  forEachBlock(line.size, (from, count) => {
    if (table === addTable) {
      const values = source.numbers(from, count);
      if (source.bound <= 2 ** 40) {
        let sum = 0; // exact: 4096 numbers of at most 2⁴⁰
        for (let i = 0; i < count; i++) sum += values[i]!;
        total = wrap((total ?? 0n) + BigInt(sum));
        return;
      }
    }
    const values = source.bigints(from, count, unsigned);
    for (let i = 0; i < count; i++) {
      total = total === null ? values[i]! : wrap(table.big!(total, values[i]!, unsigned) as bigint);
    }
  });
  (result.storage as BigInt64Array)[place] = total!;
}

function foldPairs(table: BinaryUfunc, line: NDArray, result: NDArray, place: number, seed?: NDArray): void {
  const total = new Float64Array(2);
  const source = new Source(line);
  let first = seed === undefined;
  if (seed) total.set(new Source(seed).pairs(0, 1));
  const storage = result.storage as Float64Array;
  forEachBlock(line.size, (from, count) => {
    const values = source.pairs(from, count);
    for (let i = 0; i < count; i++) {
      const pair = values.subarray(2 * i, 2 * i + 2);
      if (first) total.set(pair);
      else table.complex!(1, total, pair, total);
      first = false;
      if (result.dtype === "complex64") total.set([Math.fround(total[0]!), Math.fround(total[1]!)]);
    }
  });
  storage[2 * place] = total[0]!;
  storage[2 * place + 1] = total[1]!;
}

/** Sum; ints in 64 bits, floats in their own dtype with NumPy's order of additions. */
export function sum(x: ArrayLike, options: ReduceOptions = {}): NDArray {
  const array = arrayOf(x);
  return reduceWith(addTable, array, options.dtype ?? wideInt(array.dtype), options);
}
export function prod(x: ArrayLike, options: ReduceOptions = {}): NDArray {
  const array = arrayOf(x);
  return reduceWith(multiplyTable, array, options.dtype ?? wideInt(array.dtype), options);
}
const own =
  (table: BinaryUfunc) =>
  (x: ArrayLike, options: ReduceOptions = {}) => {
    const array = arrayOf(x);
    return reduceWith(table, array, array.dtype, options);
  };
/** The greatest element; NaN if there is one. @throws {ValueError} for an empty array */
export const max = own(maximumTable);
export const amax = max;
export const min = own(minimumTable);
export const amin = min;
/** The greatest element that is not NaN. */
export const nanmax = own(fmaxTable);
export const nanmin = own(fminTable);
/** Whether all elements are not zero. */
export const all = own(logicalAndTable);
export const any = own(logicalOrTable);

/** The reductions a ufunc's `reduce` method offers, by NumPy's name. */
export const reducible: Record<string, BinaryUfunc> = {
  add: addTable,
  multiply: multiplyTable,
  maximum: maximumTable,
  minimum: minimumTable,
  fmax: fmaxTable,
  fmin: fminTable,
  logical_and: logicalAndTable,
  logical_or: logicalOrTable,
  bitwise_and: bitwiseAndTable,
  bitwise_or: bitwiseOrTable,
  bitwise_xor: bitwiseXorTable,
};

/** Fold axes with a ufunc, by its camelCase name. @throws {ValueError} for one that cannot be folded */
export function reduceBy(name: string, x: ArrayLike, options: ReduceOptions = {}): NDArray {
  const table = reducible[name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)];
  if (!table) throw new ValueError(`reduce is not available for ${name}`);
  const array = arrayOf(x);
  const wide = table === addTable || table === multiplyTable ? wideInt(array.dtype) : array.dtype;
  return reduceWith(table, array, options.dtype ?? wide, options);
}
