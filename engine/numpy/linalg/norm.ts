import { dtypes } from "../../dtype";
import { TypeError, ValueError } from "../../errors";
import { fromValues, type NDArray, zeros } from "../../ndarray";
import { Float } from "../../scalar";
import { axisOf } from "../../shape";
import { multiply, power } from "../arithmetic";
import { astype } from "../astype";
import { notEqual } from "../comparison";
import { moveaxis, ravel, reshape } from "../manipulation";
import { absolute, sqrt } from "../math";
import { dot } from "../matmul";
import { max, min, sum } from "../reduce";
import { type ArrayLike, arrayOf } from "../ufunc";
import { singularValues } from "./singularValues";

/** A norm's order: a number (infinities too), "fro", "nuc", or nothing for the 2-norm of all elements. */
export type NormOrder = number | string | null;

export interface NormOptions {
  ord?: NormOrder;
  /** One axis for norms of vectors, two for norms of matrices; all of the array's axes without it. */
  axis?: number | readonly number[] | null;
  keepdims?: boolean;
}

/** The squares of magnitudes, real. */
function squares(x: NDArray): NDArray {
  if (dtypes[x.dtype].kind !== "complex") return multiply(x, x);
  const real = zeros(x.shape, x.dtype === "complex64" ? "float32" : "float64");
  const pairs = astype(x, x.dtype).storage as Float64Array;
  for (let i = 0; i < real.size; i++) real.write(i, pairs[2 * i]! ** 2 + pairs[2 * i + 1]! ** 2);
  return real;
}

function vectorNorm(x: NDArray, ord: NormOrder, axis: number, keepdims: boolean): NDArray {
  const fold = { axis, keepdims };
  if (typeof ord === "string") throw new ValueError(`Invalid norm order '${ord}' for vectors`);
  if (ord === null || ord === 2) return sqrt(sum(squares(x), fold));
  const sizes = absolute(x);
  if (ord === Number.POSITIVE_INFINITY) return max(sizes, fold);
  if (ord === Number.NEGATIVE_INFINITY) return min(sizes, fold);
  if (ord === 0) return sum(astype(notEqual(x, 0), sizes.dtype), fold);
  if (ord === 1) return sum(sizes, fold);
  const inverse = fromValues([1 / ord], [], sizes.dtype); // an array, so that the dtype stays
  return power(sum(power(sizes, new Float(ord)), fold), inverse);
}

/** The norm of matrices in two axes, both counted from the front. */
function matrixNorm(x: NDArray, ord: NormOrder, row: number, col: number): NDArray {
  const values = (): NDArray => singularValues(moveaxis(x, [row, col], [-2, -1]));
  const sums = (folded: number): NDArray => sum(absolute(x), { axis: folded });
  const rest = { ofColumns: { axis: col > row ? col - 1 : col }, ofRows: { axis: row > col ? row - 1 : row } };
  switch (ord) {
    case 2:
      return max(values(), { axis: -1 });
    case -2:
      return min(values(), { axis: -1 });
    case "nuc":
      return sum(values(), { axis: -1 });
    case 1:
      return max(sums(row), rest.ofColumns);
    case -1:
      return min(sums(row), rest.ofColumns);
    case Number.POSITIVE_INFINITY:
      return max(sums(col), rest.ofRows);
    case Number.NEGATIVE_INFINITY:
      return min(sums(col), rest.ofRows);
    case null:
    case "fro":
    case "f":
      return sqrt(sum(squares(x), { axis: [row, col] }));
    default:
      throw new ValueError("Invalid norm order for matrices.");
  }
}

/** Whether the norm is that of all elements as one vector, whatever the shape. */
function isOfAll(ord: NormOrder, ndim: number): boolean {
  return ord === null || ((ord === "fro" || ord === "f") && ndim === 2) || (ord === 2 && ndim === 1);
}

/**
 * The norm of vectors or matrices.
 *
 * returns  x without the axes, or with length 1 in their place; a real dtype
 * @throws {ValueError} for an order that there is none of, axes that are the same, or more than two axes
 * @throws {AxisError} for an axis that x does not have
 * Source: NumPy 1.24 `numpy.linalg.norm`.
 */
export function norm(x: ArrayLike, { ord = null, axis = null, keepdims = false }: NormOptions = {}): NDArray {
  const given = arrayOf(x);
  const { kind } = dtypes[given.dtype];
  const array = kind === "float" || kind === "complex" ? given : astype(given, "float64");
  const { ndim, shape } = array;
  if (axis === null && isOfAll(ord, ndim)) {
    const flat = ravel(array);
    const length = sqrt(kind === "complex" ? sum(squares(flat)) : dot(flat, flat));
    return keepdims ? reshape(length, new Array<number>(ndim).fill(1)) : length;
  }
  const axes = axis === null ? shape.map((_, i) => i) : typeof axis === "number" ? [axis] : axis;
  if (!axes.every(Number.isInteger)) throw new TypeError("'axis' must be None, an integer or a tuple of integers");
  if (axes.length === 1) return vectorNorm(array, ord, axes[0]!, keepdims);
  if (axes.length !== 2) throw new ValueError("Improper number of dimensions to norm.");
  const [row, col] = axes.map((one) => axisOf(one, ndim)) as [number, number];
  if (row === col) throw new ValueError("Duplicate axes given.");
  const result = matrixNorm(array, ord, row, col);
  return keepdims
    ? reshape(
        result,
        shape.map((length, i) => (i === row || i === col ? 1 : length)),
      )
    : result;
}
