import { adjoint, type ComplexMatrix, complexIdentity, toComplex } from "../matrix";
import { type BidiagonalSvd, decomposeBidiagonal } from "../real/bidiagonalSvd";
import type { Vectors } from "../real/svd";
import { applyBidiagonalP, applyBidiagonalQ, reduceToBidiagonal } from "./bidiagonal";

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

/**
 * The singular value decomposition of a complex matrix, which is consumed: the bidiagonal form is real, and goes the way
 * of real matrices. Shapes as in the real twin. Returns null if there is no result, because `a` is not finite.
 */
export function decompose(a: ComplexMatrix, vectors: Vectors): ComplexSvd | null {
  if (!a.pairs.every(Number.isFinite)) return null;
  const flipped = a.rows < a.cols;
  const tall = flipped ? adjoint(a) : a;
  const { rows, cols } = tall;
  const width = vectors === "none" ? 0 : vectors === "full" ? rows : cols;
  const bidiagonal = reduceToBidiagonal(tall);
  const none: BidiagonalSvd = { s: new Float64Array(0), u: null, vt: null };
  const wanted = vectors !== "none";
  const inner = cols === 0 ? none : decomposeBidiagonal(bidiagonal.d, bidiagonal.e, false, wanted);
  if (!inner || !wanted) return inner && { u: null, s: inner.s, vh: null };
  const left = inner.u ? embed(toComplex(inner.u), rows, width) : complexIdentity(rows, width);
  const right = inner.vt ? toComplex(inner.vt) : complexIdentity(0);
  applyBidiagonalQ(bidiagonal, left);
  applyBidiagonalP(bidiagonal, right);
  return flipped ? { u: adjoint(right), s: inner.s, vh: adjoint(left) } : { u: left, s: inner.s, vh: right };
}
