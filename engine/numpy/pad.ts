import { dtypes } from "../dtype";
import { ValueError } from "../errors";
import type { NDArray } from "../ndarray";
import type { Scalar } from "../scalar";
import { cast, castInto } from "./astype";
import { array, zeros } from "./creation";
import { getItem, Slice, setItem, subscript } from "./indexing";
import { rint } from "./math";
import { linspace } from "./ranges";
import { amax, amin } from "./reduce";
import { mean, median } from "./statistics";

export type PadMode =
  | "constant"
  | "edge"
  | "reflect"
  | "symmetric"
  | "wrap"
  | "maximum"
  | "minimum"
  | "mean"
  | "median"
  | "linear_ramp"
  | "empty";

export interface PadOptions {
  /** For "constant": the value in front of and behind each axis. */
  constants?: readonly (readonly [Scalar, Scalar])[];
  /** For "linear_ramp": the values the ramps end in. */
  ends?: readonly (readonly [Scalar, Scalar])[];
  /** For "reflect" and "symmetric": "odd" mirrors around the edge value too. */
  odd?: boolean;
}

/** The place inside that a place outside shows, for the modes that copy. `length` > 0. */
const mirrored: { [mode: string]: (place: number, length: number) => number } = {
  edge: (place, length) => Math.min(Math.max(place, 0), length - 1),
  wrap: (place, length) => ((place % length) + length) % length,
  reflect: (place, length) => {
    if (length === 1) return 0;
    const period = 2 * (length - 1);
    const within = ((place % period) + period) % period;
    return within < length ? within : period - within;
  },
  symmetric: (place, length) => {
    const period = 2 * length;
    const within = ((place % period) + period) % period;
    return within < length ? within : period - 1 - within;
  },
};

const folds: { [mode: string]: (array: NDArray, axis: number) => NDArray } = {
  maximum: (one, axis) => amax(one, { axis, keepdims: true }),
  minimum: (one, axis) => amin(one, { axis, keepdims: true }),
  mean: (one, axis) => mean(one, { axis, keepdims: true }),
  median: (one, axis) => median(one, axis, true),
};

/**
 * An array with entries added at both ends of its axes.
 *
 * widths  [in front, behind] for each axis, in entries
 * @throws {ValueError} for an unknown mode, or an empty axis that nothing can be copied from
 */
export function pad(
  x: NDArray,
  widths: readonly (readonly [number, number])[],
  mode: PadMode = "constant",
  options: PadOptions = {},
): NDArray {
  if (widths.some(([before, after]) => before < 0 || after < 0))
    throw new ValueError("index can't contain negative values");
  let result = x;
  widths.forEach(([before, after], axis) => {
    if (before + after > 0) result = padAxis(result, axis, before, after, mode, options);
  });
  return result === x ? getItem(x, subscript()) : result;
}

function along(ndim: number, axis: number, part: Slice | NDArray) {
  return subscript(...Array.from({ length: ndim }, (_, i) => (i === axis ? part : new Slice())));
}

function padAxis(x: NDArray, axis: number, before: number, after: number, mode: PadMode, options: PadOptions): NDArray {
  const length = x.shape[axis]!;
  const place = mirrored[mode];
  if (place) {
    if (length === 0)
      throw new ValueError(`can't extend empty axis ${axis} using modes other than 'constant' or 'empty'`);
    const places = zeros([before + length + after], "int64");
    for (let i = 0; i < places.size; i++) places.write(i, place(i - before, length));
    return getItem(x, along(x.ndim, axis, places));
  }
  const shape = [...x.shape];
  shape[axis] = before + length + after;
  const result = zeros(shape, x.dtype);
  const part = (from: number, to: number) => getItem(result, along(x.ndim, axis, new Slice(from, to)));
  castInto(part(before, before + length), x);
  const [head, tail] = [part(0, before), part(before + length, shape[axis]!)];
  if (mode === "constant" || mode === "empty") {
    const [first, last] = options.constants?.[axis] ?? [0, 0];
    if (head.size) setItem(head, subscript(), array(first));
    if (tail.size) setItem(tail, subscript(), array(last));
    return result;
  }
  if (length === 0)
    throw new ValueError(`can't extend empty axis ${axis} using modes other than 'constant' or 'empty'`);
  if (mode === "linear_ramp") {
    const [first, last] = options.ends?.[axis] ?? [0, 0];
    const edge = (at: number) => getItem(x, along(x.ndim, axis, new Slice(at, at === -1 ? null : at + 1)));
    ramp(head, first, edge(0), before, axis, false);
    ramp(tail, last, edge(-1), after, axis, true);
    return result;
  }
  const fold = folds[mode];
  if (!fold) throw new ValueError(`mode '${mode}' is not supported`);
  const whole = dtypes[x.dtype].kind === "int" || dtypes[x.dtype].kind === "uint";
  const value = fold(x, axis);
  const fitting = cast(whole && dtypes[value.dtype].kind === "float" ? rint(value) : value, x.dtype);
  castInto(head, fitting);
  castInto(tail, fitting);
  return result;
}

function ramp(target: NDArray, end: Scalar, edge: NDArray, count: number, axis: number, backwards: boolean): void {
  if (count === 0) return;
  const flatEdge = getItem(edge, subscript(...edge.shape.map((_, i) => (i === axis ? 0 : new Slice()))));
  const line = linspace(array(end), flatEdge, count, { endpoint: false, dtype: target.dtype, axis });
  castInto(target, backwards ? getItem(line, along(line.ndim, axis, new Slice(null, null, -1))) : line);
}
