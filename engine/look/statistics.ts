import type { NDArray } from "../ndarray";
import { blockSize, forEachBlock } from "./blocks";
import { Distinct, distinctLimit } from "./distinct";
import { fastBlocks } from "./fastMoments";
import { Hash } from "./hash";
import { JoinedMoments, type Moments, momentsOf, momentsOfBlock } from "./moments";
import { finish, partsOf, type Steps } from "./parts";
import { decoderOf, isWide, valuesOf } from "./values";
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
export const statisticsOf = (array: NDArray): Statistics => finish(statisticsSteps(array));

/** As `statisticsOf`, part by part. */
export function* statisticsSteps(array: NDArray): Steps<Statistics> {
  const hash = new Hash();
  const distinct = new Distinct(array.dtype);
  const joined = new JoinedMoments();
  const decode = decoderOf(array.dtype, new Float64Array(Math.min(blockSize, array.size)));
  let wide: Ends = null;
  for (const part of partsOf(array)) {
    const isDone = fastBlocks(part, (block) => joined.add(block), { hash, distinct });
    if (!isDone)
      forEachBlock(part, (block, count) => {
        hash.add(block);
        distinct.add(block, count);
        joined.add(momentsOfBlock(decode(block, count), count, 1));
      });
    if (isWide(array.dtype)) wide = further(wide, wideExtremes(part));
    yield;
  }
  const { min, max, ...moments } = momentsOf(valuesOf(array), joined.moments());
  const extremes = isWide(array.dtype) ? wide : moments.finite > 0 ? { min, max } : null;
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

type Ends = { min: bigint; max: bigint } | null;

function further(a: Ends, b: Ends): Ends {
  if (!a || !b) return a ?? b;
  const [least, most] = [a.min < b.min, a.max > b.max];
  return { min: (least ? a : b).min, max: (most ? a : b).max };
}
