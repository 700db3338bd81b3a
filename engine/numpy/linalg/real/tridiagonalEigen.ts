import { checkpoint } from "../../../checkpoint";
import type { Matrix } from "../matrix";
import { leastNormal, lengthOf, roundoff, withSign } from "./machine";
import { makeRotation, rotateRows, swapRows } from "./rotation";

/*
 * Eigenvalues of a symmetric tridiagonal matrix by the implicit QL or QR method, whichever starts at the smaller end.
 * Source: Golub & Van Loan, Matrix Computations, 8.3; order, shifts and signs are those of LAPACK `dsteqr`.
 */

const maxIterations = 30; // times n, as in LAPACK

/** The eigenvalue of larger magnitude, the other, and the unit vector (c, s) of the first, of [a b; b c]. */
function symmetric2(a: number, b: number, c: number): { first: number; second: number; cos: number; sin: number } {
  const sum = a + c;
  const gap = a - c;
  const twice = b + b;
  const [larger, smaller] = Math.abs(a) > Math.abs(c) ? [a, c] : [c, a];
  const high = Math.max(Math.abs(gap), Math.abs(twice));
  const low = Math.min(Math.abs(gap), Math.abs(twice));
  const root = high === 0 ? 0 : high === low ? high * Math.SQRT2 : high * Math.sqrt(1 + (low / high) ** 2);
  const first = sum < 0 ? 0.5 * (sum - root) : sum > 0 ? 0.5 * (sum + root) : 0.5 * root;
  const second = sum === 0 ? -0.5 * root : (larger / first) * smaller - (b / first) * b;
  const side = gap >= 0 ? gap + root : gap - root;
  let cos: number;
  let sin: number;
  if (Math.abs(side) > Math.abs(twice)) {
    const cotangent = -twice / side;
    sin = 1 / Math.sqrt(1 + cotangent * cotangent);
    cos = cotangent * sin;
  } else if (twice === 0) {
    [cos, sin] = [1, 0];
  } else {
    const tangent = -side / twice;
    cos = 1 / Math.sqrt(1 + tangent * tangent);
    sin = tangent * cos;
  }
  return sum < 0 === gap < 0 ? { first, second, cos: -sin, sin: cos } : { first, second, cos, sin };
}

/** What rotates along: row j of `zt` is the vector of eigenvalue j. */
interface Work {
  d: Float64Array;
  e: Float64Array;
  zt: Matrix | null;
  iterationsLeft: number;
}

/**
 * Make the block from `start` to `end` diagonal, eigenvalue by eigenvalue from `start` on. With start < end that is QL,
 * else QR, the same with rows counted the other way. Stops early when no iterations are left.
 */
function iterate(work: Work, start: number, end: number): void {
  const { d, e, zt } = work;
  const step = end > start ? 1 : -1;
  const offAt = (i: number): number => (step > 0 ? i : i - 1); // of the entry that links i to i + step
  for (let l = start; step * (end - l) >= 0; ) {
    let m = l;
    for (; m !== end; m += step) {
      const off = e[offAt(m)]!;
      if (off * off <= roundoff ** 2 * Math.abs(d[m]!) * Math.abs(d[m + step]!) + leastNormal) break;
    }
    if (m !== end) e[offAt(m)] = 0;
    if (m === l) {
      l += step;
      continue;
    }
    if (m === l + step) {
      const top = Math.min(l, m);
      const { first, second, cos, sin } = symmetric2(d[top]!, e[top]!, d[top + 1]!);
      if (zt) rotateRows(zt, top, top + 1, cos, sin);
      d[top] = first;
      d[top + 1] = second;
      e[top] = 0;
      l += 2 * step;
      continue;
    }
    if (work.iterationsLeft-- === 0) return;
    sweep(work, l, m, step);
    checkpoint();
  }
}

/** One implicit step with Wilkinson's shift from row l, the bulge chased from row m to row l. */
function sweep({ d, e, zt }: Work, l: number, m: number, step: 1 | -1): void {
  const offAt = (i: number): number => (step > 0 ? i : i - 1);
  const start = d[l]!;
  const off = e[offAt(l)]!;
  const half = (d[l + step]! - start) / (2 * off);
  const root = lengthOf(half, 1);
  let g = d[m]! - start + off / (half + withSign(root, half));
  let s = 1;
  let c = 1;
  let p = 0;
  for (let i = m - step; step * (i - l) >= 0; i -= step) {
    const f = s * e[offAt(i)]!;
    const b = c * e[offAt(i)]!;
    const rotation = makeRotation(g, f);
    c = rotation.c;
    s = rotation.s;
    if (i !== m - step) e[offAt(i + step)] = rotation.r;
    g = d[i + step]! - p;
    const r = (d[i]! - g) * s + 2 * c * b;
    p = s * r;
    d[i + step] = g + p;
    g = c * r - b;
    if (zt) rotateRows(zt, Math.min(i, i + step), Math.max(i, i + step), c, step > 0 ? -s : s);
  }
  d[l]! -= p;
  e[offAt(l)] = g;
}

/**
 * Replace `d` by the eigenvalues, ascending, of the symmetric tridiagonal matrix with the diagonal `d` and `e` beside it;
 * `zt`, the transpose of some Z, by the transpose of Z times the eigenvectors. Returns whether it converged.
 */
export function decomposeTridiagonal(d: Float64Array, e: Float64Array, zt: Matrix | null): boolean {
  const n = d.length;
  const work: Work = { d, e, zt, iterationsLeft: n * maxIterations };
  for (let first = 0; first < n; ) {
    let last = first;
    for (; last < n - 1; last++) {
      const off = Math.abs(e[last]!);
      if (off <= Math.sqrt(Math.abs(d[last]!)) * Math.sqrt(Math.abs(d[last + 1]!)) * roundoff) {
        e[last] = 0;
        break;
      }
    }
    if (last > first) {
      const fromEnd = Math.abs(d[last]!) < Math.abs(d[first]!);
      iterate(work, fromEnd ? last : first, fromEnd ? first : last);
      if (work.iterationsLeft < 0) return false;
    }
    first = last + 1;
  }
  sort(d, zt);
  return true;
}

function sort(d: Float64Array, zt: Matrix | null): void {
  for (let i = 0; i < d.length - 1; i++) {
    let least = i;
    for (let j = i + 1; j < d.length; j++) if (d[j]! < d[least]!) least = j;
    if (least === i) continue;
    [d[i], d[least]] = [d[least]!, d[i]!];
    if (zt) swapRows(zt, i, least);
  }
}
