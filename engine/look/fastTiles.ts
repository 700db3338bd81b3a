import type { NDArray } from "../ndarray";
import { withRuns } from "./fast";
import { markOf } from "./marks";
import type { Tiles } from "./picture";
import { sizeOfTile, type Tiling } from "./tiles";

/** A plane's tiles by kernels; null if the plain loops are to find them. */
export function fastTiles(plane: NDArray, tiling: Tiling): Tiles | null {
  const { rows, columns, sourceRows, sourceColumns } = tiling;
  if (rows === sourceRows && columns === sourceColumns) return null;
  const size = rows * columns;
  let tiles: Tiles | null = null;
  withRuns(plane, tiling, ({ machine: { kernels }, scratch }) => {
    const [mins, maxs, sums] = [scratch.take(4 * size), scratch.take(4 * size), scratch.take(8 * size)];
    const least = scratch.floats(mins, size).fill(Number.POSITIVE_INFINITY);
    const most = scratch.floats(maxs, size).fill(Number.NEGATIVE_INFINITY);
    const sum = scratch.doubles(sums, size).fill(0);
    const strange = new Float64Array(size); // how many are not finite
    const found = new Uint8Array(size);
    tiles = { min: new Float64Array(), max: new Float64Array(), mean: new Float64Array(), marks: found };
    const finish = () => {
      const finite = strange.map((count, tile) => sizeOfTile(tiling, tile) - count);
      const min = new Float64Array(least);
      const max = new Float64Array(most);
      const mean = new Float64Array(size);
      for (let tile = 0; tile < size; tile++) {
        mean[tile] = sum[tile]! / finite[tile]!; // 0 / 0 is NaN
        if (finite[tile] === 0) min[tile] = max[tile] = Number.NaN;
      }
      tiles = { min, max, mean, marks: found };
    };
    return {
      visit(address, count, place, tile, many, ends) {
        if (!kernels.look_tiles(address, ends, many, mins + 4 * tile, maxs + 4 * tile, sums + 8 * tile)) return;
        const table = scratch.ints(ends, many);
        const values = (plane.storage as Float32Array).subarray(place, place + count);
        for (let c = 0, i = 0; c < many; c++)
          for (; i < table[c]! / 4; i++) {
            const mark = markOf(values[i]!);
            found[tile + c]! |= mark;
            if (mark) strange[tile + c]!++;
          }
      },
      finish,
    };
  });
  return tiles;
}
