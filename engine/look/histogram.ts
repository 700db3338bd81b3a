import type { NDArray } from "../ndarray";
import { fastBins, type Outside } from "./fastBins";
import { fastExtremes } from "./fastMoments";
import { finish, partsOf, type Steps } from "./parts";
import { isWhole, isWide, type Values, valuesOf } from "./values";
import { forEachDistance, wideExtremes } from "./wide";

/**
 * How many finite elements lie in each bin: edges[i] ≤ x < edges[i + 1]. Of floats and magnitudes the last bin has its upper
 * edge too; of ints and bool, edges are whole numbers and the last one is beyond the last bin.
 */
export interface Histogram {
  /** One more than counts; both are empty when there is nothing to count. */
  edges: (number | bigint)[];
  counts: number[];
  /** Finite elements outside the edges. */
  below: number;
  above: number;
  nan: number;
  positiveInf: number;
  negativeInf: number;
}

export interface HistogramOptions {
  /** At most so many; 64 if it is left out. */
  bins?: number;
  /** The outer edges, those of the finite elements if it is left out; of ints, the last bin may reach further. */
  range?: readonly [number | bigint, number | bigint] | undefined;
}

/** Every element is counted, each in exactly one bin or beside them. */
export const histogramOf = (array: NDArray, options: HistogramOptions = {}): Histogram =>
  finish(histogramSteps(array, options));

/** As `histogramOf`, part by part where the range is given. */
export function* histogramSteps(array: NDArray, { bins = 64, range }: HistogramOptions = {}): Steps<Histogram> {
  let all: Histogram | undefined;
  for (const part of range ? partsOf(array) : [array]) {
    const own = histogramOfPart(part, bins, range);
    all = all ? together(all, own) : own;
    yield;
  }
  return all!;
}

/** Counts in the same bins. */
function together(a: Histogram, b: Histogram): Histogram {
  return {
    edges: a.edges,
    counts: a.counts.map((count, bin) => count + b.counts[bin]!),
    below: a.below + b.below,
    above: a.above + b.above,
    nan: a.nan + b.nan,
    positiveInf: a.positiveInf + b.positiveInf,
    negativeInf: a.negativeInf + b.negativeInf,
  };
}

function histogramOfPart(array: NDArray, bins: number, range: HistogramOptions["range"]): Histogram {
  if (isWide(array.dtype)) return wideHistogram(array, bins, range);
  if (isWhole(array.dtype)) return intHistogram(valuesOf(array), bins, range);
  const fast = array.dtype === "float32" && fastHistogram(array, bins, range);
  if (fast) return fast;
  return floatHistogram(valuesOf(array), bins, range);
}

/** A histogram of floats. `extremes` saves a pass where they are known. */
export function floatHistogram(values: Values, bins: number, range?: HistogramOptions["range"]): Histogram {
  const [low, high] = range ? (range.map(Number) as [number, number]) : extremesOf(values);
  const edges = low <= high ? edgesBetween(low, high, bins) : [];
  return counted(values, edges, finder(edges), true);
}

function fastHistogram(array: NDArray, bins: number, range: HistogramOptions["range"]): Histogram | null {
  const [low, high] = range ? (range.map(Number) as [number, number]) : fastExtremes(array);
  if (!(low <= high)) return null;
  const edges = edgesBetween(low, high, bins);
  const rest = { below: 0, above: 0, nan: 0, positiveInf: 0, negativeInf: 0 };
  const counts = fastBins(array, edges, (values) => {
    for (const x of values) if (!(x >= edges[0]! && x <= edges.at(-1)!)) rest[placeOutside(x, edges[0]!)]++;
  });
  return counts && { edges, counts: [...counts], ...rest };
}

/** Where what is in no bin is counted. */
function placeOutside(x: number, low: number): keyof Outside {
  if (Number.isNaN(x)) return "nan";
  if (x < low) return x === Number.NEGATIVE_INFINITY ? "negativeInf" : "below";
  return x === Number.POSITIVE_INFINITY ? "positiveInf" : "above";
}

function intHistogram(values: Values, bins: number, range?: HistogramOptions["range"]): Histogram {
  const [low, high] = range ? [Math.ceil(Number(range[0])), Math.floor(Number(range[1]))] : extremesOf(values);
  const edges: number[] = [];
  const width = Math.max(1, Math.ceil((high - low + 1) / bins));
  if (low <= high)
    for (let edge = low; ; edge += width) {
      edges.push(edge);
      if (edge > high) break;
    }
  return counted(values, edges, (x) => Math.floor((x - low) / width), false);
}

