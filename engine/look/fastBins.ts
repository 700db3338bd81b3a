import type { NDArray } from "../ndarray";
import { float32From, float32UpTo, forEachChunk, withKernels } from "./fast";

/** What lies in no bin. */
export interface Outside {
  below: number;
  above: number;
  nan: number;
  positiveInf: number;
  negativeInf: number;
}

/** Slots of one of the kernel's tables: a bin each, and one for what is below and above all of them. */
const slots = 1024;
/** The kernel's guess is close enough as long as the float32 next to the lower edge is at most so many bins from it. */
const mostShift = 64;

/**
 * Counts dense float32 elements in bins whose edges rise evenly; the last one has its upper edge too. Null if the plain loops are
 * to count them.
 *
 * outside  hears the numbers of a chunk in which not all lie in bins
 */
export function fastBins(array: NDArray, edges: readonly number[], outside: (values: Float32Array) => void) {
  const bins = edges.length - 1;
  const [low, high] = [edges[0]!, edges[bins]!];
  const scale = bins / (high - low);
  const start = Math.fround(low);
  const shift = (start - low) * scale;
  // else in float32 the guess would be out of range, or too far off
  const isClose = high - low < 3e38 && scale < 1e37 && Math.abs(shift) <= mostShift;
  if (!array.isContiguous || !isClose || bins > slots - 2) return null;
  const table = Float32Array.of(
    Number.NEGATIVE_INFINITY,
    ...edges.slice(0, bins).map(float32From),
    -float32UpTo(-high, true), // what is beyond the upper edge
    Number.NaN,
  );
  const counts = new Float64Array(bins);
  const isDone = withKernels(array, ({ machine: { kernels }, scratch, addressOf }) => {
    const [edgeTable, tables] = [scratch.take(4 * table.length), scratch.take(16 * slots)];
    scratch.floats(edgeTable, table.length).set(table);
    forEachChunk(array, (place, count) => {
      const whole = count & ~3;
      const found = scratch.ints(tables, 4 * slots).fill(0);
      kernels.look_bins(addressOf(place, count), whole, edgeTable, tables, start, scale, shift + 0.5, bins + 1);
      const values = array.storage as Float32Array;
      for (let i = place + whole; i < place + count; i++) {
        const x = values[i]!;
        if (x >= low && x <= high) found[lastSlot(table, x)]!++;
      }
      let inside = 0;
      for (let bin = 0; bin < bins; bin++) {
        const own = [0, 1, 2, 3].reduce((sum, lane) => sum + found[lane * slots + bin + 1]!, 0);
        counts[bin]! += own;
        inside += own;
      }
      if (inside < count) outside(values.subarray(place, place + count));
    });
  });
  return isDone ? counts : null;
}

/** The last slot that begins at a number or below it. */
function lastSlot(table: Float32Array, x: number): number {
  let slot = table.length - 2;
  while (x < table[slot]!) slot--;
  return slot;
}
