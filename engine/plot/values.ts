import { checkpoint } from "../checkpoint";
import { dtypes, kindOf } from "../dtype";
import { TypeError } from "../errors";
import type { NDArray } from "../ndarray";
import { type ArrayLike, arrayOf } from "../numpy/ufunc";
import { Parameter } from "../parameter";
import { Tensor } from "../tensor";

/** What a plot can be made of. */
export type Plottable = Tensor | ArrayLike;

/**
 * The numbers behind something plottable.
 *
 * name      a parameter's own
 * isWhole   bool and ints: their values are whole numbers
 * at        the number at a row-major place; 64-bit ints as the nearest double
 */
export interface Numbers {
  readonly name?: string;
  readonly shape: readonly number[];
  readonly size: number;
  readonly isWhole: boolean;
  readonly at: (index: number) => number;
}

/** @throws {TypeError} for complex numbers, which lie on no one axis */
export function numbersOf(value: Plottable, owner: string): Numbers {
  const array = value instanceof Tensor ? value.asnumpy() : arrayOf(value);
  const kind = kindOf(array.dtype);
  if (kind === "complex")
    throw new TypeError(`For '${owner}', the values must be real numbers, but got '${dtypes[array.dtype].label}'.`);
  return {
    ...(value instanceof Parameter && { name: value.name }),
    shape: array.shape,
    size: array.size,
    isWhole: kind !== "float",
    at: reader(array),
  };
}

function reader(array: NDArray): (index: number) => number {
  const { storage, offset, shape, strides } = array;
  const isPlain = array.dtype !== "float16" && !(storage instanceof BigInt64Array || storage instanceof BigUint64Array);
  const read = isPlain ? (place: number) => storage[place] as number : (place: number) => Number(array.read(place));
  if (array.isContiguous) return offset === 0 ? read : (index) => read(offset + index);
  return (index) => {
    let place = offset;
    for (let axis = shape.length - 1, rest = index; axis >= 0; axis--) {
      const length = shape[axis]!;
      place += (rest % length) * strides[axis]!;
      rest = Math.floor(rest / length);
    }
    return read(place);
  };
}

/** What a look at every element of some numbers tells. Low and high are those of the finite ones, NaN if there are none. */
export interface Spread {
  finite: number;
  low: number;
  high: number;
  mean: number;
  std: number;
}

/** Calls `visit` with every number, with a checkpoint now and then. */
export function forEachNumber({ size, at }: Numbers, visit: (value: number, index: number) => void): void {
  for (let start = 0; start < size; start += 65_536) {
    checkpoint();
    const end = Math.min(size, start + 65_536);
    for (let index = start; index < end; index++) visit(at(index), index);
  }
}

/** Two passes: the deviations are taken from the mean itself. */
export function spreadOf(numbers: Numbers): Spread {
  let [finite, low, high, sum] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  forEachNumber(numbers, (x) => {
    if (!Number.isFinite(x)) return;
    finite++;
    sum += x;
    if (x < low) low = x;
    if (x > high) high = x;
  });
  if (finite === 0) return { finite, low: Number.NaN, high: Number.NaN, mean: Number.NaN, std: Number.NaN };
  const mean = sum / finite;
  let squares = 0;
  forEachNumber(numbers, (x) => {
    if (Number.isFinite(x)) squares += (x - mean) ** 2;
  });
  return { finite, low, high, mean, std: Math.sqrt(squares / finite) };
}
