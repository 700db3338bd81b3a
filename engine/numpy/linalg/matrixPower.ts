import { TypeError } from "../../errors";
import type { NDArray } from "../../ndarray";
import { astype } from "../astype";
import { eye } from "../creation";
import { broadcastTo } from "../manipulation";
import { matmul } from "../matmul";
import type { ArrayLike } from "../ufunc";
import { inv } from "./solve";
import { squareArgument } from "./stack";

/**
 * a [..., M, M] times itself n times, by repeated squaring; the identity for 0, powers of the inverse below. The dtype
 * stays, and integers wrap.
 *
 * @throws {TypeError} if n is not whole
 * @throws {LinAlgError} if a is not square, or singular with n < 0
 */
export function matrixPower(a: ArrayLike, n: number): NDArray {
  const matrices = squareArgument(a);
  if (!Number.isInteger(n)) throw new TypeError("exponent must be an integer");
  if (n === 0) {
    const { shape, dtype, ndim } = matrices;
    return astype(broadcastTo(eye(shape[ndim - 1]!, null, 0, dtype), shape), dtype);
  }
  const base = n < 0 ? inv(matrices) : matrices;
  const count = Math.abs(n);
  if (count === 1) return base;
  if (count === 3) return matmul(matmul(base, base), base); // in NumPy's order, so that the digits are NumPy's
  let result: NDArray | null = null;
  let square = base;
  for (let rest = count; ; ) {
    if (rest % 2 === 1) result = result ? matmul(result, square) : square;
    rest = Math.floor(rest / 2);
    if (rest === 0) return result as NDArray;
    square = matmul(square, square);
  }
}
