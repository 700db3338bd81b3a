import { checkpoint } from "../../../checkpoint";
import type { Matrix } from "../matrix";
import { logarithm } from "./exponential";
import { leastNormal } from "./machine";
import { swapRows } from "./rotation";

/**
 * P·A = L·U with partial pivoting, in place: U on and above the diagonal, L below it (its diagonal is 1).
 *
 * pivots   the row that row k changed places with, for each k
 * singular whether U has an exact zero on its diagonal
 *
 * The order of the operations is that of LAPACK's `dgetrf`, so that the digits are NumPy's.
 * Source: Golub & Van Loan, Matrix Computations, 3.4.
 */
export function factorLu(a: Matrix): { pivots: Int32Array; singular: boolean } {
  const { rows, cols, data } = a;
  const count = Math.min(rows, cols);
  const pivots = new Int32Array(count);
  let singular = false;
  for (let k = 0; k < count; k++) {
    let best = k;
    for (let i = k + 1; i < rows; i++) {
      if (Math.abs(data[i * cols + k]!) > Math.abs(data[best * cols + k]!)) best = i;
    }
    pivots[k] = best;
    const pivot = data[best * cols + k]!;
    if (pivot === 0) {
      singular = true;
      continue;
    }
    if (best !== k) swapRows(a, k, best);
    const inverse = 1 / pivot;
    for (let i = k + 1; i < rows; i++) {
      const entry = data[i * cols + k]!;
      const factor = Math.abs(pivot) >= leastNormal ? entry * inverse : entry / pivot;
      data[i * cols + k] = factor;
      if (factor !== 0) subtractRow(a, i, k, factor, a, k + 1);
    }
    checkpoint();
  }
  return { pivots, singular };
}

/** rowᵢ of `a` −= factor · rowₖ of `b`, from column `from` on. */
function subtractRow(a: Matrix, i: number, k: number, factor: number, b: Matrix, from: number): void {
  const { cols, data } = a;
  const source = b.data;
  for (let j = from, p = i * cols + from, q = k * cols + from; j < cols; j++, p++, q++) {
    data[p]! -= factor * source[q]!;
  }
}

/** Replace `b` by the solution of A·x = b. `a` is square and is left factored. Returns whether A can be solved. */
export function solveInPlace(a: Matrix, b: Matrix): boolean {
  const { pivots, singular } = factorLu(a);
  if (singular) return false;
  const { rows, data } = a;
  for (let k = 0; k < rows; k++) if (pivots[k] !== k) swapRows(b, k, pivots[k]!);
  for (let k = 0; k < rows; k++) {
    for (let i = k + 1; i < rows; i++) subtractRow(b, i, k, data[i * rows + k]!, b, 0);
    checkpoint();
  }
  for (let k = rows - 1; k >= 0; k--) {
    const pivot = data[k * rows + k]!;
    for (let p = k * b.cols; p < (k + 1) * b.cols; p++) b.data[p]! /= pivot;
    for (let i = 0; i < k; i++) subtractRow(b, i, k, data[i * rows + k]!, b, 0);
    checkpoint();
  }
  return true;
}

/** The determinant of a square matrix as sign · e^log; 0 · e^−∞ if it is singular. `a` is left factored. */
export function logDeterminant(a: Matrix): { sign: number; log: number } {
  const { pivots, singular } = factorLu(a);
  if (singular) return { sign: 0, log: Number.NEGATIVE_INFINITY };
  let sign = 1;
  let log = 0;
  for (let k = 0; k < a.rows; k++) {
    if (pivots[k] !== k) sign = -sign;
    const entry = a.data[k * a.cols + k]!;
    if (entry < 0) sign = -sign;
    log += logarithm(Math.abs(entry));
  }
  return { sign, log };
}
