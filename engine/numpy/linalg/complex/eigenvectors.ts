import { checkpoint } from "../../../checkpoint";
import { type ComplexMatrix, complexMatrix } from "../matrix";
import { norm2 } from "../real/householder";
import { epsilon, leastNormal, lengthOf } from "../real/machine";
import { divideEntry } from "./pairs";

/**
 * The eigenvector of a triangle T for its diagonal entry k, as pairs 0 … k. Back substitution by columns: above
 * row i, x holds the right sides that are left, and is scaled down with them. A difference of eigenvalues that vanishes
 * is replaced by a tiny one. Source: LAPACK `ztrevc3`.
 */
function vectorOf({ rows: n, pairs }: ComplexMatrix, k: number): Float64Array {
  const [wr, wi] = [pairs[2 * (k * n + k)]!, pairs[2 * (k * n + k) + 1]!];
  const least = Math.max(epsilon * (Math.abs(wr) + Math.abs(wi)), leastNormal * (n / epsilon));
  const x = new Float64Array(2 * (k + 1));
  x[2 * k] = 1;
  for (let i = k; i >= 0; i--) {
    if (i < k) {
      const p = 2 * (i * n + i);
      let difference: [number, number] = [pairs[p]! - wr, pairs[p + 1]! - wi];
      if (Math.abs(difference[0]) + Math.abs(difference[1]) < least) difference = [least, 0];
      divideEntry(x, i, difference);
    }
    const [re, im] = [x[2 * i]!, x[2 * i + 1]!];
    for (let row = 0, p = 2 * i; row < i; row++, p += 2 * n) {
      x[2 * row]! -= pairs[p]! * re - pairs[p + 1]! * im;
      x[2 * row + 1]! -= pairs[p]! * im + pairs[p + 1]! * re;
    }
  }
  return x;
}

/** The eigenvectors of Z·T·Zᴴ as columns of length 1: column i belongs to the diagonal entry i of the triangle T. */
export function eigenvectorsOf(t: ComplexMatrix, z: ComplexMatrix): ComplexMatrix {
  const n = t.rows;
  const result = complexMatrix(n, n);
  for (let k = 0; k < n; k++) {
    const x = vectorOf(t, k);
    const column = new Float64Array(2 * n);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j <= k; j++) {
        const p = 2 * (i * n + j);
        column[2 * i]! += z.pairs[p]! * x[2 * j]! - z.pairs[p + 1]! * x[2 * j + 1]!;
        column[2 * i + 1]! += z.pairs[p]! * x[2 * j + 1]! + z.pairs[p + 1]! * x[2 * j]!;
      }
    }
    const length = norm2(column, 0, 1, column.length);
    for (let i = 0; i < n; i++) {
      result.pairs[2 * (i * n + k)] = column[2 * i]! / length;
      result.pairs[2 * (i * n + k) + 1] = column[2 * i + 1]! / length;
    }
    checkpoint();
  }
  return result;
}

/** Give every column the length 1, and a real entry where it is largest. */
export function normalize({ rows: n, cols, pairs }: ComplexMatrix): void {
  const square = (p: number): number => pairs[p]! ** 2 + pairs[p + 1]! ** 2;
  for (let first = 0; first < 2 * cols; first += 2) {
    const length = lengthOf(norm2(pairs, first, 2 * cols, n), norm2(pairs, first + 1, 2 * cols, n));
    let best = first;
    for (let i = 0, p = first; i < n; i++, p += 2 * cols) {
      pairs[p]! /= length;
      pairs[p + 1]! /= length;
      if (square(p) > square(best)) best = p;
    }
    const size = Math.sqrt(square(best));
    const [cr, ci] = [pairs[best]! / size, -pairs[best + 1]! / size];
    for (let i = 0, p = first; i < n; i++, p += 2 * cols) {
      const [x, y] = [pairs[p]!, pairs[p + 1]!];
      pairs[p] = x * cr - y * ci;
      pairs[p + 1] = x * ci + y * cr;
    }
    pairs[best + 1] = 0;
  }
}
