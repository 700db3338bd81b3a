import type { NDArray } from "../ndarray";
import { float32From, float32UpTo, forEachChunk, withKernels, withRuns } from "./fast";
import type { Tiling } from "./tiles";

/** How many elements of each tile lie from a number to another one; null if the plain loops are to count them. */
export function fastWithin(plane: NDArray, tiling: Tiling, from: number, to: number, isOpen: boolean) {
  if (Number.isNaN(from) || Number.isNaN(to)) return null;
  const size = tiling.rows * tiling.columns;
  const [low, high] = [float32From(from), float32UpTo(to, isOpen)];
  let within: Float64Array | null = null;
  withRuns(plane, tiling, ({ machine: { kernels }, scratch }) => {
    const counts = scratch.take(4 * size);
    scratch.ints(counts, size).fill(0);
    return {
      visit: (address, _count, _place, tile, tiles, ends) =>
        kernels.look_within(address, ends, tiles, counts + 4 * tile, low, high),
      finish: () => {
        within = Float64Array.from(scratch.ints(counts, size));
      },
    };
  });
  return within;
}

/** How many elements of an array lie from a number to another one; null likewise. */
export function fastCount(array: NDArray, from: number, to: number, isOpen: boolean): number | null {
  if (!array.isContiguous || Number.isNaN(from) || Number.isNaN(to)) return null;
  const [low, high] = [float32From(from), float32UpTo(to, isOpen)];
  let total = 0;
  const isDone = withKernels(array, ({ machine: { kernels }, scratch, addressOf }) => {
    const [end, found] = [scratch.take(4), scratch.take(4)];
    forEachChunk(array, (place, count) => {
      scratch.ints(end, 1)[0] = 4 * count;
      scratch.ints(found, 1)[0] = 0;
      kernels.look_within(addressOf(place, count), end, 1, found, low, high);
      total += scratch.ints(found, 1)[0]!;
    });
  });
  return isDone ? total : null;
}
