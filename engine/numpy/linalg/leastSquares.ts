import { LinAlgError } from "../../errors";
import { type NDArray, zeros } from "../../ndarray";
import { Float } from "../../scalar";
import { multiply, subtract } from "../arithmetic";
import { astype } from "../astype";
import { expandDims, squeeze, swapaxes } from "../manipulation";
import { absolute, conjugate } from "../math";
import { matmul } from "../matmul";
import { sum } from "../reduce";
import { type ArrayLike, arrayOf } from "../ufunc";
import { svd } from "./singularValues";
import { checkTwoDimensional, linearTypes } from "./stack";

/** What `lstsq` gives: x [N] or [N, K], the sums of squared residuals [K] or none, the rank, the singular values. */
export type LeastSquares = [x: NDArray, residuals: NDArray, rank: number, singular: NDArray];

/**
 * The x of least norm that minimizes ‖a·x − b‖, by singular values.
 *
 * a        [M, N]; b [M] or [M, K]
 * rcond    singular values below rcond times the greatest count as 0; null means ε · max(M, N), less than 0 means ε
 * returns  residuals only if a has rank N and M > N
 *
 * @throws {LinAlgError} for other shapes, or if there is NaN
 */
export function lstsq(a: ArrayLike, b: ArrayLike, rcond: number | null = null): LeastSquares {
  const left = arrayOf(a);
  const given = arrayOf(b);
  const isVector = given.ndim === 1;
  const right = isVector ? expandDims(given, 1) : given;
  checkTwoDimensional(left, right);
  const [rows, cols] = left.shape as [number, number];
  if (rows !== right.shape[0]) throw new LinAlgError("Incompatible dimensions");
  const types = linearTypes(left, right);
  const work = types.complex ? "complex128" : "float64";
  const [u, s, vh] = svdOrFail(astype(left, work));
  const values = s.storage as Float64Array;
  const epsilon = 2 ** -52;
  const limit = (rcond === null ? epsilon * Math.max(rows, cols) : rcond < 0 ? epsilon : rcond) * (values[0] ?? 0);
  const rank = values.filter((value) => value > limit).length;
  const inverse = zeros([values.length, 1], "float64");
  values.forEach((value, i) => {
    if (value > limit) inverse.write(i, 1 / value);
  });
  const target = astype(right, work);
  const coordinates = matmul(conjugate(swapaxes(u, 0, 1)), target);
  const x = matmul(conjugate(swapaxes(vh, 0, 1)), multiply(coordinates, inverse));
  let residuals = zeros([0], types.real);
  if (rank === cols && rows > cols) {
    const rest = absolute(subtract(target, matmul(u, coordinates))); // what no column of a reaches
    residuals = astype(sum(multiply(rest, rest), { axis: 0 }), types.real);
  }
  const solution = astype(isVector ? squeeze(x, 1) : x, types.result);
  return [solution, residuals, rank, astype(s, types.real)];
}

function svdOrFail(a: NDArray): [NDArray, NDArray, NDArray] {
  try {
    return svd(a, { fullMatrices: false });
  } catch (error) {
    if (error instanceof LinAlgError) throw new LinAlgError("SVD did not converge in Linear Least Squares");
    throw error;
  }
}

/**
 * The Moore–Penrose inverse [..., N, M] of a [..., M, N], by singular values.
 *
 * rcond    singular values up to rcond times the greatest count as 0; a number, or one for each matrix
 * @throws {LinAlgError} if a has fewer than two axes or has NaN
 */
export function pinv(a: ArrayLike, rcond: ArrayLike = new Float(1e-15), hermitian = false): NDArray {
  const array = arrayOf(a);
  if (array.ndim >= 2 && array.shape.slice(-2).includes(0)) {
    const [rows, cols] = array.shape.slice(-2) as [number, number];
    return zeros([...array.shape.slice(0, -2), cols, rows], array.dtype);
  }
  const [u, s, vh] = svd(conjugate(array), { fullMatrices: false, hermitian });
  const limits = arrayOf(rcond);
  const count = s.shape[s.ndim - 1]!;
  const inverse = astype(s, s.dtype);
  for (let i = 0; i < s.size; i++) {
    const row = Math.floor(i / count);
    const limit = Number(limits.ndim === 0 ? limits.read(limits.offset) : limits.read(limits.offset + row));
    const value = s.read(i) as number;
    inverse.write(i, value > limit * (s.read(row * count) as number) ? 1 / value : 0);
  }
  const scaled = multiply(expandDims(inverse, inverse.ndim), swapaxes(u, -1, -2));
  return matmul(swapaxes(vh, -1, -2), scaled);
}
