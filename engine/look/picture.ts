import { dtypes } from "../dtype";
import type { NDArray } from "../ndarray";
import { fastTiles } from "./fastTiles";
import { markOf } from "./marks";
import { finish, type Steps } from "./parts";
import { forEachRun, type Tiling, tilingOf } from "./tiles";
import { isWide, type Values, valuesOf } from "./values";
import { wideExtremes } from "./wide";

/** A plane reduced to tiles: of each, the least, the mean and the greatest finite element, NaN where there is none. */
export interface Picture extends Tiling {
  /** "each": a tile is one element, which `mean` holds as it is; min and max are the same array then. */
  rule: "each" | "tiles";
  mean: Float64Array;
  min: Float64Array;
  max: Float64Array;
  marks: Uint8Array;
  /** The least and the greatest finite element of the plane; null without one. */
  low: number | bigint | null;
  high: number | bigint | null;
}

/** A plane in at most so many tiles each way. Complex elements are shown by their magnitudes. */
export const pictureOf = (plane: NDArray, rows: number, columns: number): Picture =>
  finish(pictureSteps(plane, rows, columns));

/** As `pictureOf`, some rows of tiles at a time where kernels find them. */
export function* pictureSteps(plane: NDArray, rows: number, columns: number): Steps<Picture> {
  const tiling = tilingOf(plane.shape, rows, columns);
  const picture = pictureFrom(
    valuesOf(plane),
    tiling,
    (yield* tilesInSteps(plane, tiling)) ?? fastTiles(plane, tiling),
  );
  const exact = isWide(plane.dtype) ? wideExtremes(plane) : null;
  return exact ? { ...picture, low: exact.min, high: exact.max } : picture;
}

/** Elements of a row of tiles from which on it is found on its own: what is shorter is not left to kernels (see `fast.ts`). */
const longRow = 32_768;
/** Elements between two steps. */
const stepSize = 2 ** 20;

/** Each row of tiles is a plane of its own; null where that is not how they are found fast. */
function* tilesInSteps(plane: NDArray, tiling: Tiling): Steps<Tiles | null> {
  const { rows, columns, sourceRows, sourceColumns } = tiling;
  const shortest = Math.floor(sourceRows / rows) * sourceColumns;
  if (plane.size < 2 * stepSize || shortest < longRow) return null;
  const size = rows * columns;
  const [min, max, mean] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  const found = new Uint8Array(size);
  for (let row = 0, done = 0; row < rows; row++) {
    const [from, to] = [Math.floor((row * sourceRows) / rows), Math.floor(((row + 1) * sourceRows) / rows)];
    const strip = plane.view([to - from, sourceColumns], plane.strides, plane.offset + from * plane.strides[0]!);
    const tiles = fastTiles(strip, { rows: 1, columns, sourceRows: to - from, sourceColumns });
    if (!tiles) return null;
    min.set(tiles.min, row * columns);
    max.set(tiles.max, row * columns);
    mean.set(tiles.mean, row * columns);
    found.set(tiles.marks, row * columns);
    done += strip.size;
    if (done < stepSize) continue;
    done = 0;
    yield;
  }
  return { min, max, mean, marks: found };
}

/** `tiles` saves the work where it is done. */
export function pictureFrom(values: Values, tiling: Tiling, tiles?: Tiles | null): Picture {
  const isEach = tiling.rows === tiling.sourceRows && tiling.columns === tiling.sourceColumns;
  const found = tiles ?? (isEach ? each(values, tiling) : reduced(values, tiling));
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const x of found.min) if (x < low && x > Number.NEGATIVE_INFINITY) low = x;
  for (const x of found.max) if (x > high && x < Number.POSITIVE_INFINITY) high = x;
  const isEmpty = low > high;
  return {
    ...tiling,
    rule: isEach ? "each" : "tiles",
    ...found,
    low: isEmpty ? null : low,
    high: isEmpty ? null : high,
  };
}

/** What is known of each tile. */
export type Tiles = Pick<Picture, "mean" | "min" | "max" | "marks">;

function each(values: Values, { rows, columns }: Tiling): Tiles {
  const mean = new Float64Array(rows * columns);
  values((block, count, start) => mean.set(block.subarray(0, count), start));
  const found = Uint8Array.from(mean, markOf);
  return { mean, min: mean, max: mean, marks: found };
}

function reduced(values: Values, tiling: Tiling): Tiles {
  const tiles = fold(values, tiling, 1);
  if (tiles.mean.every((mean, i) => Number.isFinite(mean) || Number.isNaN(tiles.min[i]))) return tiles;
  const scaled = fold(values, tiling, 2 ** -64); // sums of the greatest float64s overflow
  return { ...tiles, mean: scaled.mean.map((mean) => mean * 2 ** 64) };
}

function fold(values: Values, tiling: Tiling, scale: number): Tiles {
  const size = tiling.rows * tiling.columns;
  const min = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const max = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  const mean = new Float64Array(size); // sums, until the end
  const finite = new Float64Array(size);
  const found = new Uint8Array(size);
  forEachRun(tiling, values, (tile, block, from, to) => {
    let low = min[tile]!;
    let high = max[tile]!;
    let sum = 0;
    let strange = 0;
    for (let i = from; i < to; i++) {
      const x = block[i]!;
      if (x - x !== 0) {
        strange++;
        found[tile]! |= markOf(x);
        continue;
      }
      if (x < low) low = x;
      if (x > high) high = x;
      sum += x * scale;
    }
    min[tile] = low;
    max[tile] = high;
    mean[tile]! += sum;
    finite[tile]! += to - from - strange;
  });
  for (let tile = 0; tile < size; tile++) {
    if (finite[tile] === 0) min[tile] = max[tile] = mean[tile] = Number.NaN;
    else mean[tile]! /= finite[tile]!;
  }
  return { mean, min, max, marks: found };
}

/** Whether float32 holds every element of a dtype as it is. */
export const fitsFloat32 = (plane: NDArray): boolean => dtypes[plane.dtype].bytes < 4 || plane.dtype === "float32";
