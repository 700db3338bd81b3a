import { identity, type Matrix, matrix, transposed } from "../matrix";
import { applyTridiagonalQ, reduceToTridiagonal } from "./tridiagonal";
import { decomposeTridiagonal } from "./tridiagonalEigen";

/** Which triangle of a symmetric matrix is read; the other one is taken as its mirror image. */
export type Triangle = "L" | "U";

/** The matrix with the rows and the columns in opposite order: its lower triangle is the upper one of `a`, mirrored. */
function reversed({ rows, cols, data }: Matrix): Matrix {
  return matrix(rows, cols, data.slice().reverse());
}

function rowsReversed({ rows, cols, data }: Matrix): Matrix {
  const result = matrix(rows, cols);
  for (let i = 0; i < rows; i++) result.data.set(data.subarray(i * cols, (i + 1) * cols), (rows - 1 - i) * cols);
  return result;
}

/**
 * Eigenvalues, ascending, and orthonormal eigenvectors (the columns of `vectors`, null if not wanted) of a symmetric
 * matrix, which is consumed. Returns null if there is no result, because `a` has NaN.
 *
 * Reduction to tridiagonal form, then implicit QL or QR: the signs are those of LAPACK's `dsyevd` up to order 25, from
 * where that divides and conquers. Source: Golub & Van Loan, Matrix Computations, 8.3.
 */
export function decomposeSymmetric(
  a: Matrix,
  triangle: Triangle,
  wantVectors: boolean,
): { values: Float64Array; vectors: Matrix | null } | null {
  const upper = triangle === "U";
  const reduced = reduceToTridiagonal(upper ? reversed(a) : a);
  const d = upper ? reduced.d.reverse() : reduced.d;
  const e = upper ? reduced.e.reverse() : reduced.e;
  const zt = wantVectors ? identity(a.rows) : null;
  if (!decomposeTridiagonal(d, e, zt)) return null;
  if (!zt) return { values: d, vectors: null };
  const z = upper ? rowsReversed(transposed(zt)) : transposed(zt);
  applyTridiagonalQ(reduced, z);
  return { values: d, vectors: upper ? rowsReversed(z) : z };
}
