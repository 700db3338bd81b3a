/* The figures that cells make with `plot`. Types only: workers/typescript/plot.ts gives the values. */

import type { plot as engine } from "../../../engine";

/** What a plot can be made of: a tensor, an array, or a list of numbers. */
export type Plottable = engine.Plottable;

/**
 * Figures of tensors. A figure is shown where a value is: as a cell's last expression, or by `display`. It holds bins, means
 * and outlines, never millions of values.
 */
export declare const plot: {
  /**
   * How the values of one or more tensors are distributed, over one another and on the same bins:
   * `plot.histogram(a, b, { names: ["a", "b"], bins: 40, density: true })`. Every value is counted.
   */
  histogram(...values: Plottable[] | [...Plottable[], engine.HistogramOptions]): engine.Figure;
  /** A matrix as colours, the first row at the top. Of more than 256 rows or columns, a cell is the mean of a block, and the figure says so. */
  heatmap(value: Plottable, options?: engine.PlotOptions): engine.Figure;
  /** Each tensor as a line: `plot.line(loss, { x: steps })`. Of very many values, the least and greatest of neighbours are drawn. */
  line(...values: Plottable[] | [...Plottable[], engine.SeriesOptions]): engine.Figure;
  /** Points at x and y. Of more than 50,000 every k-th is drawn, and the figure says so. */
  scatter(x: Plottable, y: Plottable, options?: engine.PlotOptions & { name?: string }): engine.Figure;
  /** A bar for each value: `plot.bar([3, 1], { names: ["a", "b"] })`. */
  bar(values: Plottable, options?: engine.BarOptions): engine.Figure;
};
