import type { Values } from "./values";

/** How a plane is cut: tile r is made of the rows from ⌊r · sourceRows / rows⌋ up to the next tile's, columns likewise. */
export interface Tiling {
  rows: number;
  columns: number;
  sourceRows: number;
  sourceColumns: number;
}

/** At most so many tiles each way, never more than there are rows and columns. */
export function tilingOf(shape: readonly number[], rows: number, columns: number): Tiling {
  const [sourceRows, sourceColumns] = shape as [number, number];
  const isEmpty = sourceRows === 0 || sourceColumns === 0;
  return {
    rows: isEmpty ? 0 : Math.min(rows, sourceRows),
    columns: isEmpty ? 0 : Math.min(columns, sourceColumns),
    sourceRows,
    sourceColumns,
  };
}

/** Hears which elements of a block, from `from` up to `to`, belong to a tile; a tile comes many times. */
export type TileVisitor = (tile: number, values: Float64Array, from: number, to: number) => void;

/** Goes through a plane's numbers in row-major order, tile by tile of each row. No element is left out. */
export function forEachRun({ rows, columns, sourceRows, sourceColumns }: Tiling, values: Values, visit: TileVisitor) {
  const ends = Array.from({ length: columns }, (_, c) => Math.floor(((c + 1) * sourceColumns) / columns));
  const endOfRows = (r: number) => Math.floor(((r + 1) * sourceRows) / rows);
  let [row, column, r, c] = [0, 0, 0, 0];
  values((block, count) => {
    for (let i = 0; i < count; ) {
      const run = Math.min(ends[c]! - column, count - i);
      visit(r * columns + c, block, i, i + run);
      i += run;
      column += run;
      if (column < ends[c]!) continue;
      if (++c < columns) continue;
      c = column = 0;
      if (++row === endOfRows(r)) r++;
    }
  });
}

/** How many elements a tile has. */
export function sizeOfTile({ rows, columns, sourceRows, sourceColumns }: Tiling, tile: number): number {
  const length = (i: number, of: number, source: number) =>
    Math.floor(((i + 1) * source) / of) - Math.floor((i * source) / of);
  return length(Math.floor(tile / columns), rows, sourceRows) * length(tile % columns, columns, sourceColumns);
}
