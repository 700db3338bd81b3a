import { checkpoint } from "../../../checkpoint";
import { identity, type Matrix } from "../matrix";
import { lengthOf, withSign } from "./machine";

/*
 * Elementary reflectors H = I − τ·v·vᵀ with v[0] = 1, in LAPACK's convention: H maps a vector x to (β, 0, …, 0) with β of
 * the sign opposite to x[0], and τ = 0 (H = I, β = x[0]) if x is already of that form. So the signs of all that is
 * built on them are those that NumPy shows.
 * Source: LAPACK `dlarfg`, `dlarf`, `dgeqr2`, `dorg2r`; Golub & Van Loan, Matrix Computations, 5.1 and 5.2.
 */

/** The Euclidean norm of `count` entries `step` apart, without overflow or underflow on the way. */
export function norm2(data: Float64Array, start: number, step: number, count: number): number {
  let sum = 0;
  for (let k = 0, i = start; k < count; k++, i += step) sum += data[i]! * data[i]!;
  if (sum > 1e-280 && sum < 1e280) return Math.sqrt(sum);
  let scale = 0;
  for (let k = 0, i = start; k < count; k++, i += step) scale = Math.max(scale, Math.abs(data[i]!)); // NaN stays NaN
  if (scale === 0 || !Number.isFinite(scale)) return scale;
  sum = 0;
  for (let k = 0, i = start; k < count; k++, i += step) sum += (data[i]! / scale) ** 2;
  return scale * Math.sqrt(sum);
}

/**
 * Make the reflector of the `count` entries of `data` at `start`, `step` apart. β replaces the first entry, the rest of v
 * the others.
 *
 * returns  τ
 */
export function makeReflector(data: Float64Array, start: number, step: number, count: number): number {
  if (count < 2) return 0;
  const rest = norm2(data, start + step, step, count - 1);
  if (rest === 0) return 0;
  const alpha = data[start]!;
  const beta = -withSign(lengthOf(alpha, rest), alpha);
  const factor = 1 / (alpha - beta);
  for (let k = 1, i = start + step; k < count; k++, i += step) data[i]! *= factor;
  data[start] = beta;
  return (beta - alpha) / beta;
}

/** A reflector as it is stored: v[0] is 1 and not stored; v[k] is `data[start + k * step]` for 0 < k < count. */
export interface Reflector {
  data: Float64Array;
  start: number;
  step: number;
  count: number;
  tau: number;
}

/** a[row …, col …] ← H · a[row …, col …], on `count` rows from `row` and all columns from `col`. */
export function reflectRows(h: Reflector, a: Matrix, row: number, col: number): void {
  if (h.tau === 0 || col >= a.cols) return;
  const { cols, data } = a;
  const width = cols - col;
  const sums = new Float64Array(width);
  for (let k = 0, v = 1, base = row * cols + col; k < h.count; k++, base += cols) {
    if (k > 0) v = h.data[h.start + k * h.step]!;
    for (let j = 0; j < width; j++) sums[j]! += v * data[base + j]!;
  }
  for (let j = 0; j < width; j++) sums[j]! *= h.tau;
  for (let k = 0, v = 1, base = row * cols + col; k < h.count; k++, base += cols) {
    if (k > 0) v = h.data[h.start + k * h.step]!;
    for (let j = 0; j < width; j++) data[base + j]! -= v * sums[j]!;
  }
}

/** a[row …, col …] ← a[row …, col …] · H, on all rows from `row` and `count` columns from `col`. */
export function reflectColumns(h: Reflector, a: Matrix, row: number, col: number): void {
  if (h.tau === 0) return;
  const { cols, data } = a;
  for (let i = row; i < a.rows; i++) {
    const base = i * cols + col;
    let sum = data[base]!;
    for (let k = 1; k < h.count; k++) sum += data[base + k]! * h.data[h.start + k * h.step]!;
    data[base]! -= sum * h.tau;
    for (let k = 1; k < h.count; k++) data[base + k]! -= sum * (h.tau * h.data[h.start + k * h.step]!);
  }
}

/** A factored matrix: R on and above the diagonal, below it the reflectors' vectors; `taus` has min(rows, cols) entries. */
export interface Factored {
  packed: Matrix;
  taus: Float64Array;
}

/** Factor `a` = Q·R in place. */
export function factorQr(a: Matrix): Factored {
  const { rows, cols, data } = a;
  const taus = new Float64Array(Math.min(rows, cols));
  for (let k = 0; k < taus.length; k++) {
    const start = k * cols + k;
    taus[k] = makeReflector(data, start, cols, rows - k);
    reflectRows({ data, start, step: cols, count: rows - k, tau: taus[k]! }, a, k, k + 1);
    checkpoint();
  }
  return { packed: a, taus };
}

/** The first `width` columns of Q = H₀·H₁·…, at most `rows` of them. */
export function qOf({ packed, taus }: Factored, width: number): Matrix {
  const q = identity(packed.rows, width);
  applyQ({ packed, taus }, q);
  return q;
}

/** b ← Q·b. */
export function applyQ({ packed, taus }: Factored, b: Matrix): void {
  const { rows, cols, data } = packed;
  for (let k = taus.length - 1; k >= 0; k--) {
    reflectRows({ data, start: k * cols + k, step: cols, count: rows - k, tau: taus[k]! }, b, k, 0);
    checkpoint();
  }
}

/** The first `height` rows of R, zeros below the diagonal. */
export function rOf({ packed }: Factored, height: number): Matrix {
  const { cols } = packed;
  const r = { rows: height, cols, data: packed.data.slice(0, height * cols) };
  for (let i = 1; i < height; i++) r.data.fill(0, i * cols, i * cols + Math.min(i, cols));
  return r;
}

/**
 * The thin QR decomposition of a real matrix, in float64 and with LAPACK's signs.
 *
 * data     rows·cols entries in row-major order; left as it is
 * returns  q [rows, K] with orthonormal columns and r [K, cols] upper triangular, K = min(rows, cols), both row-major
 */
export function householderQr(data: Float64Array, rows: number, cols: number): { q: Float64Array; r: Float64Array } {
  const factored = factorQr({ rows, cols, data: data.slice(0, rows * cols) });
  const thin = Math.min(rows, cols);
  return { q: qOf(factored, thin).data, r: rOf(factored, thin).data };
}
