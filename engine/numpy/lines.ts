import { checkpoint } from "../checkpoint";
import { type DType, dtypes } from "../dtype";
import { type NDArray, zeros } from "../ndarray";
import { axisOf } from "../shape";
import { Source } from "./blocks";
import { moveaxis, ravel } from "./manipulation";

/** The elements of one line as something to compare or count: float64, or bigints for 64-bit integers. */
export type Line = Float64Array | BigInt64Array | BigUint64Array;

/**
 * Call `visit` with the elements of each line along an axis and the number of the line. Lines are copies. 64-bit
 * integers come as bigints, or as numbers where those are exact and `numbers` allows it.
 */
export function forEachLine(
  array: NDArray,
  axis: number,
  visit: (line: Line, index: number) => void,
  numbers = false,
): void {
  const last = moveaxis(array, axis, -1);
  const length = last.shape[last.ndim - 1]!;
  const lines = length === 0 ? 0 : last.size / length;
  const source = new Source(last, last.shape, length);
  const big = array.dtype === "int64" || array.dtype === "uint64";
  for (let i = 0; i < lines; i++) {
    const plain = big && !numbers ? null : source.numbers(i * length, length);
    const line =
      plain && (!big || source.bound <= 2 ** 53) ? plain : source.bigints(i * length, length, array.dtype === "uint64");
    visit(line.slice(), i);
    if (i % 1024 === 1023) checkpoint();
  }
}

/** An array made line by line: `make` fills each new line of `length` from the old one. */
export function mapLines(
  array: NDArray,
  axis: number | null,
  dtype: DType,
  length: (old: number) => number,
  make: (line: Line, out: { [i: number]: number | bigint; length: number }) => void,
  numbers = false,
): NDArray {
  const given = axis === null ? ravel(array) : array;
  const along = axisOf(axis ?? 0, given.ndim);
  const old = given.shape[along]!;
  const fresh = length(old);
  const moved = moveaxis(given, along, -1);
  const result = zeros([...moved.shape.slice(0, -1), fresh], dtype);
  const { kind } = dtypes[dtype];
  const direct = dtype !== "float16" && kind !== "complex";
  const scratch = direct ? null : new Float64Array(fresh);
  forEachLine(
    given,
    along,
    (line, i) => {
      if (!scratch) {
        make(line, result.storage.subarray(i * fresh, (i + 1) * fresh) as Float64Array);
        return;
      }
      make(line, scratch);
      for (let k = 0; k < fresh; k++) result.write(i * fresh + k, scratch[k]!);
    },
    numbers,
  );
  return moveaxis(result, -1, along);
}
