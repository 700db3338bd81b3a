import { plot as engine, NDArray, Tensor } from "../../engine";
import type * as declared from "./types/plot";

/** `plot` of TypeScript cells: the engine's figures, several tensors one after another, the options last. */
export const plot: typeof declared.plot = {
  histogram: (...parts) => engine.histogram(...split<engine.HistogramOptions>(parts)),
  heatmap: engine.heatmap,
  line: (...parts) => engine.line(...split<engine.SeriesOptions>(parts)),
  scatter: engine.scatter,
  bar: engine.bar,
};

function split<O>(parts: readonly unknown[]): [values: engine.Plottable[], options: O | undefined] {
  const last = parts.at(-1);
  const isOptions = typeof last === "object" && last !== null && Object.getPrototypeOf(last) === Object.prototype;
  const values = isOptions ? parts.slice(0, -1) : parts;
  const several = values.length === 1 && Array.isArray(values[0]) && values[0].length > 0 && values[0].every(isTensor);
  return [(several ? values[0] : values) as engine.Plottable[], isOptions ? (last as O) : undefined];
}

const isTensor = (value: unknown) => value instanceof Tensor || value instanceof NDArray;
