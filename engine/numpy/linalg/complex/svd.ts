import { adjoint, type ComplexMatrix, complexIdentity, toComplex } from "../matrix";
import { decomposeBidiagonal } from "../real/bidiagonalSvd";
import type { Vectors } from "../real/svd";
import { applyBidiagonalP, applyBidiagonalQ, reduceToBidiagonal } from "./bidiagonal";
import { applyQ, factorQr, rOf } from "./householder";

/** A = U·diag(s)·Vᴴ; s is descending, `u` and `vh` are null for "none". */
export interface ComplexSvd {
  u: ComplexMatrix | null;
  s: Float64Array;
  vh: ComplexMatrix | null;
}

function embed(inner: ComplexMatrix, rows: number, cols: number): ComplexMatrix {
  const result = complexIdentity(rows, cols);
  const width = 2 * inner.cols;
  for (let i = 0; i < inner.rows; i++) {
    result.pairs.set(inner.pairs.subarray(i * width, (i + 1) * width), 2 * i * cols);
  }
  return result;
}

/** U, s and Vᴴ of a tall or square matrix by way of its bidiagonal form; U has `width` columns, none if that is 0. */
function byBidiagonal(a: ComplexMatrix, width: number, lower: boolean): ComplexSvd | null {
  const bidiagonal = reduceToBidiagonal(a);
  const inner = decomposeBidiagonal(bidiagonal.d, bidiagonal.e, lower, width > 0);
  if (!inner?.u || !inner.vt) return inner && { u: null, s: inner.s, vh: null };
  const real = { u: toComplex(inner.u), s: inner.s, vh: toComplex(inner.vt) };
  const { u, s, vh } = lower ? adjointSvd(real) : real;
  const left = embed(u!, a.rows, width);
  applyBidiagonalQ(bidiagonal, left);
  applyBidiagonalP(bidiagonal, vh!);
  return { u: left, s, vh };
}

/** The decomposition of Aᴴ from that of A. */
function adjointSvd({ u, s, vh }: ComplexSvd): ComplexSvd {
  return { u: vh && adjoint(vh), s, vh: u && adjoint(u) };
}

/** U, s and Vᴴ of a matrix with rows ≥ cols; `flipped` says that it is the adjoint of the one that was asked for. */
function decomposeTall(a: ComplexMatrix, vectors: Vectors, flipped: boolean): ComplexSvd | null {
  const { rows, cols } = a;
  const width = vectors === "none" ? 0 : vectors === "full" ? rows : cols;
  if (rows < Math.floor((cols * 17) / 9)) return byBidiagonal(a, width, flipped);
  const qr = factorQr(a);
  const r = rOf(qr, cols);
  const core = byBidiagonal(flipped ? adjoint(r) : r, Math.min(width, cols), false);
  if (!core?.u) return core;
  const { u, s, vh } = flipped ? adjointSvd(core) : core;
  const left = embed(u!, rows, width);
  applyQ(qr, left);
  return { u: left, s, vh };
}

/**
 * The singular value decomposition of a complex matrix, which is consumed: the bidiagonal form is real, and goes the way
 * of real matrices. Shapes as in the real twin. Returns null if there is no result, because `a` is not finite.
 *
 * Source: LAPACK `zgesdd`, as far as signs go.
 */
export function decompose(a: ComplexMatrix, vectors: Vectors): ComplexSvd | null {
  if (!a.pairs.every(Number.isFinite)) return null;
  if (Math.min(a.rows, a.cols) === 0) {
    const s = new Float64Array(0);
    if (vectors === "none") return { u: null, s, vh: null };
    const [left, right] = vectors === "full" ? [a.rows, a.cols] : [0, 0];
    return { u: complexIdentity(a.rows, left), s, vh: complexIdentity(right, a.cols) };
  }
  const flipped = a.rows < a.cols;
  const result = decomposeTall(flipped ? adjoint(a) : a, vectors, flipped);
  return result && flipped ? adjointSvd(result) : result;
}
