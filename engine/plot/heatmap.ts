import { ValueError } from "../errors";
import { tupleText } from "../shape";
import { Figure, type PlotOptions, packed, titled } from "./figure";
import { forEachNumber, numbersOf, type Plottable, spreadOf } from "./values";

const owner = "plot.heatmap";

/** Cells along an axis at most. */
export const mostCells = 256;

/**
 * A matrix as colours, the first row at the top; a vector is one row. Values of both signs are coloured around 0.
 *
 * Of an axis longer than 256, blocks of k neighbours become one cell, with k as small as fits; the cell is the mean of
 * the block's finite values. The figure says so, and tells the least and the greatest of all values.
 *
 * @throws {ValueError} if there are more than two axes
 */
export function heatmap(value: Plottable, options: PlotOptions = {}): Figure {
  const numbers = numbersOf(value, owner);
  const { shape } = numbers;
  if (shape.length > 2)
    throw new ValueError(
      `For '${owner}', the dimension of the tensor must be at most 2, but got shape ${tupleText(shape)}: pick a slice of it, as in t[0, 0].`,
    );
  const [rows, columns] = shape.length === 2 ? [shape[0]!, shape[1]!] : [1, shape[0] ?? 1];
  const [high, wide] = [rows, columns].map((length) => Math.max(1, Math.ceil(length / mostCells))) as [number, number];
  const [down, across] = [Math.ceil(rows / high), Math.ceil(columns / wide)];
  const sums = new Float64Array(down * across);
  const counts = new Float64Array(down * across);
  forEachNumber(numbers, (x, index) => {
    if (!Number.isFinite(x)) return;
    const row = Math.floor(index / columns);
    const cell = Math.floor(row / high) * across + Math.floor((index - row * columns) / wide);
    sums[cell]! += x;
    counts[cell]!++;
  });
  const z = sums.map((sum, cell) => sum / counts[cell]!); // 0 / 0 is a gap
  const spread = spreadOf(numbers);
  const isSigned = spread.low < 0 && spread.high > 0;
  const reach = z.reduce((most, x) => (Number.isFinite(x) ? Math.max(most, Math.abs(x)) : most), 0);
  const isReduced = high > 1 || wide > 1;
  const { xaxis, yaxis, ...title } = titled(options);
  const trace = {
    type: "heatmap",
    z: packed(z, [down, across]),
    x0: (wide - 1) / 2,
    dx: wide,
    y0: (high - 1) / 2,
    dy: high,
    // colours that are told apart without red and green
    ...(isSigned ? { colorscale: "RdBu", zmin: -reach, zmax: reach } : { colorscale: "Cividis" }),
    hoverongaps: false,
    hovertemplate: "[%{y}, %{x}]<br>%{z}<extra></extra>",
    meta: {
      about: "heatmap",
      count: numbers.size,
      unfit: numbers.size - spread.finite,
      rows,
      columns,
      ...(spread.finite > 0 && { low: spread.low, high: spread.high }),
      ...(isReduced && { blockRows: high, blockColumns: wide }),
    },
  };
  const layout = { ...title, xaxis, yaxis: { ...yaxis, autorange: "reversed" } };
  const rule = isReduced ? `, each cell the mean of ${high} × ${wide}` : "";
  return new Figure([trace], layout, `${owner} of ${rows} × ${columns} values${rule}`);
}
