import { ValueError } from "../../errors";
import { type NDArray, zeros } from "../../ndarray";
import { Float } from "../../scalar";
import { multiply } from "../arithmetic";
import { greater } from "../comparison";
import { expandDims } from "../manipulation";
import { any, max, sum } from "../reduce";
import { type ArrayLike, arrayOf } from "../ufunc";
import { singularValues } from "./singularValues";

/**
 * How many singular values of a [..., M, N] are above `tol`; int64. A vector has rank 0 or 1.
 *
 * tol      a number, or one for each matrix; without it, the greatest singular value times max(M, N) times ε of the dtype
 * @throws {ValueError} if there are no singular values
 */
export function matrixRank(a: ArrayLike, tol: ArrayLike | null = null, hermitian = false): NDArray {
  const array = arrayOf(a);
  if (array.ndim < 2) {
    const rank = zeros([], "int64");
    if (any(array).read(0)) rank.write(0, 1);
    return rank;
  }
  const values = singularValues(array, hermitian);
  if (tol !== null) return sum(greater(values, expandDims(arrayOf(tol), -1)), { axis: -1 });
  if (values.shape[values.ndim - 1] === 0) {
    throw new ValueError("zero-size array to reduction operation maximum which has no identity");
  }
  const epsilon = values.dtype === "float32" ? 2 ** -23 : 2 ** -52;
  const [rows, cols] = array.shape.slice(-2) as [number, number];
  const greatest = max(values, { axis: -1, keepdims: true });
  const limit = multiply(multiply(greatest, Math.max(rows, cols)), new Float(epsilon));
  return sum(greater(values, limit), { axis: -1 });
}
