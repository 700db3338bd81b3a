import { type Matrix, transposed } from "../matrix";
import { balance, unbalance } from "./balance";
import { eigenvaluesOf, eigenvectorsOf } from "./eigenvectors";
import { reduceToHessenberg } from "./hessenberg";
import { norm2 } from "./householder";
import { lengthOf, scaleOf } from "./machine";
import { makeRotation } from "./rotation";
import { reduceToSchur } from "./schur";

/**
 * Eigenvalues re + i·im in LAPACK's order, a complex pair side by side with im > 0 first; `vectors` as columns of length
 * 1, or null if not wanted: of a complex pair the real part in its first column and the imaginary part in its second.
 */
export interface GeneralEigen {
  re: Float64Array;
  im: Float64Array;
  vectors: Matrix | null;
}

/** Give every vector the length 1, and a complex one a real entry where it is largest. */
function normalize(vectors: Matrix, im: Float64Array): void {
  const { rows: n, data } = vectors;
  const divide = (j: number, length: number): void => {
    const factor = 1 / length;
    for (let p = j; p < n * n; p += n) data[p]! *= factor;
  };
  for (let j = 0; j < n; j++) {
    const length = norm2(data, j, n, n);
    if (im[j] === 0) {
      divide(j, length);
      continue;
    }
    const whole = lengthOf(length, norm2(data, j + 1, n, n));
    divide(j, whole);
    divide(j + 1, whole);
    let best = j;
    const square = (p: number): number => data[p]! ** 2 + data[p + 1]! ** 2;
    for (let p = j; p < n * n; p += n) if (square(p) > square(best)) best = p;
    const { c, s } = makeRotation(data[best]!, data[best + 1]!);
    for (let p = j; p < n * n; p += n) {
      const [x, y] = [data[p]!, data[p + 1]!];
      data[p] = c * x + s * y;
      data[p + 1] = c * y - s * x;
    }
    data[best + 1] = 0;
    j++;
  }
}

/**
 * Eigenvalues and right eigenvectors of a square matrix, which is consumed. Returns null if it did not converge.
 * Balancing, Hessenberg form, Schur form, back substitution, as LAPACK's `dgeev`.
 */
export function decomposeGeneral(a: Matrix, wantVectors: boolean): GeneralEigen | null {
  const scale = scaleOf(a.data);
  if (scale !== 1) for (let i = 0; i < a.data.length; i++) a.data[i]! *= scale;
  const balanced = balance(a);
  const q = reduceToHessenberg(a, balanced.low, balanced.high, wantVectors);
  const zt = q && transposed(q);
  if (a.rows > 0 && !reduceToSchur(a, balanced.low, balanced.high, zt)) return null;
  const { re, im } = eigenvaluesOf(a);
  const vectors = zt && eigenvectorsOf(a, zt, re, im);
  if (vectors) {
    unbalance(balanced, vectors);
    normalize(vectors, im);
  }
  if (scale !== 1) for (const values of [re, im]) for (let i = 0; i < values.length; i++) values[i]! /= scale;
  return { re, im, vectors };
}
