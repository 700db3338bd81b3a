import { allocate, dtypes } from "../dtype";
import { TypeError, ValueError } from "../errors";
import { elementsOf, fromValues, type NDArray } from "../ndarray";
import { cast } from "./astype";
import { ravel } from "./manipulation";
import { linspace } from "./ranges";
import { searchsorted } from "./sorting";
import { type ArrayLike, arrayOf } from "./ufunc";

/** How often each int from 0 on comes, or the sum of its weights. @throws {ValueError} for negative ints */
export function bincount(x: ArrayLike, weights?: ArrayLike | null, minLength = 0): NDArray {
  const given = arrayOf(x);
  const { kind } = dtypes[given.dtype];
  if (given.ndim !== 1) throw new ValueError("object too deep for desired array");
  if (kind === "float" || kind === "complex") {
    throw new TypeError(
      `Cannot cast array data from dtype('${given.dtype}') to dtype('int64') according to the rule 'safe'`,
    );
  }
  const places = elementsOf(given).map(Number);
  if (places.some((place) => place < 0)) throw new ValueError("'list' argument must have no negative elements");
  const length = places.reduce((top, place) => Math.max(top, place + 1), minLength);
  const counts = allocate("float64", length) as Float64Array;
  const factors =
    weights === undefined || weights === null ? null : (elementsOf(cast(arrayOf(weights), "float64")) as number[]);
  if (factors && factors.length !== places.length)
    throw new ValueError("The weights and list don't have the same length.");
  places.forEach((place, i) => {
    counts[place]! += factors ? factors[i]! : 1;
  });
  return fromValues(counts, [length], factors ? "float64" : "int64");
}

/** Into which interval of sorted bounds each element falls. */
export function digitize(x: ArrayLike, bins: ArrayLike, right = false): NDArray {
  const bounds = elementsOf(cast(arrayOf(bins), "float64")) as number[];
  const rising = bounds.every((bound, i) => i === 0 || bound >= bounds[i - 1]!);
  const falling = bounds.every((bound, i) => i === 0 || bound <= bounds[i - 1]!);
  if (!rising && !falling) throw new ValueError("bins must be monotonically increasing or decreasing");
  if (rising) return searchsorted(bins, x, right ? "left" : "right");
  const reversed = fromValues(bounds.slice().reverse(), [bounds.length], "float64");
  const places = searchsorted(reversed, x, right ? "right" : "left");
  return fromValues(
    elementsOf(places).map((place) => bounds.length - Number(place)),
    places.shape,
    "int64",
  );
}

/** How many elements fall into each interval, and the intervals' bounds. The last interval holds its upper bound. */
export function histogram(
  x: ArrayLike,
  bins: number | NDArray = 10,
  range?: readonly [number, number] | null,
  density = false,
): { counts: NDArray; edges: NDArray } {
  const values = elementsOf(cast(ravel(arrayOf(x)), "float64")) as number[];
  const edges = typeof bins === "number" ? evenEdges(values, bins, range) : cast(bins, "float64");
  const bounds = elementsOf(edges) as number[];
  if (bounds.some((bound, i) => i > 0 && bound < bounds[i - 1]!)) {
    throw new ValueError("`bins` must increase monotonically, when an array");
  }
  const counts = new Array<number>(Math.max(0, bounds.length - 1)).fill(0);
  const places = elementsOf(searchsorted(edges, fromValues(values, [values.length], "float64"), "right")).map(Number);
  values.forEach((value, i) => {
    const last = value === bounds[bounds.length - 1] ? counts.length - 1 : places[i]! - 1;
    if (last >= 0 && last < counts.length) counts[last]!++;
  });
  if (!density)
    return { counts: fromValues(counts, [counts.length], "int64"), edges: typeof bins === "number" ? edges : bins };
  const total = counts.reduce((sum, count) => sum + count, 0);
  return {
    counts: fromValues(
      counts.map((count, i) => count / (bounds[i + 1]! - bounds[i]!) / total),
      [counts.length],
      "float64",
    ),
    edges,
  };
}

function evenEdges(values: readonly number[], bins: number, range?: readonly [number, number] | null): NDArray {
  if (bins < 1) throw new ValueError("`bins` must be positive, when an integer");
  let [low, high] = range ?? [0, 1];
  if (!range && values.length) {
    low = values.reduce((a, b) => Math.min(a, b));
    high = values.reduce((a, b) => Math.max(a, b));
  }
  if (low > high) throw new ValueError("max must be larger than min in range parameter.");
  if (!Number.isFinite(low) || !Number.isFinite(high)) {
    throw new ValueError(`autodetected range of [${low}, ${high}] is not finite`);
  }
  if (low === high) [low, high] = [low - 0.5, high + 0.5];
  return linspace(low, high, bins + 1);
}

/** Values between known points, by straight lines; beyond them the outermost values, or what is given. */
export function interp(
  x: ArrayLike,
  xp: ArrayLike,
  fp: ArrayLike,
  left?: number | null,
  right?: number | null,
): NDArray {
  const [places, values] = [xp, fp].map((one) => elementsOf(cast(arrayOf(one), "float64")) as number[]) as [
    number[],
    number[],
  ];
  if (places.length === 0) throw new ValueError("array of sample points is empty");
  if (places.length !== values.length) throw new ValueError("fp and xp are not of the same length.");
  const asked = arrayOf(x);
  const last = places.length - 1;
  const results = (elementsOf(cast(asked, "float64")) as number[]).map((value) => {
    if (Number.isNaN(value)) return value;
    if (value < places[0]!) return left ?? values[0]!;
    if (value > places[last]!) return right ?? values[last]!;
    if (value === places[last]) return values[last]!;
    let [low, high] = [0, last];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (value >= places[middle]!) low = middle;
      else high = middle;
    }
    const slope = (values[low + 1]! - values[low]!) / (places[low + 1]! - places[low]!);
    return slope * (value - places[low]!) + values[low]!;
  });
  return fromValues(results, asked.shape, "float64");
}
