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

/** Bytes of one of the kernel's tables. */
const table = 4096;

/**
 * Counts dense float32 elements in bins whose edges rise evenly; the last one has its upper edge too. Null if the plain loops are
 * to count them.
 *
 * outside  hears the numbers of a chunk in which not all lie in bins
 */
export function fastBins(array: NDArray, edges: readonly number[], outside: (values: Float32Array) => void) {
  const bins = edges.length - 1;
  const [low, high] = [edges[0]!, edges[bins]!];
  const width = (high - low) / bins;
  // narrower bins than float64 tells apart, or so many that a table is too short
  const isEven = width > 1e-12 * Math.max(Math.abs(low), Math.abs(high)) && Number.isFinite(1 / width);
  if (!array.isContiguous || !isEven || bins > table / 4) return null;
  const starts = Float32Array.from(edges, float32From);
  starts[bins] = Number.POSITIVE_INFINITY; // the last bin takes what reaches it
  const counts = new Float64Array(bins);
  const isDone = withKernels(array, ({ machine: { kernels }, scratch, addressOf }) => {
    const [edgeTable, tables] = [scratch.take(4 * (bins + 1)), scratch.take(4 * table)];
    scratch.floats(edgeTable, bins + 1).set(starts);
    const [least, most] = [float32From(low), float32UpTo(high)];
    forEachChunk(array, (place, count) => {
      const whole = count & ~3;
      const found = scratch.ints(tables, table).fill(0);
      kernels.look_bins(addressOf(place, count), whole, edgeTable, tables, bins - 1, least, most, low, 1 / width);
      const values = array.storage as Float32Array;
      for (let i = place + whole; i < place + count; i++) {
        const x = values[i]!;
        if (x >= low && x <= high) found[lastBin(starts, x)]!++;
      }
      let inside = 0;
      for (let bin = 0; bin < bins; bin++) {
        const own = [0, 1, 2, 3].reduce((sum, lane) => sum + found[lane * (table / 4) + bin]!, 0);
        counts[bin]! += own;
        inside += own;
      }
      if (inside < count) outside(values.subarray(place, place + count));
    });
  });
  return isDone ? counts : null;
}

/** The last bin that begins at a number or below it. */
function lastBin(starts: Float32Array, x: number): number {
  let bin = starts.length - 2;
  while (bin > 0 && x < starts[bin]!) bin--;
  return bin;
}
