import { checkpoint } from "../../../checkpoint";
import type { Matrix } from "../matrix";
import { makeReflector, reflectColumns, reflectRows } from "./householder";

/** A = Q·B·Pᵀ: the diagonals of B, and the reflectors of Q and P in the place of the zeros of B. */
export interface Bidiagonal {
  packed: Matrix;
  /** The diagonal of B. */
  d: Float64Array;
  /** What stands right of the diagonal of B. */
  e: Float64Array;
  qTaus: Float64Array;
  pTaus: Float64Array;
}

/** Reduce `a` with rows ≥ cols to an upper bidiagonal matrix, in place. Source: LAPACK `dgebd2`. */
export function reduceToBidiagonal(a: Matrix): Bidiagonal {
  const { rows, cols, data } = a;
  const d = new Float64Array(cols);
  const e = new Float64Array(Math.max(0, cols - 1));
  const qTaus = new Float64Array(cols);
  const pTaus = new Float64Array(Math.max(0, cols - 1));
  for (let k = 0; k < cols; k++) {
    const start = k * cols + k;
    qTaus[k] = makeReflector(data, start, cols, rows - k);
    d[k] = data[start]!;
    reflectRows({ data, start, step: cols, count: rows - k, tau: qTaus[k]! }, a, k, k + 1);
    if (k < cols - 1) {
      pTaus[k] = makeReflector(data, start + 1, 1, cols - k - 1);
      e[k] = data[start + 1]!;
      reflectColumns({ data, start: start + 1, step: 1, count: cols - k - 1, tau: pTaus[k]! }, a, k + 1, k + 1);
    }
    checkpoint();
  }
  return { packed: a, d, e, qTaus, pTaus };
}

/** b ← Q·b; `b` has as many rows as the matrix that was reduced. */
export function applyBidiagonalQ({ packed, qTaus }: Bidiagonal, b: Matrix): void {
  const { rows, cols, data } = packed;
  for (let k = cols - 1; k >= 0; k--) {
    reflectRows({ data, start: k * cols + k, step: cols, count: rows - k, tau: qTaus[k]! }, b, k, 0);
    checkpoint();
  }
}

/** b ← b·Pᵀ; `b` has as many columns as the matrix that was reduced. */
export function applyBidiagonalP({ packed, pTaus }: Bidiagonal, b: Matrix): void {
  const { cols, data } = packed;
  for (let k = cols - 2; k >= 0; k--) {
    const start = k * cols + k + 1;
    reflectColumns({ data, start, step: 1, count: cols - k - 1, tau: pTaus[k]! }, b, 0, k + 1);
    checkpoint();
  }
}
