import { checkpoint } from "../../../checkpoint";
import type { ComplexMatrix } from "../matrix";
import { logarithm } from "../real/exponential";
import { lengthOf } from "../real/machine";
import { quotient, subtractScaled } from "./pairs";

function swapRows({ cols, pairs }: ComplexMatrix, i: number, j: number): void {
  for (let k = 0, p = 2 * i * cols, q = 2 * j * cols; k < 2 * cols; k++, p++, q++) {
    const x = pairs[p]!;
    pairs[p] = pairs[q]!;
    pairs[q] = x;
  }
}

/** The twin of `factorLu` for complex matrices; the pivot has the greatest |re| + |im|. Source: LAPACK `zgetrf`. */
export function factorLu(a: ComplexMatrix): { pivots: Int32Array; singular: boolean } {
  const { rows, cols, pairs } = a;
  const count = Math.min(rows, cols);
  const pivots = new Int32Array(count);
  let singular = false;
  for (let k = 0; k < count; k++) {
    const sizeAt = (i: number): number => {
      const p = 2 * (i * cols + k);
      return Math.abs(pairs[p]!) + Math.abs(pairs[p + 1]!);
    };
    let best = k;
    for (let i = k + 1; i < rows; i++) if (sizeAt(i) > sizeAt(best)) best = i;
    pivots[k] = best;
    if (sizeAt(best) === 0) {
      singular = true;
      continue;
    }
    if (best !== k) swapRows(a, k, best);
    const at = 2 * (k * cols + k);
    const [re, im] = quotient(1, 0, pairs[at]!, pairs[at + 1]!);
    for (let i = k + 1; i < rows; i++) {
      const p = 2 * (i * cols + k);
      const [x, y] = [pairs[p]!, pairs[p + 1]!];
      pairs[p] = x * re - y * im;
      pairs[p + 1] = x * im + y * re;
      subtractScaled(pairs, p + 2, pairs[p]!, pairs[p + 1]!, pairs, at + 2, cols - k - 1);
    }
    checkpoint();
  }
  return { pivots, singular };
}

/** Replace `b` by the solution of A·x = b. `a` is square and is left factored. Returns whether A can be solved. */
export function solveInPlace(a: ComplexMatrix, b: ComplexMatrix): boolean {
  const { pivots, singular } = factorLu(a);
  if (singular) return false;
  const { rows, pairs } = a;
  const width = 2 * b.cols;
  for (let k = 0; k < rows; k++) if (pivots[k] !== k) swapRows(b, k, pivots[k]!);
  const eliminate = (i: number, k: number): void => {
    const p = 2 * (i * rows + k);
    subtractScaled(b.pairs, i * width, pairs[p]!, pairs[p + 1]!, b.pairs, k * width, b.cols);
  };
  for (let k = 0; k < rows; k++) for (let i = k + 1; i < rows; i++) eliminate(i, k);
  for (let k = rows - 1; k >= 0; k--) {
    const at = 2 * (k * rows + k);
    for (let p = k * width; p < (k + 1) * width; p += 2) {
      [b.pairs[p], b.pairs[p + 1]] = quotient(b.pairs[p]!, b.pairs[p + 1]!, pairs[at]!, pairs[at + 1]!);
    }
    for (let i = 0; i < k; i++) eliminate(i, k);
    checkpoint();
  }
  return true;
}

/** The determinant as sign · e^log, where `sign` is a complex number of modulus 1, or 0. `a` is left factored. */
export function logDeterminant(a: ComplexMatrix): { sign: [number, number]; log: number } {
  const { pivots, singular } = factorLu(a);
  if (singular) return { sign: [0, 0], log: Number.NEGATIVE_INFINITY };
  let [re, im] = [1, 0];
  let log = 0;
  for (let k = 0; k < a.rows; k++) {
    if (pivots[k] !== k) [re, im] = [-re, -im];
    const p = 2 * (k * a.cols + k);
    const length = lengthOf(a.pairs[p]!, a.pairs[p + 1]!);
    const [x, y] = [a.pairs[p]! / length, a.pairs[p + 1]! / length];
    [re, im] = [re * x - im * y, re * y + im * x];
    log += logarithm(length);
  }
  return { sign: [re, im], log };
}
