import { checkpoint } from "../../../checkpoint";
import { type ComplexMatrix, complexIdentity } from "../matrix";
import { norm2 } from "../real/householder";
import { lengthOf, withSign } from "../real/machine";
import { quotient } from "./pairs";

/*
 * Complex reflectors H = I − τ·v·vᴴ with v[0] = 1, in LAPACK's convention: Hᴴ maps a vector x to (β, 0, …, 0) with a real
 * β of the sign opposite to Re x[0]; τ = 0 if x is already of that form. An index counts pairs, not entries.
 * Source: LAPACK `zlarfg`, `zlarf`, `zgeqr2`, `zung2r`.
 */

/** τ of a reflector. */
export type Tau = readonly [re: number, im: number];

/** Make the reflector of the `count` pairs at `start`, `step` apart: β replaces the first, the rest of v the others. */
export function makeReflector(pairs: Float64Array, start: number, step: number, count: number): Tau {
  if (count < 1) return [0, 0];
  const [re, im] = [pairs[2 * start]!, pairs[2 * start + 1]!];
  const rest = lengthOf(
    norm2(pairs, 2 * (start + step), 2 * step, count - 1),
    norm2(pairs, 2 * (start + step) + 1, 2 * step, count - 1),
  );
  if (rest === 0 && im === 0) return [0, 0];
  const beta = -withSign(lengthOf(lengthOf(re, im), rest), re);
  const [fr, fi] = quotient(1, 0, re - beta, im);
  for (let k = 1, p = 2 * (start + step); k < count; k++, p += 2 * step) {
    const [x, y] = [pairs[p]!, pairs[p + 1]!];
    pairs[p] = x * fr - y * fi;
    pairs[p + 1] = x * fi + y * fr;
  }
  pairs[2 * start] = beta;
  pairs[2 * start + 1] = 0;
  return [(beta - re) / beta, -im / beta];
}

/** A reflector as it is stored: v[0] is 1 and not stored; `tau` conjugated stands for Hᴴ. */
export interface Reflector {
  pairs: Float64Array;
  start: number;
  step: number;
  count: number;
  tau: Tau;
}

export function conjugated([re, im]: Tau): Tau {
  return [re, -im];
}

/** v, with its first entry; conjugated if `conjugate`. */
function vectorOf({ pairs, start, step, count }: Reflector, conjugate = false): Float64Array {
  const v = new Float64Array(2 * count);
  v[0] = 1;
  for (let k = 1, p = 2 * (start + step); k < count; k++, p += 2 * step) {
    v[2 * k] = pairs[p]!;
    v[2 * k + 1] = conjugate ? -pairs[p + 1]! : pairs[p + 1]!;
  }
  return v;
}

/** a[row …, col …] ← H · a[row …, col …], on `count` rows from `row` and all columns from `col`. */
export function reflectRows(h: Reflector, a: ComplexMatrix, row: number, col: number): void {
  const [tr, ti] = h.tau;
  if (tr === 0 && ti === 0) return;
  const v = vectorOf(h);
  const { cols, pairs } = a;
  for (let j = col; j < cols; j++) {
    let [re, im] = [0, 0];
    for (let k = 0, p = 2 * (row * cols + j); k < h.count; k++, p += 2 * cols) {
      re += v[2 * k]! * pairs[p]! + v[2 * k + 1]! * pairs[p + 1]!;
      im += v[2 * k]! * pairs[p + 1]! - v[2 * k + 1]! * pairs[p]!;
    }
    [re, im] = [tr * re - ti * im, tr * im + ti * re];
    for (let k = 0, p = 2 * (row * cols + j); k < h.count; k++, p += 2 * cols) {
      pairs[p]! -= v[2 * k]! * re - v[2 * k + 1]! * im;
      pairs[p + 1]! -= v[2 * k]! * im + v[2 * k + 1]! * re;
    }
  }
}

/** a[row …, col …] ← a[row …, col …] · H, on all rows from `row` and `count` columns; v conjugated if `conjugate`. */
export function reflectColumns(h: Reflector, a: ComplexMatrix, row: number, col: number, conjugate = false): void {
  const [tr, ti] = h.tau;
  if (tr === 0 && ti === 0) return;
  const v = vectorOf(h, conjugate);
  const { cols, pairs } = a;
  for (let i = row; i < a.rows; i++) {
    const base = 2 * (i * cols + col);
    let [re, im] = [0, 0];
    for (let k = 0; k < 2 * h.count; k += 2) {
      re += pairs[base + k]! * v[k]! - pairs[base + k + 1]! * v[k + 1]!;
      im += pairs[base + k]! * v[k + 1]! + pairs[base + k + 1]! * v[k]!;
    }
    [re, im] = [tr * re - ti * im, tr * im + ti * re];
    for (let k = 0; k < 2 * h.count; k += 2) {
      pairs[base + k]! -= re * v[k]! + im * v[k + 1]!;
      pairs[base + k + 1]! -= im * v[k]! - re * v[k + 1]!;
    }
  }
}

/** R on and above the diagonal, below it the reflectors' vectors; `taus` are pairs. */
export interface Factored {
  packed: ComplexMatrix;
  taus: Float64Array;
}

/** Factor `a` = Q·R in place. */
export function factorQr(a: ComplexMatrix): Factored {
  const { rows, cols, pairs } = a;
  const taus = new Float64Array(2 * Math.min(rows, cols));
  for (let k = 0; 2 * k < taus.length; k++) {
    const start = k * cols + k;
    const tau = makeReflector(pairs, start, cols, rows - k);
    taus.set(tau, 2 * k);
    reflectRows({ pairs, start, step: cols, count: rows - k, tau: conjugated(tau) }, a, k, k + 1);
    checkpoint();
  }
  return { packed: a, taus };
}

/** The first `width` columns of Q. */
export function qOf(factored: Factored, width: number): ComplexMatrix {
  const q = complexIdentity(factored.packed.rows, width);
  applyQ(factored, q);
  return q;
}

/** b ← Q·b. */
export function applyQ({ packed, taus }: Factored, b: ComplexMatrix): void {
  const { rows, cols, pairs } = packed;
  for (let k = taus.length / 2 - 1; k >= 0; k--) {
    const tau: Tau = [taus[2 * k]!, taus[2 * k + 1]!];
    reflectRows({ pairs, start: k * cols + k, step: cols, count: rows - k, tau }, b, k, 0);
    checkpoint();
  }
}

/** The first `height` rows of R, zeros below the diagonal. */
export function rOf({ packed }: Factored, height: number): ComplexMatrix {
  const { cols } = packed;
  const r = { rows: height, cols, pairs: packed.pairs.slice(0, 2 * height * cols) };
  for (let i = 1; i < height; i++) r.pairs.fill(0, 2 * i * cols, 2 * (i * cols + Math.min(i, cols)));
  return r;
}
