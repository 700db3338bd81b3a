import { checkpoint } from "../../../checkpoint";
import type { Matrix } from "../matrix";
import { makeReflector } from "./householder";
import { epsilon, leastNormal } from "./machine";
import { rotateRows } from "./rotation";
import { standardize2 } from "./schur2";

/*
 * The real Schur form of an upper Hessenberg matrix by Francis' implicit double-shift QR steps.
 * Source: Golub & Van Loan, Matrix Computations, 7.5; shifts, deflation (Ahues & Tisseur) and exceptional shifts are
 * those of LAPACK `dlahqr`.
 */

const exceptionalEvery = 10; // iterations without deflation

/** Whether the entry left of (k, k) is zero beside its neighbours. */
function isNegligible({ rows: n, data: h }: Matrix, k: number, low: number, high: number, smallest: number): boolean {
  const at = (i: number, j: number): number => Math.abs(h[i * n + j]!);
  const below = at(k, k - 1);
  if (below <= smallest) return true;
  let sum = at(k - 1, k - 1) + at(k, k);
  if (sum === 0) {
    if (k - 2 >= low) sum += at(k - 1, k - 2);
    if (k + 1 <= high) sum += at(k + 1, k);
  }
  if (below > epsilon * sum) return false;
  const above = at(k - 1, k);
  const gap = Math.abs(h[(k - 1) * n + k - 1]! - h[k * n + k]!);
  const [ab, ba] = [Math.max(below, above), Math.min(below, above)];
  const [aa, bb] = [Math.max(at(k, k), gap), Math.min(at(k, k), gap)];
  const s = aa + ab;
  return ba * (ab / s) <= Math.max(smallest, epsilon * (bb * (aa / s)));
}

interface Shifts {
  re1: number;
  re2: number;
  im: number;
}

/** The two shifts of a step on rows low … high: the eigenvalues of the last 2 by 2 block, or made up ones. */
function shiftsOf({ rows: n, data: h }: Matrix, low: number, high: number, stuck: number): Shifts {
  const at = (i: number, j: number): number => h[i * n + j]!;
  let [h11, h12, h21, h22] = [at(high - 1, high - 1), at(high - 1, high), at(high, high - 1), at(high, high)];
  const fromEnd = stuck % (2 * exceptionalEvery) === 0;
  if (fromEnd || stuck % exceptionalEvery === 0) {
    const s = fromEnd
      ? Math.abs(at(high, high - 1)) + Math.abs(at(high - 1, high - 2))
      : Math.abs(at(low + 1, low)) + Math.abs(at(low + 2, low + 1));
    h11 = 0.75 * s + (fromEnd ? at(high, high) : at(low, low));
    h12 = -0.4375 * s;
    h21 = s;
    h22 = h11;
  }
  const s = Math.abs(h11) + Math.abs(h12) + Math.abs(h21) + Math.abs(h22);
  if (s === 0) return { re1: 0, re2: 0, im: 0 };
  h11 /= s;
  h12 /= s;
  h21 /= s;
  h22 /= s;
  const middle = (h11 + h22) / 2;
  const determinant = (h11 - middle) * (h22 - middle) - h12 * h21;
  const root = Math.sqrt(Math.abs(determinant));
  if (determinant >= 0) return { re1: middle * s, re2: middle * s, im: root * s };
  const [plus, minus] = [middle + root, middle - root];
  const shift = (Math.abs(plus - h22) <= Math.abs(minus - h22) ? plus : minus) * s;
  return { re1: shift, re2: shift, im: 0 };
}

/** Where a step may start, and the first column of the shifted matrix there. */
function startOf(
  { rows: n, data: h }: Matrix,
  low: number,
  high: number,
  shifts: Shifts,
): { m: number; v: Float64Array } {
  const at = (i: number, j: number): number => h[i * n + j]!;
  const { re1, re2, im } = shifts;
  const v = new Float64Array(3);
  for (let m = high - 2; ; m--) {
    let s = Math.abs(at(m, m) - re2) + Math.abs(im) + Math.abs(at(m + 1, m));
    const below = at(m + 1, m) / s;
    v[0] = below * at(m, m + 1) + (at(m, m) - re1) * ((at(m, m) - re2) / s) + im * (im / s);
    v[1] = below * (at(m, m) + at(m + 1, m + 1) - re1 - re2);
    v[2] = below * at(m + 2, m + 1);
    s = Math.abs(v[0]) + Math.abs(v[1]) + Math.abs(v[2]);
    for (let i = 0; i < 3; i++) v[i]! /= s;
    if (m === low) return { m, v };
    const diagonal = Math.abs(at(m - 1, m - 1)) + Math.abs(at(m, m)) + Math.abs(at(m + 1, m + 1));
    if (Math.abs(at(m, m - 1)) * (Math.abs(v[1]) + Math.abs(v[2])) <= epsilon * Math.abs(v[0]) * diagonal) {
      return { m, v };
    }
  }
}

