import { type DType, dtypes } from "../dtype";
import { TypeError, ValueError } from "../errors";
import type { NDArray } from "../ndarray";
import { maximumTable, minimumTable, multiplyTable } from "../numpy/arithmetic";
import { astype, cast } from "../numpy/astype";
import { full } from "../numpy/creation";
import { cumprod as cumprodArray, cumsum as cumsumArray } from "../numpy/cumulative";
import { all as allArray, any as anyArray, reduceWith, sum as sumArray } from "../numpy/reduce";
import { argmax as argmaxArray, argmin as argminArray } from "../numpy/selection";
import { mean as meanArray } from "../numpy/statistics";
import type { BinaryUfunc } from "../numpy/ufunc";
import type { Scalar } from "../scalar";
import type { Shape } from "../shape";
import { checkTensor, Tensor } from "../tensor";
import { add, div, mul, pow, sub } from "./arithmetic";
import { scalarArray } from "./operands";
import { axesOf, axisOf } from "./shape";

/* Operations that fold axes away. Unless said otherwise the dtype stays. */

export type Axes = number | Shape | null;

/** Folds in the tensor's own dtype, so that integers wrap in it. */
function fold(owner: string, table: BinaryUfunc) {
  return (x: Tensor, axis: Axes = null, keepDims = false): Tensor => {
    const array = checkNumeric(x, owner).asnumpy();
    const axes = axesOf(axis, array.ndim, owner);
    checkSomething(array, owner);
    return Tensor.of(reduceWith(table, array, array.dtype, { axis: axes, keepdims: keepDims }));
  };
}

function checkNumeric(x: Tensor, owner: string): Tensor {
  if (checkTensor(x, "x", owner).dtype !== "bool") return x;
  throw new TypeError(`For '${owner}', the type of 'x' must be a number, but got Tensor[Bool].`);
}

function checkSomething(array: NDArray, owner: string): void {
  if (array.size === 0) throw new ValueError(`For '${owner}', the 'x' must have at least one element.`);
}

export const reduceMax = fold("ReduceMax", maximumTable);
export const reduceMin = fold("ReduceMin", minimumTable);
export const reduceProd = fold("ReduceProd", multiplyTable);

/** The sum, integers wrapped in their own dtype. */
export function reduceSum(x: Tensor, axis: Axes = null, keepDims = false): Tensor {
  const array = checkNumeric(x, "ReduceSum").asnumpy();
  const axes = axesOf(axis, array.ndim, "ReduceSum");
  return Tensor.of(sumArray(array, { axis: axes, keepdims: keepDims, dtype: array.dtype }));
}

/** The mean; that of integers is cut towards zero. */
export function reduceMean(x: Tensor, axis: Axes = null, keepDims = false): Tensor {
  const array = checkNumeric(x, "ReduceMean").asnumpy();
  const axes = axesOf(axis, array.ndim, "ReduceMean");
  checkSomething(array, "ReduceMean");
  const { kind } = dtypes[array.dtype];
  if (kind !== "int" && kind !== "uint") return Tensor.of(meanArray(array, { axis: axes, keepdims: keepDims }));
  const total = Tensor.of(sumArray(array, { axis: axes, keepdims: keepDims }));
  const count = axes.reduce((product, one) => product * array.shape[one]!, 1);
  return Tensor.of(cast(div(total, count).asnumpy(), array.dtype));
}

/** Whether all, or any, elements of a Bool tensor are true. */
function folded(owner: string, foldArray: typeof allArray) {
  return (x: Tensor, axis: Axes = null, keepDims = false): Tensor => {
    const { dtype, ndim } = checkTensor(x, "x", owner);
    if (dtype !== "bool") {
      throw new TypeError(`For '${owner}', the type of 'x' must be Tensor[Bool], but got ${dtypes[dtype].label}.`);
    }
    return Tensor.of(foldArray(x.asnumpy(), { axis: axesOf(axis, ndim, owner), keepdims: keepDims }));
  };
}
export const reduceAll = folded("ReduceAll", allArray);
export const reduceAny = folded("ReduceAny", anyArray);

