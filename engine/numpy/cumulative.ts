import { type DType, dtypes } from "../dtype";
import { ValueError } from "../errors";
import { type NDArray, zeros } from "../ndarray";
import { axisOf } from "../shape";
import { addTable, multiplyTable, subtract } from "./arithmetic";
import { cast, castInto } from "./astype";
import { isBig } from "./blocks";
import { notEqual } from "./comparison";
import { getItem, Slice, subscript } from "./indexing";
import { moveaxis, ravel } from "./manipulation";
import { reducible, wideInt } from "./reduce";
import { type ArrayLike, arrayOf, type BinaryUfunc, runBinary } from "./ufunc";

/** Every intermediate of folding an axis with a binary operation; each step is rounded as the loop rounds. */
export function accumulate(table: BinaryUfunc, x: ArrayLike, axis: number, dtype: DType): NDArray {
  const given = cast(arrayOf(x), dtype);
  const moved = moveaxis(given, axisOf(axis, given.ndim), 0);
  const result = zeros(moved.shape, table.out === "bool" ? "bool" : dtype);
  const length = moved.shape[0]!;
  if (result.size === 0) return moveaxis(result, 0, axis);
  if (moved.ndim === 1) {
    accumulateLine(table, moved, result);
    return result;
  }
  const row = (array: NDArray, i: number) => getItem(array, i);
  castInto(row(result, 0), row(moved, 0));
  for (let i = 1; i < length; i++) runBinary(table, row(result, i - 1), row(moved, i), dtype, row(result, i));
  return moveaxis(result, 0, axis);
}

/** One line, without a call of the whole machinery for each element. */
function accumulateLine(table: BinaryUfunc, line: NDArray, result: NDArray): void {
  const { kind, bytes } = dtypes[line.dtype];
  const place = (i: number) => line.offset + i * line.strides[0]!;
  result.write(0, line.read(place(0)));
  if (isBig(line.dtype)) {
    const storage = result.storage as BigInt64Array;
    for (let i = 1; i < line.size; i++) {
      storage[i] = table.big!(storage[i - 1]!, line.read(place(i)) as bigint, line.dtype === "uint64") as bigint;
    }
    return;
  }
  const loop =
    kind === "complex"
      ? table.complex
      : kind === "bool"
        ? table.bool
        : kind === "float"
          ? table.float
          : bytes === 4 && table.int32
            ? table.int32
            : table.int;
  const wide = kind === "complex" ? 2 : 1;
  const [x, y] = [new Float64Array(wide), new Float64Array(wide)];
  for (let i = 1; i < line.size; i++) {
    if (wide === 2) {
      const [a, b] = [result.read(i - 1), line.read(place(i))] as { re: number; im: number }[];
      x.set([a!.re, a!.im]);
      y.set([b!.re, b!.im]);
      loop!(1, x, y, x);
      (result.storage as Float64Array).set(x, 2 * i);
    } else {
      x[0] = Number(result.read(i - 1));
      y[0] = Number(line.read(place(i)));
      loop!(1, x, y, x);
      result.write(i, x[0]!);
    }
  }
}

export interface CumulativeOptions {
  axis?: number | null;
  dtype?: DType | null;
}

function cumulative(table: BinaryUfunc) {
  return (x: ArrayLike, { axis, dtype }: CumulativeOptions = {}): NDArray => {
    const given = arrayOf(x);
    const target = dtype ?? wideInt(given.dtype);
    const flat = axis === undefined || axis === null || given.ndim === 0;
    return accumulate(table, flat ? ravel(given) : given, axis ?? 0, target);
  };
}

/** Running sum; without an axis, of the flattened array. */
export const cumsum = cumulative(addTable);
/** Running product. */
export const cumprod = cumulative(multiplyTable);

/** `accumulate` by a ufunc's camelCase name. @throws {ValueError} for one that cannot be folded */
export function accumulateBy(name: string, x: ArrayLike, axis = 0, dtype?: DType | null): NDArray {
  const table = reducible[name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)];
  if (!table) throw new ValueError(`accumulate is not available for ${name}`);
  const given = arrayOf(x);
  if (given.ndim === 0) throw new ValueError("cannot accumulate on a scalar");
  const wide = table === addTable || table === multiplyTable ? wideInt(given.dtype) : given.dtype;
  return accumulate(table, given, axis, dtype ?? wide);
}

/** Differences of neighbours along an axis, n times; of bools, whether they differ. */
export function diff(x: ArrayLike, n = 1, axis = -1): NDArray {
  let array = arrayOf(x);
  if (n < 0) throw new ValueError(`order must be non-negative but got ${n}`);
  if (array.ndim === 0) throw new ValueError("diff requires input that is at least one dimensional");
  const along = axisOf(axis, array.ndim);
  const cut = (from: number | null, to: number | null) =>
    getItem(array, subscript(...array.shape.map((_, i) => (i === along ? new Slice(from, to) : new Slice()))));
  for (let i = 0; i < n; i++) {
    array = array.dtype === "bool" ? notEqual(cut(1, null), cut(null, -1)) : subtract(cut(1, null), cut(null, -1));
  }
  return array;
}
