import { checkpoint } from "../checkpoint";
import type { NDArray } from "../ndarray";
import { machine } from "../wasm/load";
import { type Scratch, withScratch } from "../wasm/scratch";

/*
 * The one place where a fold of a line chooses between its plain loop and a kernel. Bits are the same.
 */

/** Shorter lines are folded before a kernel is set up. */
const worthwhile = 512;
/** Elements between two looks at the stop button, a power of two. */
const stretch = 2 ** 22;

type Foldable = "float32" | "float64" | "int32";

/** Lets `use` have the address of `count` dense elements from a place of an array's storage on; null if that is no use. */
function onLine<T>(
  array: NDArray,
  place: number,
  count: number,
  use: (scratch: Scratch, address: number, dtype: Foldable) => T,
): T | null {
  const { dtype, storage } = array;
  if (count < worthwhile || (dtype !== "float32" && dtype !== "float64" && dtype !== "int32")) return null;
  const loaded = machine();
  if (!loaded) return null;
  let result: T | null = null;
  withScratch(loaded, (scratch) => {
    const line = storage.subarray(place, place + count) as Float32Array;
    result = use(scratch, scratch.addressOf(line), dtype);
  });
  return result;
}

/** The sum in NumPy's order, rounded at every step, or null. */
export function sumFast(array: NDArray, place: number, count: number): number | null {
  return onLine(array, place, count, ({ machine: { kernels } }, address, dtype) => {
    if (dtype === "int32") return null;
    const [sum, bytes] = dtype === "float32" ? [kernels.sum_float32, 4] : [kernels.sum_float64, 8];
    const round = dtype === "float32" ? Math.fround : (value: number) => value;
    const halves = (at: number, count: number): number => {
      if (count <= stretch) {
        checkpoint();
        return sum(at, count);
      }
      const half = Math.floor(count / 16) * 8;
      return round(halves(at, half) + halves(at + bytes * half, count - half));
    };
    return halves(address, count);
  });
}

/** The greatest or least element, or null; a zero, whose sign depends on the order, is left to the plain loop. */
export function extremeFast(name: string, array: NDArray, place: number, count: number): number | null {
  if (name !== "maximum" && name !== "minimum") return null;
  return onLine(array, place, count, ({ machine: { kernels } }, address, dtype) => {
    const value = kernels[`${name}_of_${dtype}`](address, count);
    return value === 0 && dtype !== "int32" ? null : value;
  });
}

/**
 * Fills `out` with the first place of the greatest or least element of each line along the last axis.
 *
 * @returns false if the plain loop is to do it, for one because a NaN is in the way
 */
export function placesFast(name: "argmax" | "argmin", array: NDArray, out: BigInt64Array): boolean {
  if (!array.isContiguous) return false;
  const length = array.shape.at(-1)!;
  const extreme = name === "argmax" ? "maximum" : "minimum";
  for (let i = 0; i < out.length; i++) {
    const best = onLine(array, array.offset + i * length, length, ({ machine: { kernels } }, address, dtype) => {
      const value = kernels[`${extreme}_of_${dtype}`](address, length);
      return Number.isNaN(value) ? null : kernels[`find_${dtype}`](address, length, value);
    });
    if (best === null) return false;
    out[i] = BigInt(best);
  }
  return true;
}
