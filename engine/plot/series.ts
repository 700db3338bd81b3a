import { ValueError } from "../errors";
import { tupleText } from "../shape";
import { Figure, legendOf, type PlotOptions, packed, type Trace, titled } from "./figure";
import { forEachNumber, type Numbers, numbersOf, type Plottable, spreadOf } from "./values";

export interface SeriesOptions extends PlotOptions {
  /** What each of the series is called; a parameter has a name of its own. */
  names?: readonly string[] | undefined;
  /** Where the values stand, as many as there are; 0, 1, 2, … if it is left out. */
  x?: Plottable | undefined;
}

/** Points of a line, and of a cloud, that are drawn at most. */
export const mostPoints = { line: 4_000, scatter: 50_000 } as const;

/**
 * Each tensor as a line, its values in order. Of more than 4,000 values the least and the greatest of every k neighbours are
 * drawn, so that no peak gets lost; the figure says so.
 *
 * @throws {ValueError} if a tensor has more than one axis, or x has another length
 */
export function line(values: readonly Plottable[], options: SeriesOptions = {}): Figure {
  const owner = "plot.line";
  if (values.length === 0) throw new ValueError(`For '${owner}', there must be values to draw.`);
  const all = values.map((value) => vector(value, owner));
  const x = options.x === undefined ? undefined : vector(options.x, owner);
  const data = all.map((numbers, index): Trace => {
    if (x) checkLength(numbers, x, owner);
    const { places, every } = outline(numbers);
    const name = options.names?.[index] ?? numbers.name ?? (all.length > 1 ? `${index + 1}` : undefined);
    const spread = spreadOf(numbers);
    return {
      type: "scatter",
      mode: "lines",
      ...(name !== undefined && { name }),
      ...(x ? { x: packed(places.map(x.at)) } : every > 1 ? { x: packed(places) } : {}),
      y: packed(places.map(numbers.at)),
      meta: {
        about: "line",
        count: numbers.size,
        unfit: numbers.size - spread.finite,
        ...(spread.finite > 0 && { low: spread.low, high: spread.high }),
        ...(numbers.size > 0 && { first: numbers.at(0), last: numbers.at(numbers.size - 1) }),
        ...(every > 1 && { every }),
      },
    };
  });
  const layout = { ...titled(options), ...legendOf(all.length) };
  return new Figure(data, layout, `${owner} of ${all.map(({ size }) => size.toLocaleString("en")).join(", ")} values`);
}

/**
 * Points at x and y. Of more than 50,000 every k-th is drawn, which the figure says.
 *
 * @throws {ValueError} if the tensors have more than one axis or different lengths
 */
export function scatter(x: Plottable, y: Plottable, options: PlotOptions & { name?: string | undefined } = {}): Figure {
  const owner = "plot.scatter";
  const [across, up] = [vector(x, owner), vector(y, owner)];
  checkLength(up, across, owner);
  const every = Math.max(1, Math.ceil(up.size / mostPoints.scatter));
  const places = Array.from({ length: Math.ceil(up.size / every) }, (_, index) => index * every);
  const [spread, range] = [spreadOf(up), spreadOf(across)];
  const name = options.name ?? up.name;
  const trace = {
    type: "scatter",
    mode: "markers",
    ...(name !== undefined && { name }),
    x: packed(places.map(across.at)),
    y: packed(places.map(up.at)),
    marker: { size: up.size > 2_000 ? 3 : 6, opacity: up.size > 2_000 ? 0.5 : 0.85 },
    meta: {
      about: "scatter",
      count: up.size,
      ...(spread.finite > 0 && { low: spread.low, high: spread.high }),
      ...(range.finite > 0 && { xLow: range.low, xHigh: range.high }),
      ...(every > 1 && { every }),
    },
  };
  return new Figure([trace], { ...titled(options) }, `${owner} of ${up.size.toLocaleString("en")} points`);
}

/** Where the drawn values stand: all of them, or of every few neighbours the least and the greatest, in order. */
function outline(numbers: Numbers): { places: number[]; every: number } {
  const every = Math.ceil(numbers.size / (mostPoints.line / 2));
  if (numbers.size <= mostPoints.line) return { places: Array.from({ length: numbers.size }, (_, at) => at), every: 1 };
  const places: number[] = [];
  let [least, most] = [0, 0];
  forEachNumber(numbers, (value, index) => {
    if (index % every === 0) [least, most] = [index, index];
    else {
      // what is not finite draws no line; any number takes its place
      const [low, high] = [numbers.at(least), numbers.at(most)];
      if (value < low || (!Number.isFinite(low) && Number.isFinite(value))) least = index;
      if (value > high || (!Number.isFinite(high) && Number.isFinite(value))) most = index;
    }
    if (index % every === every - 1 || index === numbers.size - 1)
      places.push(...(least === most ? [least] : [Math.min(least, most), Math.max(least, most)]));
  });
  return { places, every };
}

/** @throws {ValueError} */
export function vector(value: Plottable, owner: string): Numbers {
  const numbers = numbersOf(value, owner);
  if (numbers.shape.filter((length) => length !== 1).length > 1)
    throw new ValueError(
      `For '${owner}', the values must be in one row, but got shape ${tupleText(numbers.shape)}: pick a row of it, or flatten it.`,
    );
  return numbers;
}

function checkLength({ size }: Numbers, x: Numbers, owner: string): void {
  if (size !== x.size)
    throw new ValueError(`For '${owner}', x and y must be of one length, but got ${x.size} and ${size}.`);
}
