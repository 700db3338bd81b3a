import { checkpoint } from "../../../checkpoint";
import { divideEntry, quotient } from "../complex/pairs";
import { type Matrix, matrix } from "../matrix";
import { epsilon, leastNormal } from "./machine";

/**
 * The eigenvector of a quasi-triangular T for the eigenvalue re + i·im that ends at row `last`, as (real, imaginary)
 * entries 0 … last; a complex pair stands in rows last − 1 and last.
 *
 * Back substitution by columns, a row or a block at a time: above it, x holds the right sides that are left, and is scaled
 * down with them. A difference of eigenvalues that vanishes is replaced by a tiny one.
 * Source: Golub & Van Loan, Matrix Computations, 7.6; LAPACK `dtrevc3`.
 */
function vectorOf({ rows: n, data: t }: Matrix, last: number, re: number, im: number): Float64Array {
  const at = (i: number, j: number): number => t[i * n + j]!;
  const x = new Float64Array(2 * (last + 1));
  let top = last;
  if (im === 0) {
    x[2 * last] = 1;
  } else {
    top = last - 1;
    if (Math.abs(at(top, last)) >= Math.abs(at(last, top))) {
      x[2 * top] = 1;
      x[2 * last + 1] = im / at(top, last);
    } else {
      x[2 * top] = -im / at(last, top);
      x[2 * last + 1] = 1;
    }
  }
  const least = Math.max(epsilon * (Math.abs(re) + Math.abs(im)), leastNormal * (n / epsilon));
  /** Take column i times x[i] from what is left of the right side above row `end`. */
  const eliminate = (i: number, end: number): void => {
    for (let row = 0; row < end; row++) {
      x[2 * row]! -= at(row, i) * x[2 * i]!;
      x[2 * row + 1]! -= at(row, i) * x[2 * i + 1]!;
    }
  };
  for (let i = last; i >= top; i--) eliminate(i, top);
  for (let i = top - 1; i >= 0; i--) {
    if (i > 0 && at(i, i - 1) !== 0) {
      solvePair(x, i - 1, [at(i - 1, i - 1), at(i - 1, i), at(i, i - 1), at(i, i)], [re, im], least);
      eliminate(i, i - 1);
      eliminate(i - 1, i - 1);
      i--;
    } else {
      let difference: [number, number] = [at(i, i) - re, -im];
      if (Math.abs(difference[0]) + Math.abs(difference[1]) < least) difference = [least, 0];
      divideEntry(x, i, difference);
      eliminate(i, i);
    }
  }
  return x;
}

type Complex2 = [number, number];

function times([ar, ai]: Complex2, [br, bi]: Complex2): Complex2 {
  return [ar * br - ai * bi, ar * bi + ai * br];
}

/** Solve ([p q; r s] − (re + i·im)·I)·(y₀, y₁) = (xᵢ, xᵢ₊₁), elimination with pivoting; y takes the place of xᵢ, xᵢ₊₁. */
function solvePair(
  x: Float64Array,
  i: number,
  [p, q, r, s]: [number, number, number, number],
  [re, im]: Complex2,
  least: number,
): void {
  let rows: [Complex2, Complex2, Complex2][] = [
    [
      [p - re, -im],
      [q, 0],
      [x[2 * i]!, x[2 * i + 1]!],
    ],
    [
      [r, 0],
      [s - re, -im],
      [x[2 * i + 2]!, x[2 * i + 3]!],
    ],
  ];
  if (Math.abs(r) > Math.hypot(p - re, im)) rows = [rows[1]!, rows[0]!];
  const [[a, b, f], [c, d, g]] = rows as [[Complex2, Complex2, Complex2], [Complex2, Complex2, Complex2]];
  const factor = quotient(...c, ...a);
  const fb = times(factor, b);
  const ff = times(factor, f);
  let pivot: Complex2 = [d[0] - fb[0], d[1] - fb[1]];
  if (Math.abs(pivot[0]) + Math.abs(pivot[1]) < least) pivot = [least, 0];
  x.set([f[0], f[1], g[0] - ff[0], g[1] - ff[1]], 2 * i);
  divideEntry(x, i + 1, pivot);
  const product = times(b, [x[2 * i + 2]!, x[2 * i + 3]!]);
  x[2 * i]! -= product[0];
  x[2 * i + 1]! -= product[1];
  divideEntry(x, i, a);
}

/** The eigenvalue in row i of a quasi-triangular matrix, and whether a complex pair begins there. */
export function eigenvaluesOf({ rows: n, data: t }: Matrix): { re: Float64Array; im: Float64Array } {
  const re = new Float64Array(n);
  const im = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    re[i] = t[i * n + i]!;
    if (i === n - 1 || t[(i + 1) * n + i] === 0) continue;
    const size = Math.sqrt(Math.abs(t[i * n + i + 1]!)) * Math.sqrt(Math.abs(t[(i + 1) * n + i]!));
    im[i] = size;
    re[i + 1] = t[(i + 1) * n + i + 1]!;
    im[++i] = -size;
  }
  return { re, im };
}

/** Divide `width` columns from `col` on by the greatest magnitude, |re| + |im|, of their rows. */
function shrink({ rows: n, data }: Matrix, col: number, width: number): void {
  let greatest = 0;
  for (let p = col; p < n * n; p += n) {
    greatest = Math.max(greatest, Math.abs(data[p]!) + (width === 2 ? Math.abs(data[p + 1]!) : 0));
  }
  const factor = 1 / greatest;
  for (let p = col; p < n * n; p += n) for (let k = p; k < p + width; k++) data[k]! *= factor;
}

/**
 * The eigenvectors of Z·T·Zᵀ as columns, not normalized: column i belongs to eigenvalue i; of a complex pair the first
 * column holds the real and the second the imaginary part of the vector of the eigenvalue with im > 0.
 */
export function eigenvectorsOf(t: Matrix, zt: Matrix, re: Float64Array, im: Float64Array): Matrix {
  const n = t.rows;
  const result = matrix(n, n);
  for (let i = 0; i < n; i++) {
    const pair = im[i]! > 0;
    const last = pair ? i + 1 : i;
    const x = vectorOf(t, last, re[i]!, im[i]!);
    for (let j = 0; j <= last; j++) {
      for (let k = 0; k < n; k++) {
        const z = zt.data[j * n + k]!;
        result.data[k * n + i]! += z * x[2 * j]!;
        if (pair) result.data[k * n + i + 1]! += z * x[2 * j + 1]!;
      }
    }
    shrink(result, i, pair ? 2 : 1);
    if (pair) i++;
    checkpoint();
  }
  return result;
}