/** The first place of the greatest element, as Int32; without an axis, in the flattened tensor. */
function place(owner: string, find: typeof argmaxArray) {
  return (x: Tensor, axis: number | null = null): Tensor => {
    const array = checkNumeric(x, owner).asnumpy();
    checkSomething(array, owner);
    const along = axis === null || axis === undefined ? null : axisOf(axis, array.ndim, owner);
    return Tensor.of(astype(find(array, along), "int32"));
  };
}
export const argmax = place("Argmax", argmaxArray);
export const argmin = place("Argmin", argminArray);

export interface SumOptions {
  axis?: Axes;
  dtype?: DType | null;
  keepdims?: boolean;
  /** Added to the sum. */
  initial?: Scalar | null;
}

/** `Tensor.sum`: that of Bool is Int32; otherwise the dtype stays. */
export function sum(
  x: Tensor,
  { axis = null, dtype = null, keepdims = false, initial = null }: SumOptions = {},
): Tensor {
  const array = x.asnumpy();
  const working = array.dtype === "bool" ? "int32" : array.dtype;
  const axes = axesOf(axis, array.ndim, "sum");
  const total = Tensor.of(sumArray(cast(array, working), { axis: axes, keepdims, dtype: working }));
  const result = initial === null || initial === undefined ? total : add(total, initial);
  return Tensor.of(cast(result.asnumpy(), dtype ?? working));
}

export interface ExtremeOptions {
  axis?: Axes;
  keepdims?: boolean;
  /** Takes part like an element. */
  initial?: Scalar | null;
  /** A Bool tensor: which elements take part; needs `initial`. */
  where?: Tensor | boolean;
}

/** `Tensor.max` and `Tensor.min`. @throws {ValueError} for an empty tensor, or `where` without `initial` */
function extreme(owner: string, table: BinaryUfunc) {
  return (x: Tensor, { axis = null, keepdims = false, initial = null, where = true }: ExtremeOptions = {}): Tensor => {
    const array = checkNumeric(x, owner).asnumpy();
    const axes = axesOf(axis, array.ndim, owner);
    const start = initial === null || initial === undefined ? undefined : scalarArray(initial, array.dtype).read(0);
    if (start === undefined) checkSomething(array, owner);
    const mask = where === true ? null : where === false ? full([], 0, "bool") : where.asnumpy();
    if (mask && start === undefined) {
      throw new ValueError(`For '${owner}', the 'initial' must be given if 'where' is not True.`);
    }
    const options = { axis: axes, keepdims, initial: start as Scalar | undefined, where: mask };
    return Tensor.of(reduceWith(table, array, array.dtype, options));
  };
}
export const max = extreme("max", maximumTable);
export const min = extreme("min", minimumTable);

/** The greatest less the lowest element. */
export function ptp(x: Tensor, axis: Axes = null, keepdims = false): Tensor {
  return sub(max(x, { axis, keepdims }), min(x, { axis, keepdims }));
}

/** The mean square distance from the mean, worked out in the tensor's dtype step by step. */
export function variance(x: Tensor, axis: Axes = null, ddof = 0, keepdims = false): Tensor {
  const distance = sub(x, reduceMean(x, axis, true));
  const axes = axesOf(axis, x.ndim, "var");
  const count = axes.reduce((product, one) => product * x.shape[one]!, 1);
  return div(sum(mul(distance, distance), { axis: axes, keepdims }), count - ddof);
}
/** The square root of `variance`, as a power of 0.5. */
export function std(x: Tensor, axis: Axes = null, ddof = 0, keepdims = false): Tensor {
  return pow(variance(x, axis, ddof, keepdims), 0.5);
}

const narrow: readonly DType[] = ["bool", "int8", "int16", "uint8"];

/** The running sum; without an axis, of the flattened tensor. Bool and ints below 32 bits become Int32. */
export function cumsum(x: Tensor, axis: number | null = null, dtype: DType | null = null): Tensor {
  const own = narrow.includes(x.dtype) ? "int32" : x.dtype;
  const along = axis === null || axis === undefined ? null : axisOf(axis, x.ndim, "cumsum");
  return Tensor.of(cumsumArray(x.asnumpy(), { axis: along, dtype: dtype ?? own }));
}
export function cumprod(x: Tensor, axis: number): Tensor {
  return Tensor.of(cumprodArray(x.asnumpy(), { axis: axisOf(axis, x.ndim, "CumProd"), dtype: x.dtype }));
}
