import { copy, look, type NDArray } from "../../engine";
import { base64 } from "./base64";
import { maybeNumeral, numeralOf } from "./numeral";
import type { Comparison, Histogram, Marked, Picture, Statistics } from "./types";

/* What the engine finds, as it travels. */

export function statisticsForm(found: look.Statistics): Statistics {
  const { min, max, mean, std, size, zeros, negative, nan, positiveInf, negativeInf, distinct, hash } = found;
  return {
    size,
    min: maybeNumeral(min),
    max: maybeNumeral(max),
    mean: maybeNumeral(mean),
    std: maybeNumeral(std),
    zeros,
    negative,
    nan,
    positiveInf,
    negativeInf,
    distinct,
    distinctLimit: look.distinctLimit,
    hash,
  };
}

export const histogramForm = ({ edges, ...rest }: look.Histogram): Histogram => ({
  edges: edges.map(numeralOf),
  ...rest,
});

/** Characters that a picture's numbers may take; the rest of an answer is far below what is left. */
const pictureCharacters = 950_000;

/** `isFloat32`: four bytes a number are enough. */
export function pictureForm(found: look.Picture, isFloat32: boolean): Picture {
  const { rows, columns, sourceRows, sourceColumns, rule, low, high } = found;
  const numbers = (values: Float64Array) => base64(isFloat32 ? new Float32Array(values) : values);
  return {
    rows,
    columns,
    sourceRows,
    sourceColumns,
    rule,
    encoding: isFloat32 ? "f4" : "f8",
    mean: numbers(found.mean),
    ...(rule === "tiles" && { min: numbers(found.min), max: numbers(found.max) }),
    ...(found.marks.some((mark) => mark !== 0) && { marks: base64(found.marks) }),
    low: maybeNumeral(low),
    high: maybeNumeral(high),
  };
}

/** So many tiles each way as were wanted, or fewer, evenly, so that their numbers fit into an answer. */
export function fitting([height, width]: readonly number[], rows: number, columns: number, isFloat32: boolean) {
  const wanted = [Math.min(rows, height!), Math.min(columns, width!)] as const;
  const bytes = isFloat32 ? 4 : 8;
  const isEach = wanted[0] === height && wanted[1] === width;
  const most = (characters: number) => pictureCharacters / ((characters * 4) / 3);
  if (wanted[0] * wanted[1] <= most(isEach ? bytes + 1 : 3 * bytes + 1)) return wanted;
  const scale = Math.sqrt(most(3 * bytes + 1) / (wanted[0] * wanted[1]));
  const [fewer, narrower] = wanted.map((tiles) => Math.max(1, Math.floor(tiles * scale))) as [number, number];
  const limit = (tiles: number, other: number) => Math.max(1, Math.min(tiles, Math.floor(most(3 * bytes + 1) / other)));
  return [limit(fewer, narrower), limit(narrower, fewer)] as const; // one of them may have been below 1
}

export const markForm = ({ shares, ...rest }: look.Marked, total: number): Marked => ({
  ...rest,
  total,
  shares: base64(shares),
});

export function comparisonForm(found: look.Difference, picture: look.Picture, shape: readonly number[]): Comparison {
  const { size, changed, maxAbs, place, meanAbs, histogram } = found;
  return {
    size,
    changed,
    maxAbs: maxAbs === null ? null : numeralOf(maxAbs),
    at: place === null ? null : indexOf(place, shape),
    meanAbs: maybeNumeral(meanAbs),
    histogram: histogramForm(histogram),
    picture: pictureForm(picture, false),
  };
}

function indexOf(place: number, shape: readonly number[]): number[] {
  let rest = place;
  return shape
    .toReversed()
    .map((length) => {
      const index = rest % length;
      rest = (rest - index) / length;
      return index;
    })
    .reverse();
}

/** The bytes of an array's elements, row-major. */
export const valuesForm = (array: NDArray): string => base64(copy(array).storage);
