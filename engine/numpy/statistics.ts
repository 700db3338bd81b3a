import { type DType, dtypes } from "../dtype";
import { TypeError, ValueError } from "../errors";
import { NDArray } from "../ndarray";
import { Float } from "../scalar";
import { axesOf, axisOf } from "../shape";
import { add, divide, multiply, subtract } from "./arithmetic";
import { astype, cast } from "./astype";

import { getItem, Slice, subscript } from "./indexing";
import { concatenate, expandDims, reshape, transpose } from "./manipulation";
import { conjugate, isnan, sqrt } from "./math";
import { real } from "./parts";
import { resultType } from "./promotion";
import { type Axis, max, min, type ReduceOptions, sum } from "./reduce";
import { where } from "./selection";
import { sort } from "./sorting";
import { type ArrayLike, arrayOf } from "./ufunc";

/** How many elements are folded into each result. */
function countOf(array: NDArray, options: ReduceOptions): number {
  const { axis } = options;
  if (array.ndim === 0 && typeof axis === "number") axisOf(axis, 0); // unlike sums, means have no imagined axis
  return axesOf(axis, array.ndim).reduce((product, axis) => product * array.shape[axis]!, 1);
}

/** Means of integers are float64; those of float16 are summed in float32. */
function meanTypes(dtype: DType, asked?: DType | null): { working: DType; result: DType } {
  if (asked) return { working: asked, result: asked };
  const { kind } = dtypes[dtype];
  if (kind === "float" || kind === "complex")
    return { working: dtype === "float16" ? "float32" : dtype, result: dtype };
  return { working: "float64", result: "float64" };
}

/** A sum divided by a count, rounded to the sum's dtype. */
function divideBy(total: NDArray, count: NDArray | number): NDArray {
  if (total.ndim > 0 || dtypes[total.dtype].kind === "complex") return cast(divide(total, count), total.dtype);
  const value =
    Number(total.read(total.offset)) / (typeof count === "number" ? count : Number(count.read(count.offset)));
  const result = new NDArray(total.dtype, [], new dtypes[total.dtype].storage(1));
  result.write(0, value);
  return result;
}

/** The elements that count, as a divisor: a number, or an array where a mask leaves different numbers. */
function divisorOf(array: NDArray, options: ReduceOptions, ddof = 0): NDArray | number {
  if (!options.where) return Math.max(countOf(array, options) - ddof, 0);
  const mask = astype(options.where, "bool");
  const wide = new NDArray("bool", array.shape, mask.storage, broadcastStrides(mask, array), mask.offset);
  const counts = sum(wide, { axis: options.axis, keepdims: options.keepdims });
  return ddof ? subtract(counts, ddof) : counts;
}

function broadcastStrides(mask: NDArray, array: NDArray): number[] {
  const skip = array.ndim - mask.ndim;
  return array.shape.map((_, axis) => (axis < skip || mask.shape[axis - skip] === 1 ? 0 : mask.strides[axis - skip]!));
}

/** Sum divided by number. */
export function mean(x: ArrayLike, options: ReduceOptions = {}): NDArray {
  const array = arrayOf(x);
  const { working, result } = meanTypes(array.dtype, options.dtype);
  const total = sum(array, { ...options, dtype: working });
  return cast(divideBy(total, divisorOf(array, options)), result);
}

export interface SpreadOptions extends ReduceOptions {
  /** Subtracted from the number of elements in the divisor. */
  ddof?: number;
}

/** Mean of the squared distances from the mean. */
export function variance(x: ArrayLike, options: SpreadOptions = {}): NDArray {
  const array = arrayOf(x);
  const { ddof = 0, axis, keepdims, where } = options;
  // unlike the mean, NumPy's variance of float16 stays in float16 all the way
  const { result } = meanTypes(array.dtype, options.dtype);
  const working = result;
  const base = { axis, where, dtype: working };
  const center = divideBy(sum(array, { ...base, keepdims: true }), divisorOf(array, { ...options, keepdims: true }));
  const distance = subtract(array, center);
  const complex = dtypes[distance.dtype].kind === "complex";
  const squares = complex ? real(multiply(distance, conjugate(distance))) : multiply(distance, distance);
  const total = sum(squares, { axis, where, keepdims, dtype: complex ? null : working });
  const spread = divideBy(total, divisorOf(array, options, ddof));
  return complex ? spread : cast(spread, result);
}

/** Square root of the variance. */
export function std(x: ArrayLike, options: SpreadOptions = {}): NDArray {
  return sqrt(variance(x, options));
}

/** Greatest minus smallest. */
export function ptp(x: ArrayLike, options: ReduceOptions = {}): NDArray {
  return subtract(max(x, options), min(x, options));
}