/** Chase the bulge of a double-shift step from row m to row high of the block that starts at low. */
function step(a: Matrix, zt: Matrix | null, low: number, high: number, m: number, v: Float64Array): void {
  const { rows: n, data: h } = a;
  for (let k = m; k < high; k++) {
    const count = Math.min(3, high - k + 1);
    if (k > m) for (let i = 0; i < count; i++) v[i] = h[(k + i) * n + k - 1]!;
    const tau = makeReflector(v, 0, 1, count);
    if (k > m) {
      h[k * n + k - 1] = v[0]!;
      for (let i = 1; i < count; i++) h[(k + i) * n + k - 1] = 0;
    } else if (m > low) {
      h[k * n + k - 1]! *= 1 - tau;
    }
    const v1 = v[1]!;
    const v2 = count === 3 ? v[2]! : 0;
    const [t1, t2] = [tau * v1, tau * v2];
    const third = count === 3 ? 2 : 1; // a row that is there, taken times 0
    mixRows(a, k, third, k, tau, v1, v2);
    for (let i = 0, base = k; i <= Math.min(k + 3, high); i++, base += n) {
      const sum = h[base]! + v1 * h[base + 1]! + v2 * h[base + third]!;
      h[base]! -= sum * tau;
      h[base + 1]! -= sum * t1;
      if (count === 3) h[base + 2]! -= sum * t2;
    }
    if (zt) mixRows(zt, k, third, 0, tau, v1, v2);
  }
}

/** Reflect the rows k, k + 1 and k + third, from column `from` on. */
function mixRows(
  { cols, data }: Matrix,
  k: number,
  third: number,
  from: number,
  tau: number,
  v1: number,
  v2: number,
): void {
  const [t1, t2] = [tau * v1, tau * v2];
  const end = (k + 1) * cols;
  for (let p = k * cols + from; p < end; p++) {
    const q = p + cols;
    const r = p + third * cols;
    const sum = data[p]! + v1 * data[q]! + v2 * data[r]!;
    data[p]! -= sum * tau;
    data[q]! -= sum * t1;
    if (third === 2) data[r]! -= sum * t2;
  }
}

/** Bring the 2 by 2 block that ends in row `i` to standard form. */
function finishPair(a: Matrix, zt: Matrix | null, i: number): void {
  const { rows: n, data: h } = a;
  const k = i - 1;
  const block = standardize2(h[k * n + k]!, h[k * n + i]!, h[i * n + k]!, h[i * n + i]!);
  const { cos, sin } = block;
  for (let j = i + 1; j < n; j++) {
    const [x, y] = [h[k * n + j]!, h[i * n + j]!];
    h[k * n + j] = cos * x + sin * y;
    h[i * n + j] = cos * y - sin * x;
  }
  for (let j = 0; j < k; j++) {
    const [x, y] = [h[j * n + k]!, h[j * n + i]!];
    h[j * n + k] = cos * x + sin * y;
    h[j * n + i] = cos * y - sin * x;
  }
  h[k * n + k] = block.a;
  h[k * n + i] = block.b;
  h[i * n + k] = block.c;
  h[i * n + i] = block.d;
  if (zt) rotateRows(zt, k, i, cos, sin);
}

/**
 * Turn an upper Hessenberg matrix that is triangular outside rows `low … high` into its real Schur form, in place: 2 by 2
 * blocks on the diagonal for complex pairs. `zt`, the transpose of some Z, becomes that of Z times the Schur vectors.
 * Returns whether it converged.
 */
export function reduceToSchur(a: Matrix, low: number, high: number, zt: Matrix | null): boolean {
  const { rows: n, data: h } = a;
  const smallest = leastNormal * ((high - low + 1) / epsilon);
  const most = 30 * Math.max(10, high - low + 1);
  let stuck = 0;
  for (let i = high, iterations = 0; i >= low; ) {
    let l = i;
    while (l > low && !isNegligible(a, l, low, high, smallest)) l--;
    if (l > low) h[l * n + l - 1] = 0;
    if (l >= i - 1) {
      if (l === i - 1) finishPair(a, zt, i);
      i = l - 1;
      iterations = 0;
      stuck = 0;
      continue;
    }
    if (++iterations > most) return false;
    stuck++;
    const { m, v } = startOf(a, l, i, shiftsOf(a, l, i, stuck));
    step(a, zt, l, i, m, v);
    checkpoint();
  }
  return true;
}
