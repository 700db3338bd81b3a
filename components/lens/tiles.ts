import type { Picture } from "../../workers/protocol";
import { bytesOf, numbersOf } from "./base64";

/** Which of a tile's numbers gives the colour. */
export const measures = ["mean", "min", "max"] as const;
export type Measure = (typeof measures)[number];

/** A picture's numbers, read. */
export type Tiles = Pick<Picture, "rows" | "columns" | "sourceRows" | "sourceColumns" | "rule"> & {
  [M in Measure]: Float32Array | Float64Array;
} & { marks: Uint8Array | null };

/** What a tile's mark says that it holds. */
export const marks = { nan: 1, positiveInf: 2, negativeInf: 4 } as const;

export function tilesOf(picture: Picture): Tiles {
  const { rows, columns, sourceRows, sourceColumns, rule, encoding } = picture;
  const mean = numbersOf(picture.mean, encoding);
  return {
    ...{ rows, columns, sourceRows, sourceColumns, rule, mean },
    min: picture.min ? numbersOf(picture.min, encoding) : mean,
    max: picture.max ? numbersOf(picture.max, encoding) : mean,
    marks: picture.marks ? bytesOf(picture.marks) : null,
  };
}

/** The elements that a tile stands for, from the first to before the last. */
export const spanOf = (tile: number, tiles: number, source: number): [from: number, to: number] => [
  Math.floor((tile * source) / tiles),
  Math.floor(((tile + 1) * source) / tiles),
];

/** The tile in which an element is. */
export function tileOf(index: number, tiles: number, source: number): number {
  let tile = Math.min(tiles - 1, Math.floor((index * tiles) / source));
  while (tile < tiles - 1 && spanOf(tile, tiles, source)[1] <= index) tile++;
  return tile;
}

/** The colours' ends: the least and the greatest finite number; of numbers on both sides of 0, as far to either side. */
export type Domain = { low: number; high: number; isSigned: boolean };

export function domainOf(numbers: Float32Array | Float64Array): Domain | null {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of numbers) {
    if (value - value !== 0) continue; // NaN and the infinities
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return null;
  const isSigned = low < 0 && high > 0;
  const far = Math.max(-low, high);
  return isSigned ? { low: -far, high: far, isSigned } : { low, high, isSigned };
}
