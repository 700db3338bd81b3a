import type { Matrix } from "../matrix";
import { withSign } from "./machine";
import { makeRotation, rotateRows } from "./rotation";

/*
 * One pass of implicit QR over a block of an upper bidiagonal matrix: a bulge is chased down or up, with a shift or with
 * the shift 0, which keeps small singular values to all their digits. Source: Demmel & Kahan 1990; LAPACK `dbdsqr`.
 */

/** The work in progress: a bidiagonal matrix, and the rows of Uᵀ and Vᵀ that follow its rotations. */
export interface Work {
  d: Float64Array;
  e: Float64Array;
  ut: Matrix | null;
  vt: Matrix | null;
}

/** The block from row `low` to row `high` that is being worked on. */
export type Sweep = (work: Work, low: number, high: number, shift: number) => void;

export function rotate(matrix: Matrix | null, row: number, c: number, s: number): void {
  if (matrix) rotateRows(matrix, row, row + 1, c, s);
}

export const zeroShiftDown: Sweep = ({ d, e, ut, vt }, low, high) => {
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

export const zeroShiftUp: Sweep = ({ d, e, ut, vt }, low, high) => {
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

export const shiftDown: Sweep = ({ d, e, ut, vt }, low, high, shift) => {
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

export const shiftUp: Sweep = ({ d, e, ut, vt }, low, high, shift) => {
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