/** Mean with weights. @throws {ZeroDivisionError} if they sum to zero */
export function average(x: ArrayLike, axis: Axis = null, weights?: ArrayLike | null): NDArray {
  if (weights === undefined || weights === null) return mean(x, { axis });
  const array = arrayOf(x);
  let factors = arrayOf(weights);
  if (factors.ndim !== array.ndim || factors.shape.some((length, i) => length !== array.shape[i])) {
    if (typeof axis !== "number") {
      throw new TypeError("Axis must be specified when shapes of a and weights differ.");
    }
    if (factors.ndim !== 1) throw new TypeError("1D weights expected when shapes of a and weights differ.");
    const along = axis < 0 ? axis + array.ndim : axis;
    if (factors.size !== array.shape[along])
      throw new ValueError("Length of weights not compatible with specified axis.");
    factors = reshape(
      factors,
      array.shape.map((length, i) => (i === along ? length : 1)),
    );
  }
  const wide = add(factors, multiply(cast(array, "float64"), 0)); // the weights, once for each element
  const dtype = resultType(array, factors, ...(dtypes[array.dtype].kind === "float" ? [] : [new Float(1.5)]));
  return divide(
    sum(multiply(array, factors), { axis, dtype: dtypes[dtype].kind === "float" ? dtype : "float64" }),
    sum(wide, { axis }),
  );
}

/** The value below which a part q of the elements lies, by straight lines between neighbours. q in [0, 1]. */
export function quantile(x: ArrayLike, q: ArrayLike, axis: Axis = null, keepdims = false): NDArray {
  const array = arrayOf(x);
  const places = arrayOf(q);
  const asked = Array.from({ length: places.size }, (_, i) => Number(reshape(places, [places.size]).read(i)));
  if (asked.some((one) => !(one >= 0 && one <= 1))) throw new ValueError("Quantiles must be in the range [0, 1]");
  const axes = axesOf(axis, array.ndim);
  const kept = array.shape.map((_, i) => i).filter((i) => !axes.includes(i));
  const { kind } = dtypes[array.dtype];
  const floats = kind === "float" ? array : astype(array, "float64");
  const lines = reshape(transpose(floats, [...kept, ...axes]), [...kept.map((i) => array.shape[i]!), -1]);
  const length = lines.shape[lines.ndim - 1]!;
  if (length === 0) throw new ValueError("cannot take a quantile of an empty array");
  const sorted = sort(lines, -1);
  const nan = getItem(sorted, lastAxis(sorted, length - 1)); // NaN sorts last
  const shape = kept.map((i) => array.shape[i]!);
  const results = asked.map((one) => {
    const place = one * (length - 1);
    const below = Math.floor(place);
    const low = getItem(sorted, lastAxis(sorted, below));
    const high = getItem(sorted, lastAxis(sorted, Math.min(below + 1, length - 1)));
    const value = lerp(low, high, place - below);
    return where(isnan(nan), nan, value);
  });
  const stacked = concatenate(
    results.map((one) => expandDims(cast(one, floats.dtype), 0)),
    0,
  );
  const single = places.ndim === 0 ? [] : [...places.shape];
  const full = keepdims ? array.shape.map((n, i) => (axes.includes(i) ? 1 : n)) : shape;
  return reshape(stacked, [...single, ...full]);
}

function lastAxis(array: NDArray, place: number) {
  return subscript(...array.shape.slice(0, -1).map(() => new Slice()), place);
}

/** a + (b − a)·t, from b's side where t ≥ ½, as NumPy does it to be exact at both ends. */
function lerp(a: NDArray, b: NDArray, t: number): NDArray {
  const gap = subtract(b, a);
  return t >= 0.5 ? subtract(b, multiply(gap, new Float(1 - t))) : add(a, multiply(gap, new Float(t)));
}

/** The middle element, or the mean of the two middle ones. */
export function median(x: ArrayLike, axis: Axis = null, keepdims = false): NDArray {
  const array = arrayOf(x);
  const axes = axesOf(axis, array.ndim);
  const rest = array.shape.map((_, i) => i).filter((i) => !axes.includes(i));
  const lines = reshape(transpose(array, [...rest, ...axes]), [...rest.map((i) => array.shape[i]!), -1]);
  const length = lines.shape[lines.ndim - 1]!;
  const sorted = sort(lines, -1);
  const last = (from: number, to: number) =>
    getItem(sorted, subscript(...sorted.shape.slice(0, -1).map(() => new Slice()), new Slice(from, to)));
  const half = Math.floor(length / 2);
  const middle = mean(last(length % 2 ? half : half - 1, half + 1), { axis: -1 });
  if (length > 0 && dtypes[array.dtype].kind === "float") {
    const nan = getItem(sorted, lastAxis(sorted, length - 1));
    return shaped(cast(where(isnan(nan), nan, middle), middle.dtype), array, axes, keepdims);
  }
  return shaped(middle, array, axes, keepdims);
}

function shaped(result: NDArray, array: NDArray, axes: number[], keepdims: boolean): NDArray {
  return keepdims
    ? reshape(
        result,
        array.shape.map((length, i) => (axes.includes(i) ? 1 : length)),
      )
    : result;
}

/** Covariance of the rows of a matrix. */
export function cov(x: ArrayLike, ddof = 1): NDArray {
  const given = cast(arrayOf(x), "float64");
  const rows = given.ndim < 2 ? reshape(given, [1, given.size]) : given;
  const centered = subtract(rows, mean(rows, { axis: 1, keepdims: true }));
  const n = rows.shape[1]!;
  const [a, b] = [expandDims(centered, 1), expandDims(centered, 0)];
  const total = divide(sum(multiply(a, b), { axis: 2 }), n - ddof);
  return rows.shape[0] === 1 ? reshape(total, []) : total;
}
