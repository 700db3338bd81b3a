import { checkpoint } from "../checkpoint";
import { tileColumns } from "./products";
import type { Scratch } from "./scratch";

/** Bytes of tiles at a time: they stay in a core's second-level cache while every panel passes over them. */
const chunkBytes = 2 ** 18;
const chunkTiles = 16;
/** Multiplications between two looks at the stop button, about two milliseconds. */
const workPerCheck = 2 ** 25;
let workSinceCheck = 0;

/** One product in the kernels' memory; addresses and steps in bytes. */
export interface Product {
  /** `a` as `packRows` leaves it. */
  panels: number;
  rows: number;
  /** k, above 0. */
  depth: number;
  columns: number;
  /** `rows` numbers to be added to the finished sums. */
  bias: number;
  out: number;
  /** From a row of the result to the next. */
  rowStep: number;
  /** Packs `count` columns, the first of which is `from`, at `target`. */
  pack: (from: number, count: number, target: number) => void;
}

/** All sums of a product, chunk by chunk, with a chance to be stopped in between. */
export function multiply({ machine }: Scratch, tiles: number, product: Product): void {
  const { rows, depth, columns, bias, out, rowStep, pack, panels } = product;
  const { sumPanels } = machine.kernels;
  const atOnce = tilesAtOnce(depth);
  const most = Math.max(1, Math.floor(workPerCheck / (4 * tileColumns * depth * atOnce)));
  for (let from = 0; from < columns; from += atOnce * tileColumns) {
    const count = Math.min(atOnce * tileColumns, columns - from);
    pack(from, count, tiles);
    for (let done = 0; done < rows; ) {
      const left = sumPanels(
        panels + 4 * depth * done,
        tiles,
        out + done * rowStep + 4 * from,
        bias + 4 * done,
        depth,
        Math.ceil(count / tileColumns),
        rowStep,
        ((count - 1) % tileColumns) + 1,
        rows - done,
        most,
      );
      worked((rows - left - done) * depth * count);
      done = rows - left;
    }
  }
}

/** The windows of an image that are read where they stand; addresses and steps in bytes. */
export interface WindowProduct extends Omit<Product, "pack"> {
  /** The first line's first window, and the step to the next line's. */
  input: number;
  lineStep: number;
  /** A table of where the number for k lies in a window. */
  offsets: number;
  /** Of `columns` windows each. */
  lines: number;
}

/** All sums of a product with windows, line by line. */
export function multiplyWindows({ machine }: Scratch, product: WindowProduct): void {
  const { panels, rows, depth, columns, bias, out, rowStep, input, lineStep, offsets, lines } = product;
  const tiles = Math.ceil(columns / tileColumns);
  const ofLast = ((columns - 1) % tileColumns) + 1;
  const atOnce = Math.max(1, Math.floor(workPerCheck / (rows * depth * columns)));
  for (let line = 0; line < lines; line += atOnce) {
    const count = Math.min(atOnce, lines - line);
    const [from, to] = [input + line * lineStep, out + 4 * line * columns];
    machine.kernels.sumWindows(
      panels,
      from,
      to,
      bias,
      depth,
      tiles,
      rowStep,
      ofLast,
      rows,
      offsets,
      count,
      lineStep,
      4 * columns,
    );
    worked(count * rows * depth * columns);
  }
}

/** Looks at the stop button after so many multiplications, of one product or of many. */
function worked(multiplications: number): void {
  workSinceCheck += multiplications;
  if (workSinceCheck < workPerCheck) return;
  workSinceCheck = 0;
  checkpoint();
}

function tilesAtOnce(depth: number): number {
  return Math.max(1, Math.min(chunkTiles, Math.floor(chunkBytes / (4 * tileColumns * depth))));
}

/** Bytes that `multiply` needs for tiles of a depth. */
export function tileBytes(depth: number): number {
  return tilesAtOnce(depth) * tileColumns * 4 * depth;
}
