/* Figures of tensors, as data that Plotly draws. They hold bins, means and outlines, never millions of values. */

export { type BarOptions, bar } from "./bar";
export { Figure, type PlotOptions } from "./figure";
export { heatmap } from "./heatmap";
export { type HistogramOptions, histogram } from "./histogram";
export { line, type SeriesOptions, scatter } from "./series";
export type { Plottable } from "./values";
