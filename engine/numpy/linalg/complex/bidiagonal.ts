import { checkpoint } from "../../../checkpoint";
import type { ComplexMatrix } from "../matrix";
import { conjugated, makeReflector, reflectColumns, reflectRows, type Tau } from "./householder";

/** A = Q·B·Pᴴ with a real upper bidiagonal B; the reflectors stand in the place of the zeros of B. */
export interface Bidiagonal {
  packed: ComplexMatrix;
  d: Float64Array;
  e: Float64Array;
  qTaus: Tau[];
  pTaus: Tau[];
}

function conjugateRow({ cols, pairs }: ComplexMatrix, row: number, from: number): void {
  for (let p = 2 * (row * cols + from) + 1; p < 2 * (row + 1) * cols; p += 2) pairs[p] = -pairs[p]!;
}

/** Reduce `a` with rows ≥ cols to a real upper bidiagonal matrix, in place. Source: LAPACK `zgebd2`. */
export function reduceToBidiagonal(a: ComplexMatrix): Bidiagonal {
  const { rows, cols, pairs } = a;
  const d = new Float64Array(cols);
  const e = new Float64Array(Math.max(0, cols - 1));
  const qTaus: Tau[] = [];
  const pTaus: Tau[] = [];
  for (let k = 0; k < cols; k++) {
    const start = k * cols + k;
    const tau = makeReflector(pairs, start, cols, rows - k);
    qTaus.push(tau);
    d[k] = pairs[2 * start]!;
    reflectRows({ pairs, start, step: cols, count: rows - k, tau: conjugated(tau) }, a, k, k + 1);
    if (k < cols - 1) {
      conjugateRow(a, k, k + 1);
      const right = makeReflector(pairs, start + 1, 1, cols - k - 1);
      pTaus.push(right);
      e[k] = pairs[2 * (start + 1)]!;
      reflectColumns({ pairs, start: start + 1, step: 1, count: cols - k - 1, tau: right }, a, k + 1, k + 1);
    }
    checkpoint();
  }
  return { packed: a, d, e, qTaus, pTaus };
}

/** b ← Q·b. */
export function applyBidiagonalQ({ packed, qTaus }: Bidiagonal, b: ComplexMatrix): void {
  const { rows, cols, pairs } = packed;
  for (let k = cols - 1; k >= 0; k--) {
    reflectRows({ pairs, start: k * cols + k, step: cols, count: rows - k, tau: qTaus[k]! }, b, k, 0);
  }
}

/** b ← b·Pᴴ. */
export function applyBidiagonalP({ packed, pTaus }: Bidiagonal, b: ComplexMatrix): void {
  const { cols, pairs } = packed;
  for (let k = cols - 2; k >= 0; k--) {
    const start = k * cols + k + 1;
    reflectColumns({ pairs, start, step: 1, count: cols - k - 1, tau: conjugated(pTaus[k]!) }, b, 0, k + 1);
  }
}
