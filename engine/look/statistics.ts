import type { NDArray } from "../ndarray";
import { blockSize, forEachBlock } from "./blocks";
import { Distinct, distinctLimit } from "./distinct";
import { fastBlocks } from "./fastMoments";
import { Hash } from "./hash";
import { JoinedMoments, type Moments, momentsOf } from "./moments";
import { decoderOf, isWide, type Values } from "./values";
import { wideExtremes } from "./wide";

/** What is known of all elements of an array. Of complex numbers, the moments are those of the magnitudes. */
export interface Statistics extends Omit<Moments, "min" | "max"> {
  size: number;
  /** Of the finite elements, exactly; null without any. */
  min: number | bigint | null;
  max: number | bigint | null;
  /** Null if there are more than `distinctLimit`. */
  distinct: number | null;
  distinctLimit: number;
  hash: string;
}

/** Statistics of all elements: each is read once, twice in rare cases (see `momentsOf`, and 64-bit ints). */
export function statisticsOf(array: NDArray): Statistics {
  const hash = new Hash();
  const distinct = new Distinct(array.dtype);
  const joined = new JoinedMoments();
  let isFirst = !fastBlocks(array, (block) => joined.add(block), { hash, distinct });
  const first = isFirst ? undefined : joined.moments();
  const values: Values = (visit) => {
    const decode = decoderOf(array.dtype, new Float64Array(blockSize));
    forEachBlock(array, (block, count, start) => {
      if (isFirst) {
        hash.add(block);
        distinct.add(block, count);
      }
      visit(decode(block, count), count, start);
    });
    isFirst = false;
  };
  const { min, max, ...moments } = momentsOf(values, first);
  const extremes = isWide(array.dtype) ? wideExtremes(array) : moments.finite > 0 ? { min, max } : null;
  return {
    size: array.size,
    min: extremes?.min ?? null,
    max: extremes?.max ?? null,
    ...moments,
    distinct: distinct.count,
    distinctLimit,
    hash: hash.text(),
  };
}
