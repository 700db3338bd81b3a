import { ValueError } from "../errors";
import { Figure, legendOf, type PlotOptions, type Trace, titled } from "./figure";
import { forEachNumber, type Numbers, numbersOf, type Plottable, spreadOf } from "./values";

export interface HistogramOptions extends PlotOptions {
  /** What each of the tensors is called; a parameter has a name of its own. */
  names?: readonly string[] | undefined;
  /** How many bins, from 1 to 1,000; of whole numbers at most so many. Left out: from the number of values, 10 to 80. */
  bins?: number | undefined;
  /** Areas of 1 instead of counts, so that tensors of different sizes can be compared. */
  density?: boolean | undefined;
}

const owner = "plot.histogram";

/**
 * How the values of one or more tensors are distributed, over one another and on the same bins.
 *
 * Every value is counted: edges[i] ≤ x < edges[i + 1], the last bin with its upper edge. What is NaN or infinite is told,
 * and not counted. Bins of whole numbers hold equally many whole numbers each. Source of the rule: NumPy `histogram`.
 *
 * @throws {ValueError} if bins is out of range
 */
export function histogram(values: readonly Plottable[], options: HistogramOptions = {}): Figure {
  const { names, bins, density = false } = options;
  if (bins !== undefined && !(Number.isInteger(bins) && bins >= 1 && bins <= 1_000))
    throw new ValueError(`For '${owner}', the 'bins' must be int and in range [1, 1000], but got '${bins}'.`);
  if (values.length === 0) throw new ValueError(`For '${owner}', there must be a tensor to count.`);
  const all = values.map((value) => numbersOf(value, owner));
  const spreads = all.map(spreadOf);
  const low = Math.min(...spreads.flatMap(({ low }) => (Number.isNaN(low) ? [] : [low])));
  const high = Math.max(...spreads.flatMap(({ high }) => (Number.isNaN(high) ? [] : [high])));
  const most = bins ?? usualBins(Math.max(...spreads.map(({ finite }) => finite)));
  const isWhole = all.every((numbers) => numbers.isWhole);
  const edges = low > high ? [0, 1] : isWhole ? wholeEdges(low, high, most) : evenEdges(low, high, most);
  const widths = edges.slice(1).map((edge, bin) => edge - edges[bin]!);
  const centres = widths.map((width, bin) => edges[bin]! + width / 2);

  const data = all.map((numbers, index): Trace => {
    const { finite, ...spread } = spreads[index]!;
    const counts = countsOf(numbers, edges);
    const name = names?.[index] ?? numbers.name ?? (all.length > 1 ? `${index + 1}` : undefined);
    const peak = counts.indexOf(Math.max(...counts));
    const y = density ? counts.map((count, bin) => count / (finite || 1) / widths[bin]!) : counts;
    return {
      type: "bar",
      ...(name !== undefined && { name }),
      x: centres,
      y,
      width: widths,
      marker: { line: { width: 0 } },
      ...(all.length > 1 && { opacity: 0.6 }),
      hovertemplate: density ? "%{x:.4g}<br>%{y:.4g}<extra></extra>" : "%{x:.4g}<br>%{y}<extra></extra>",
      meta: {
        about: "histogram",
        count: numbers.size,
        unfit: numbers.size - finite,
        ...(finite > 0 && { ...spread, peakFrom: edges[peak], peakTo: edges[peak + 1], peakCount: counts[peak] }),
      },
    };
  });
  const layout = { ...titled(options), barmode: "overlay", bargap: 0, ...legendOf(all.length) };
  const sizes = all.map(({ size }) => size.toLocaleString("en")).join(", ");
  return new Figure(data, layout, `${owner} of ${sizes} values in ${centres.length} bins`);
}

/** Rice's rule, within reason. */
const usualBins = (count: number) => Math.min(80, Math.max(10, Math.ceil(2 * Math.cbrt(count))));

/** Equally wide bins; around a single number half a unit on each side, as NumPy has it. */
function evenEdges(low: number, high: number, bins: number): number[] {
  const half = Math.max(0.5, Math.abs(low) * 2 ** -20); // what is left of a half beside a large number
  const [from, to] =
    low === high ? [Math.max(low - half, -Number.MAX_VALUE), Math.min(high + half, Number.MAX_VALUE)] : [low, high];
  return Array.from({ length: bins + 1 }, (_, i) => (i === bins ? to : from * (1 - i / bins) + to * (i / bins)));
}

function wholeEdges(low: number, high: number, most: number): number[] {
  const width = Math.ceil((high - low + 1) / most);
  const bins = Math.ceil((high - low + 1) / width);
  return Array.from({ length: bins + 1 }, (_, i) => low - 0.5 + i * width);
}

/** How many of the numbers lie in each bin. */
export function countsOf(numbers: Numbers, edges: readonly number[]): number[] {
  const bins = edges.length - 1;
  const table = Float64Array.from(edges);
  const [low, high] = [table[0]!, table[bins]!];
  const scale = bins / (high - low);
  const counts = new Float64Array(bins);
  forEachNumber(numbers, (x) => {
    if (!(x >= low && x <= high)) return;
    let bin = Math.min(bins - 1, Math.trunc((x - low) * scale) || 0); // a guess, put right by the edges themselves
    while (x < table[bin]!) bin--;
    while (bin < bins - 1 && x >= table[bin + 1]!) bin++;
    counts[bin]!++;
  });
  return [...counts];
}
