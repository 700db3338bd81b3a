import { checkpoint } from "../../../checkpoint";
import { identity, type Matrix, transposed } from "../matrix";
import { rotate, shiftDown, shiftUp, type Work, zeroShiftDown, zeroShiftUp } from "./bidiagonalSweeps";
import { leastNormal, roundoff } from "./machine";
import { makeRotation, negateRow, rotateRows, swapRows } from "./rotation";
import { decompose2, singularValues2 } from "./triangular2";

/*
 * Singular values of a bidiagonal matrix to high relative accuracy by the implicit zero-shift QR algorithm.
 * Source: Demmel & Kahan, "Accurate Singular Values of Bidiagonal Matrices", SIAM J. Sci. Stat. Comput. 11 (1990);
 * which way a bulge is chased, when the shift is zero, and the signs are those of LAPACK `dbdsqr`.
 */

const tolerance = 2 ** (53 / 8) * roundoff; // loses an eighth of the digits at most
const maxPasses = 6; // times n², as in LAPACK

/** A bound below which an off-diagonal entry is zero beside every singular value. */
function thresholdOf(d: Float64Array, e: Float64Array): number {
  const n = d.length;
  let mu = Math.abs(d[0]!);
  let least = mu;
  for (let i = 1; i < n && least !== 0; i++) {
    mu = Math.abs(d[i]!) * (mu / (mu + Math.abs(e[i - 1]!)));
    least = Math.min(least, mu);
  }
  return Math.max((tolerance * least) / Math.sqrt(n), maxPasses * n * n * leastNormal);
}

/**
 * Set to zero what is negligible in a block that is chased in one direction, the first such entry only.
 * Returns null if there was one, else a lower bound of the block's least singular value.
 */
function converge({ d, e }: Work, low: number, high: number, down: boolean): number | null {
  const [first, step, end] = down ? [low, 1, high] : [high - 1, -1, low - 1];
  const edge = down ? high - 1 : low;
  if (Math.abs(e[edge]!) <= tolerance * Math.abs(d[down ? high : low]!)) {
    e[edge] = 0;
    return null;
  }
  let mu = Math.abs(d[down ? low : high]!);
  let least = mu;
  for (let i = first; i !== end; i += step) {
    const off = Math.abs(e[i]!);
    if (off <= tolerance * mu) {
      e[i] = 0;
      return null;
    }
    mu = Math.abs(d[down ? i + 1 : i]!) * (mu / (mu + off));
    least = Math.min(least, mu);
  }
  return least;
}

function shiftOf({ d, e }: Work, low: number, high: number, down: boolean): number {
  const at = down ? high - 1 : low;
  const shift = singularValues2(d[at]!, e[at]!, d[at + 1]!).min;
  const end = Math.abs(d[down ? low : high]!);
  return end > 0 && (shift / end) ** 2 < roundoff ? 0 : shift;
}

/** Make the matrix diagonal by rotations. Returns whether that came to an end. */
function diagonalize(work: Work): boolean {
  const { d, e, ut, vt } = work;
  const n = d.length;
  const threshold = thresholdOf(d, e);
  let passes = maxPasses * n * n;
  let down = true;
  let oldLow = -1;
  let oldHigh = -1;
  for (let high = n - 1; high > 0; ) {
    if (passes < 0) return false;
    let low = high;
    let largest = Math.abs(d[high]!);
    while (low > 0) {
      const off = Math.abs(e[low - 1]!);
      if (off <= threshold || off === 0) {
        e[low - 1] = 0;
        break;
      }
      largest = Math.max(largest, Math.abs(d[low - 1]!), off);
      low--;
    }
    if (low === high) {
      high--;
      continue;
    }
    if (low === high - 1) {
      const block = decompose2(d[low]!, e[low]!, d[high]!);
      d[low] = block.max;
      e[low] = 0;
      d[high] = block.min;
      rotate(vt, low, block.cr, block.sr);
      rotate(ut, low, block.cl, block.sl);
      high -= 2;
      continue;
    }
    if (oldHigh < 0 || low > oldHigh || high < oldLow) down = Math.abs(d[low]!) >= Math.abs(d[high]!);
    const least = converge(work, low, high, down);
    if (least === null) continue;
    oldLow = low;
    oldHigh = high;
    const spoils = n * tolerance * (least / largest) <= Math.max(roundoff, 0.01 * tolerance); // a shift would cost digits
    const shift = spoils ? 0 : shiftOf(work, low, high, down);
    passes -= high - low;
    const sweep = shift === 0 ? (down ? zeroShiftDown : zeroShiftUp) : down ? shiftDown : shiftUp;
    sweep(work, low, high, shift);
    const edge = down ? high - 1 : low;
    if (Math.abs(e[edge]!) <= threshold) e[edge] = 0;
    checkpoint();
  }
  return true;
}

/** Exchange two singular values and what belongs to them. */
function exchange({ d, ut, vt }: Work, i: number, j: number): void {
  if (i === j) return;
  [d[i], d[j]] = [d[j]!, d[i]!];
  if (vt) swapRows(vt, i, j);
  if (ut) swapRows(ut, i, j);
}

/**
 * Make the diagonal positive and descending. LAPACK sorts thrice, down, up and down again, which leaves equal values in
 * an order of their own; so does this, that their vectors be NumPy's.
 */
function sort(work: Work): void {
  const { d, vt } = work;
  const n = d.length;
  for (let i = 0; i < n; i++) {
    if (d[i]! < 0 && vt) negateRow(vt, i);
    d[i] = Math.abs(d[i]!);
  }
  for (let end = n - 1; end > 0; end--) {
    let least = 0;
    for (let j = 1; j <= end; j++) if (d[j]! <= d[least]!) least = j;
    exchange(work, least, end);
  }
  for (const sign of [1, -1]) {
    for (let i = 0; i < n; i++) {
      let first = i;
      for (let j = i + 1; j < n; j++) if (sign * d[j]! < sign * d[first]!) first = j;
      exchange(work, i, first);
    }
  }
}

/** B = U·diag(s)·Vᵀ of a bidiagonal matrix of order n; `u` and `vt` are [n, n], or null if they were not wanted. */
export interface BidiagonalSvd {
  s: Float64Array;
  u: Matrix | null;
  vt: Matrix | null;
}

/**
 * The singular value decomposition of the bidiagonal matrix with the diagonal `d` and the entries `e` right of it, or
 * below it if `lower`. Both are consumed. Returns null if it did not converge (NaN among the entries).
 */
export function decomposeBidiagonal(
  d: Float64Array,
  e: Float64Array,
  lower: boolean,
  vectors: boolean,
): BidiagonalSvd | null {
  const n = d.length;
  const ut = vectors ? identity(n) : null;
  const vt = vectors ? identity(n) : null;
  if (n === 1) {
    if (ut && d[0]! < 0) ut.data[0] = -1; // the sign goes to U here, and only here
    return { s: d.map(Math.abs), u: ut, vt };
  }
  const turned: { c: number; s: number }[] = [];
  if (lower) {
    for (let i = 0; i < n - 1; i++) {
      const { c, s, r } = makeRotation(d[i]!, e[i]!);
      d[i] = r;
      e[i] = s * d[i + 1]!;
      d[i + 1]! *= c;
      turned.push({ c, s });
    }
  }
  const work = { d, e, ut, vt };
  if (!diagonalize(work)) return null;
  sort(work);
  const u = ut && transposed(ut);
  if (u) for (let i = turned.length - 1; i >= 0; i--) rotateRows(u, i, i + 1, turned[i]!.c, -turned[i]!.s);
  return { s: d, u, vt };
}
