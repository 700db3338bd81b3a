import { checkpoint } from "../checkpoint";
import type { NDArray } from "../ndarray";
import { type Machine, machine } from "../wasm/load";
import { type Scratch, withScratch } from "../wasm/scratch";
import type { Tiling } from "./tiles";

/*
 * The one place where looking chooses between plain loops and kernels: float32, rows without gaps, many elements.
 */

/** Fewer elements are done before a kernel is set up. */
const worthwhile = 32_768;
/** Shorter rows cost more calls than they save. */
const longRow = 64;
/** Elements between two looks at the stop button. */
const chunk = 2 ** 18;

export interface Lines {
  machine: Machine;
  scratch: Scratch;
  /** Numbers in the kernels' memory: a row of the plane, or a part of it, is copied there if it lies elsewhere. */
  addressOf(place: number, count: number): number;
}

/** Let `work` use kernels on an array's rows. False if the plain loops are to do it. */
export function withKernels(array: NDArray, work: (lines: Lines) => void): boolean {
  if (array.dtype !== "float32" || array.size < worthwhile) return false;
  const loaded = machine();
  const storage = array.storage as Float32Array;
  if (!loaded) return false;
  return withScratch(loaded, (scratch) => {
    const isThere = loaded.heap.holds(storage);
    const width = array.isContiguous ? chunk : array.shape.at(-1)!;
    const address = isThere ? storage.byteOffset : scratch.take(4 * width);
    const copy = isThere ? null : scratch.floats(address, width);
    const addressOf = (place: number, count: number) => {
      if (!copy) return address + 4 * place;
      copy.set(storage.subarray(place, place + count));
      return address;
    };
    work({ machine: loaded, scratch, addressOf });
  });
}

/** Hears the parts of a dense array, with a chance to be stopped in between. */
export function forEachChunk({ offset, size }: NDArray, visit: (place: number, count: number) => void): void {
  for (let start = 0; start < size; start += chunk) {
    visit(offset + start, Math.min(chunk, size - start));
    checkpoint();
  }
}

/** Some elements of a row: their address, how many, the first tile that they belong to, how many tiles, and where these end. */
export type RunVisitor = (
  address: number,
  count: number,
  place: number,
  tile: number,
  tiles: number,
  ends: number,
) => void;

export interface Runs {
  visit: RunVisitor;
  /** After the last run, while the kernels' memory is still held. */
  finish(): void;
}

/**
 * Hears a plane's elements in runs of whole rows, or of parts of tiles where rows are long. `ends` is an address of int32: the
 * bytes from the run's start to each tile's end. False if the plain loops are to do it.
 */
export function withRuns(plane: NDArray, tiling: Tiling, open: (lines: Lines) => Runs): boolean {
  const { rows, columns, sourceRows, sourceColumns } = tiling;
  if (sourceColumns < longRow || plane.strides[1] !== 1) return false;
  const isLong = sourceColumns > chunk;
  if (isLong && !plane.isContiguous) return false;
  return withKernels(plane, (lines) => {
    const { scratch } = lines;
    const ends = scratch.take(4 * columns);
    const endOf = (c: number) => Math.floor(((c + 1) * sourceColumns) / columns);
    const table = scratch.ints(ends, columns).map((_, c) => 4 * endOf(c));
    scratch.ints(ends, columns).set(table);
    const { visit, finish } = open(lines);
    let tileRow = 0;
    for (let row = 0; row < sourceRows; row++) {
      if (row === Math.floor(((tileRow + 1) * sourceRows) / rows)) tileRow++;
      const place = plane.offset + row * plane.strides[0]!;
      if (!isLong) {
        visit(lines.addressOf(place, sourceColumns), sourceColumns, place, tileRow * columns, columns, ends);
        if ((row * sourceColumns) % chunk < sourceColumns) checkpoint();
        continue;
      }
      for (let c = 0, from = 0; c < columns; c++)
        for (const end = endOf(c); from < end; checkpoint()) {
          const count = Math.min(chunk, end - from);
          scratch.ints(ends, 1)[0] = 4 * count;
          visit(lines.addressOf(place + from, count), count, place + from, tileRow * columns + c, 1, ends);
          from += count;
        }
    }
    finish();
  });
}

/** The least float32 that is not below a number. */
export function float32From(x: number): number {
  const rounded = Math.fround(x);
  return rounded < x ? neighbour(rounded, 1) : rounded;
}
/** The greatest float32 that is not above a number; with `isOpen`, that is below it. */
export function float32UpTo(x: number, isOpen = false): number {
  const rounded = Math.fround(x);
  return rounded > x || (isOpen && rounded === x) ? neighbour(rounded, -1) : rounded;
}

const bits = new Int32Array(1);
const float = new Float32Array(bits.buffer);

/** The next float32 above (1) or below (−1). */
function neighbour(x: number, side: 1 | -1): number {
  if (x === side * Number.POSITIVE_INFINITY) return x;
  if (x === 0) return side * 2 ** -149;
  float[0] = x;
  bits[0]! += x > 0 === side > 0 ? 1 : -1;
  return float[0]!;
}