function extremesOf(values: Values): [number, number] {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  values((block, count) => {
    for (let i = 0; i < count; i++) {
      const x = block[i]!;
      if (x < min && x > Number.NEGATIVE_INFINITY) min = x;
      if (x > max && x < Number.POSITIVE_INFINITY) max = x;
    }
  });
  return [min, max];
}

/** Equally wide bins; around a single number, half a unit (or a thousandth of it) on each side. */
function edgesBetween(low: number, high: number, bins: number): number[] {
  if (low === high) {
    const around = Math.max(0.5, Math.abs(low) / 1024);
    return edgesBetween(Math.max(low - around, -Number.MAX_VALUE), Math.min(low + around, Number.MAX_VALUE), bins);
  }
  const at = (i: number) =>
    high - low < Number.POSITIVE_INFINITY ? low + ((high - low) * i) / bins : between(i / bins);
  const between = (part: number) => low * (1 - part) + high * part;
  return Array.from({ length: bins + 1 }, (_, i) => (i === 0 ? low : i === bins ? high : Math.min(at(i), high)));
}

type Finder = (x: number) => number;

/** The bin of a number within the edges, by a guess that is then put right. */
function finder(edges: readonly number[]): Finder {
  const bins = edges.length - 1;
  const low = edges[0]!;
  const scale = bins / (edges[bins]! - low);
  const table = Float64Array.from(edges);
  return (x) => {
    let bin = Math.min(bins - 1, Math.trunc((x - low) * scale) || 0);
    while (x < table[bin]!) bin--;
    while (bin < bins - 1 && x >= table[bin + 1]!) bin++;
    return bin;
  };
}

function counted(values: Values, edges: number[], binOf: Finder, isClosed: boolean): Histogram {
  const bins = Math.max(0, edges.length - 1);
  const counts = new Float64Array(bins);
  const low = edges[0] ?? Number.POSITIVE_INFINITY;
  const high = edges[bins] ?? Number.POSITIVE_INFINITY;
  let [below, above, nan, positiveInf, negativeInf] = [0, 0, 0, 0, 0];
  values((block, count) => {
    for (let i = 0; i < count; i++) {
      const x = block[i]!;
      if (x >= low && (x < high || (isClosed && x === high && bins > 0))) counts[binOf(x)]!++;
      else if (x < low) x === Number.NEGATIVE_INFINITY ? negativeInf++ : below++;
      else if (x >= high) x === Number.POSITIVE_INFINITY ? positiveInf++ : above++;
      else nan++;
    }
  });
  return { edges, counts: [...counts], below, above, nan, positiveInf, negativeInf };
}

function wideHistogram(array: NDArray, bins: number, range?: HistogramOptions["range"]): Histogram {
  const none = { below: 0, above: 0, nan: 0, positiveInf: 0, negativeInf: 0 };
  const extremes = wideExtremes(array);
  if (!extremes) return { edges: [], counts: [], ...none };
  const low = range ? ceiling(range[0]) : extremes.min;
  const high = range ? floor(range[1]) : extremes.max;
  if (low > high) return { edges: [], counts: [], ...none };
  const width = (high - low) / BigInt(bins) + 1n;
  const count = Number((high - low) / width) + 1;
  const edges = Array.from({ length: count + 1 }, (_, i) => low + BigInt(i) * width);
  const end = edges[count]!;
  const counts = new Float64Array(count);
  const isExact = (x: bigint) => x - low < 2n ** 53n && low - x < 2n ** 53n;
  const fits = isExact(extremes.min) && isExact(extremes.max) && isExact(end);
  const [step, reach] = [Number(width), Number(end - low)];
  let [below, above] = [0, 0];
  forEachDistance(array, low, (distances, size, bits) => {
    for (let i = 0; i < size; i++) {
      if (fits) {
        const distance = distances[i]!;
        if (distance < 0) below++;
        else if (distance >= reach) above++;
        else counts[Math.floor(distance / step)]!++;
      } else {
        const x = bits[i]!;
        if (x < low) below++;
        else if (x >= end) above++;
        else counts[Number((x - low) / width)]!++;
      }
    }
  });
  return { edges, counts: [...counts], ...none, below, above };
}

export const ceiling = (x: number | bigint): bigint => (typeof x === "bigint" ? x : wholeOf(Math.ceil(x)));
export const floor = (x: number | bigint): bigint => (typeof x === "bigint" ? x : wholeOf(Math.floor(x)));
/** Infinities become what no 64-bit int reaches. */
const wholeOf = (x: number): bigint => (Number.isFinite(x) ? BigInt(x) : x > 0 ? 2n ** 64n : -(2n ** 64n));
