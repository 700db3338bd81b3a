import type { NDArray } from "../ndarray";
import { blockSize, forEachBlock } from "./blocks";

/*
 * 64-bit ints, exactly: they are compared in two halves, and told as bigints.
 */

/** The least and the greatest; null of an empty array. */
export function wideExtremes(array: NDArray): { min: bigint; max: bigint } | null {
  const isSigned = array.dtype === "int64";
  let minHigh = Number.POSITIVE_INFINITY;
  let minLow = 0;
  let maxHigh = Number.NEGATIVE_INFINITY;
  let maxLow = 0;
  forEachBlock(array, ({ buffer, byteOffset }, count) => {
    const lows = new Uint32Array(buffer, byteOffset, 2 * count);
    const highs = isSigned ? new Int32Array(buffer, byteOffset, 2 * count) : lows;
    for (let i = 0; i < 2 * count; i += 2) {
      const low = lows[i]!;
      const high = highs[i + 1]!;
      if (high < minHigh || (high === minHigh && low < minLow)) {
        minHigh = high;
        minLow = low;
      }
      if (high > maxHigh || (high === maxHigh && low > maxLow)) {
        maxHigh = high;
        maxLow = low;
      }
    }
  });
  if (array.size === 0) return null;
  const joined = (high: number, low: number) => BigInt(high) * 2n ** 32n + BigInt(low);
  return { min: joined(minHigh, minLow), max: joined(maxHigh, maxLow) };
}

/** Hears what the elements are above `base`, as float64: exact where |element − base| < 2⁵³. */
export function forEachDistance(
  array: NDArray,
  base: bigint,
  visit: (distances: Float64Array, count: number, bits: BigInt64Array | BigUint64Array) => void,
): void {
  const isSigned = array.dtype === "int64";
  const baseHigh = Number(base >> 32n);
  const baseLow = Number(base & 0xffffffffn);
  const distances = new Float64Array(blockSize);
  forEachBlock(array, (block, count) => {
    const { buffer, byteOffset } = block;
    const lows = new Uint32Array(buffer, byteOffset, 2 * count);
    const highs = isSigned ? new Int32Array(buffer, byteOffset, 2 * count) : lows;
    for (let i = 0; i < count; i++) distances[i] = (highs[2 * i + 1]! - baseHigh) * 2 ** 32 + (lows[2 * i]! - baseLow);
    visit(distances, count, block as BigInt64Array);
  });
}
