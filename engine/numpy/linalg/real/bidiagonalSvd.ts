import { checkpoint } from "../../../checkpoint";
import { identity, type Matrix, transposed } from "../matrix";
import { leastNormal, roundoff, withSign } from "./machine";
import { makeRotation, negateRow, rotateRows, swapRows } from "./rotation";
import { decompose2, singularValues2 } from "./triangular2";

/*
 * Singular values of a bidiagonal matrix to high relative accuracy by the implicit zero-shift QR algorithm.
 * Source: Demmel & Kahan, "Accurate Singular Values of Bidiagonal Matrices", SIAM J. Sci. Stat. Comput. 11 (1990);
 * which way a bulge is chased, when the shift is zero, and the signs are those of LAPACK `dbdsqr`.
 */

const tolerance = 2 ** (53 / 8) * roundoff; // loses an eighth of the digits at most
const maxPasses = 6; // times n², as in LAPACK

/** The work in progress: a bidiagonal matrix, and the rows of Uᵀ and Vᵀ that follow its rotations. */
interface Work {
  d: Float64Array;
  e: Float64Array;
  ut: Matrix | null;
  vt: Matrix | null;
}

/** The block from row `low` to row `high` that is being worked on. */
type Sweep = (work: Work, low: number, high: number, shift: number) => void;

function rotate(matrix: Matrix | null, row: number, c: number, s: number): void {
  if (matrix) rotateRows(matrix, row, row + 1, c, s);
}

const zeroShiftDown: Sweep = ({ d, e, ut, vt }, low, high) => {
  let c = 1;
  let before = { c: 1, s: 0, r: 0 };
  for (let i = low; i < high; i++) {
    const right = makeRotation(d[i]! * c, e[i]!);
    c = right.c;
    if (i > low) e[i - 1] = before.s * right.r;
    const left = makeRotation(before.c * right.r, d[i + 1]! * right.s);
    d[i] = left.r;
    rotate(vt, i, right.c, right.s);
    rotate(ut, i, left.c, left.s);
    before = left;
  }
  const last = d[high]! * c;
  d[high] = last * before.c;
  e[high - 1] = last * before.s;
};

const zeroShiftUp: Sweep = ({ d, e, ut, vt }, low, high) => {
  let c = 1;
  let before = { c: 1, s: 0, r: 0 };
  for (let i = high; i > low; i--) {
    const left = makeRotation(d[i]! * c, e[i - 1]!);
    c = left.c;
    if (i < high) e[i] = before.s * left.r;
    const right = makeRotation(before.c * left.r, d[i - 1]! * left.s);
    d[i] = right.r;
    rotate(vt, i - 1, right.c, -right.s);
    rotate(ut, i - 1, left.c, -left.s);
    before = right;
  }
  const last = d[low]! * c;
  d[low] = last * before.c;
  e[low] = last * before.s;
};

const shiftDown: Sweep = ({ d, e, ut, vt }, low, high, shift) => {
  let f = (Math.abs(d[low]!) - shift) * (withSign(1, d[low]!) + shift / d[low]!);
  let g = e[low]!;
  for (let i = low; i < high; i++) {
    const right = makeRotation(f, g);
    if (i > low) e[i - 1] = right.r;
    f = right.c * d[i]! + right.s * e[i]!;
    e[i] = right.c * e[i]! - right.s * d[i]!;
    g = right.s * d[i + 1]!;
    d[i + 1]! *= right.c;
    const left = makeRotation(f, g);
    d[i] = left.r;
    f = left.c * e[i]! + left.s * d[i + 1]!;
    d[i + 1] = left.c * d[i + 1]! - left.s * e[i]!;
    if (i < high - 1) {
      g = left.s * e[i + 1]!;
      e[i + 1]! *= left.c;
    }
    rotate(vt, i, right.c, right.s);
    rotate(ut, i, left.c, left.s);
  }
  e[high - 1] = f;
};

const shiftUp: Sweep = ({ d, e, ut, vt }, low, high, shift) => {
  let f = (Math.abs(d[high]!) - shift) * (withSign(1, d[high]!) + shift / d[high]!);
  let g = e[high - 1]!;
  for (let i = high; i > low; i--) {
    const left = makeRotation(f, g);
    if (i < high) e[i] = left.r;
    f = left.c * d[i]! + left.s * e[i - 1]!;
    e[i - 1] = left.c * e[i - 1]! - left.s * d[i]!;
    g = left.s * d[i - 1]!;
    d[i - 1]! *= left.c;
    const right = makeRotation(f, g);
    d[i] = right.r;
    f = right.c * e[i - 1]! + right.s * d[i - 1]!;
    d[i - 1] = right.c * d[i - 1]! - right.s * e[i - 1]!;
    if (i > low + 1) {
      g = right.s * e[i - 2]!;
      e[i - 2]! *= right.c;
    }
    rotate(vt, i - 1, right.c, -right.s);
    rotate(ut, i - 1, left.c, -left.s);
  }
  e[low] = f;
};

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

/** Make the diagonal positive and descending. */
function sort({ d, ut, vt }: Work): void {
  const n = d.length;
  for (let i = 0; i < n; i++) {
    if (d[i]! < 0 && vt) negateRow(vt, i);
    d[i] = Math.abs(d[i]!);
  }
  for (let end = n - 1; end > 0; end--) {
    let least = 0;
    for (let j = 1; j <= end; j++) if (d[j]! <= d[least]!) least = j;
    if (least === end) continue;
    [d[least], d[end]] = [d[end]!, d[least]!];
    if (vt) swapRows(vt, least, end);
    if (ut) swapRows(ut, least, end);
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
