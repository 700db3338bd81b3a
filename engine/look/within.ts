import type { NDArray } from "../ndarray";
import { blockSize } from "./blocks";
import { fastCount, fastWithin } from "./fastWithin";
import { ceiling, floor } from "./histogram";
import { forEachRun, sizeOfTile, type Tiling, tilingOf } from "./tiles";
import { isWide, type Values, valuesOf } from "./values";
import { forEachDistance } from "./wide";

/** From `from` up to `to`, which belongs to it unless `isOpen`. NaN to NaN: what is NaN. */
export interface Range {
  from: number | bigint;
  to: number | bigint;
  isOpen?: boolean;
}

export interface Marked extends Tiling {
  /** How many elements of the plane are within the range. */
  count: number;
  /** Of each tile: 0 none, 255 all, between them by their share. */
  shares: Uint8Array;
}

/** Which elements of a plane are within a range, by tile. */
export function markedIn(plane: NDArray, range: Range, rows: number, columns: number): Marked {
  const tiling = tilingOf(plane.shape, rows, columns);
  const { from, to, isOpen = false } = range;
  const within = fastWithin(plane, tiling, Number(from), Number(to), isOpen) ?? plainWithin(plane, tiling, range);
  const count = within.reduce((sum, one) => sum + one, 0);
  const share = (part: number, whole: number) =>
    part === 0 ? 0 : part === whole ? 255 : Math.min(254, Math.max(1, Math.round((255 * part) / whole)));
  return { ...tiling, count, shares: Uint8Array.from(within, (part, tile) => share(part, sizeOfTile(tiling, tile))) };
}

function plainWithin(plane: NDArray, tiling: Tiling, range: Range): Float64Array {
  const within = new Float64Array(tiling.rows * tiling.columns);
  forEachRun(tiling, insideOf(plane, range), (tile, inside, from, to) => {
    let count = 0;
    for (let i = from; i < to; i++) count += inside[i]!;
    within[tile]! += count;
  });
  return within;
}

/** How many elements of an array are within a range. */
export function countIn(array: NDArray, range: Range): number {
  const { from, to, isOpen = false } = range;
  const fast = fastCount(array, Number(from), Number(to), isOpen);
  if (fast !== null) return fast;
  let total = 0;
  insideOf(
    array,
    range,
  )((inside, count) => {
    for (let i = 0; i < count; i++) total += inside[i]!;
  });
  return total;
}

/** 1 for each element within the range, else 0. */
function insideOf(array: NDArray, { from, to, isOpen = false }: Range): Values {
  if (isWide(array.dtype)) return wideInside(array, from, to, isOpen);
  const [low, high] = [Number(from), Number(to)];
  const wantsNaN = Number.isNaN(low) && Number.isNaN(high);
  return (visit) => {
    const inside = new Float64Array(blockSize);
    valuesOf(array)((values, count, start) => {
      if (wantsNaN) for (let i = 0; i < count; i++) inside[i] = Number(Number.isNaN(values[i]));
      else if (isOpen) for (let i = 0; i < count; i++) inside[i] = Number(values[i]! >= low && values[i]! < high);
      else for (let i = 0; i < count; i++) inside[i] = Number(values[i]! >= low && values[i]! <= high);
      visit(inside, count, start);
    });
  };
}

function wideInside(array: NDArray, from: number | bigint, to: number | bigint, isOpen: boolean): Values {
  const isNothing = Number.isNaN(Number(from)) || Number.isNaN(Number(to));
  const low = isNothing ? 1n : ceiling(from);
  const high = isNothing ? 0n : isOpen ? ceiling(to) - 1n : floor(to);
  const [least, most] = [0n, high - low];
  return (visit) => {
    const inside = new Float64Array(blockSize);
    let start = 0;
    forEachDistance(array, low, (distances, count, bits) => {
      for (let i = 0; i < count; i++) {
        const distance = distances[i]!;
        const isExact = Math.abs(distance) < 2 ** 53;
        inside[i] = Number(
          isExact ? distance >= 0 && distance <= most : bits[i]! - low >= least && bits[i]! - low <= most,
        );
      }
      visit(inside, count, start);
      start += count;
    });
  };
}
