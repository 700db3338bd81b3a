import { identity, type Matrix, transposed } from "../matrix";
import { applyBidiagonalP, applyBidiagonalQ, reduceToBidiagonal } from "./bidiagonal";
import { decomposeBidiagonal } from "./bidiagonalSvd";
import { applyQ, factorQr, rOf } from "./householder";

/** How much of U and Vᵀ is wanted: nothing, the columns that belong to singular values, or square matrices. */
export type Vectors = "none" | "thin" | "full";

/** A = U·diag(s)·Vᵀ; s is descending, `u` and `vt` are null for "none". */
export interface Svd {
  u: Matrix | null;
  s: Float64Array;
  vt: Matrix | null;
}

/** `inner` in the top left of an identity of the wanted width. */
function embed(inner: Matrix, rows: number, cols: number): Matrix {
  const result = identity(rows, cols);
  for (let i = 0; i < inner.rows; i++) {
    result.data.set(inner.data.subarray(i * inner.cols, (i + 1) * inner.cols), i * cols);
  }
  return result;
}

/** U, s and Vᵀ of a tall or square matrix by way of its bidiagonal form; U has `width` columns, none if that is 0. */
function byBidiagonal(a: Matrix, width: number, lower: boolean): Svd | null {
  const bidiagonal = reduceToBidiagonal(a);
  const inner = decomposeBidiagonal(bidiagonal.d, bidiagonal.e, lower, width > 0);
  if (!inner?.u || !inner.vt) return inner;
  const { u, s, vt } = lower ? transposedSvd(inner) : inner;
  const left = embed(u!, a.rows, width);
  applyBidiagonalQ(bidiagonal, left);
  applyBidiagonalP(bidiagonal, vt!);
  return { u: left, s, vt };
}

/** The decomposition of Aᵀ from that of A. */
function transposedSvd({ u, s, vt }: Svd): Svd {
  return { u: vt && transposed(vt), s, vt: u && transposed(u) };
}

/** U, s and Vᵀ of a matrix with rows ≥ cols; `flipped` says that it is the transpose of the one that was asked for. */
function decomposeTall(a: Matrix, vectors: Vectors, flipped: boolean): Svd | null {
  const { rows, cols } = a;
  const width = vectors === "none" ? 0 : vectors === "full" ? rows : cols;
  if (rows < Math.floor((cols * 11) / 6)) return byBidiagonal(a, width, flipped);
  // far more rows than columns: a QR decomposition first costs less
  const qr = factorQr(a);
  const r = rOf(qr, cols);
  const core = byBidiagonal(flipped ? transposed(r) : r, Math.min(width, cols), false);
  if (!core?.u) return core;
  const { u, s, vt } = flipped ? transposedSvd(core) : core;
  const left = embed(u!, rows, width);
  applyQ(qr, left);
  return { u: left, s, vt };
}

/**
 * The singular value decomposition, `a` [M, N] is consumed; with K = min(M, N), s has K entries, u is [M, K] and vt [K, N]
 * for "thin", [M, M] and [N, N] for "full". Returns null if there is no result, because `a` has NaN.
 *
 * Reduction to bidiagonal form, then implicit QR; which way is taken, and so every sign, is as in LAPACK's `dgesdd` up to
 * order 25, from where that divides and conquers. Source: Golub & Van Loan, Matrix Computations, 8.6.
 */
export function decompose(a: Matrix, vectors: Vectors): Svd | null {
  if (!a.data.every(Number.isFinite)) return null;
  if (Math.min(a.rows, a.cols) === 0) {
    const wide = vectors === "full";
    const none = vectors === "none";
    return {
      u: none ? null : identity(a.rows, wide ? a.rows : 0),
      s: new Float64Array(0),
      vt: none ? null : identity(wide ? a.cols : 0, a.cols),
    };
  }
  const flipped = a.rows < a.cols;
  const result = decomposeTall(flipped ? transposed(a) : a, vectors, flipped);
  return result && flipped ? transposedSvd(result) : result;
}
