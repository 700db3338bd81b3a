import { checkpoint } from "../../../checkpoint";
import type { Matrix } from "../matrix";
import { makeReflector, reflectRows } from "./householder";

/** A = Q·T·Qᵀ: the diagonal of T, what stands beside it, and the reflectors of Q below that. */
export interface Tridiagonal {
  packed: Matrix;
  d: Float64Array;
  e: Float64Array;
  taus: Float64Array;
}

/** Reduce a symmetric matrix to tridiagonal form, in place; only the lower triangle is read. Source: LAPACK `dsytd2`. */
export function reduceToTridiagonal(a: Matrix): Tridiagonal {
  const { rows: n, data } = a;
  const d = new Float64Array(n);
  const e = new Float64Array(Math.max(0, n - 1));
  const taus = new Float64Array(Math.max(0, n - 1));
  for (let k = 0; k < n - 1; k++) {
    const start = (k + 1) * n + k;
    const tau = makeReflector(data, start, n, n - k - 1);
    e[k] = data[start]!;
    taus[k] = tau;
    if (tau !== 0) reflectBothSides(a, k, tau);
    d[k] = data[k * n + k]!;
    checkpoint();
  }
  if (n > 0) d[n - 1] = data[n * n - 1]!;
  return { packed: a, d, e, taus };
}

/** The lower triangle of H·A·H below and right of (k, k), with H's vector in column k: A − v·wᵀ − w·vᵀ. */
function reflectBothSides({ rows: n, data }: Matrix, k: number, tau: number): void {
  const from = k + 1;
  const count = n - from;
  const v = new Float64Array(count);
  for (let i = 0; i < count; i++) v[i] = i === 0 ? 1 : data[(from + i) * n + k]!;
  const w = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const row = (from + i) * n + from;
    let sum = data[row + i]! * v[i]!;
    for (let j = 0; j < i; j++) {
      sum += data[row + j]! * v[j]!;
      w[j]! += data[row + j]! * v[i]!;
    }
    w[i]! += sum;
  }
  let dot = 0;
  for (let i = 0; i < count; i++) {
    w[i]! *= tau;
    dot += w[i]! * v[i]!;
  }
  for (let i = 0; i < count; i++) w[i]! -= 0.5 * tau * dot * v[i]!;
  for (let i = 0; i < count; i++) {
    const row = (from + i) * n + from;
    for (let j = 0; j <= i; j++) data[row + j]! -= v[i]! * w[j]! + w[i]! * v[j]!;
  }
}

/** b ← Q·b. */
export function applyTridiagonalQ({ packed, taus }: Tridiagonal, b: Matrix): void {
  const { rows: n, data } = packed;
  for (let k = taus.length - 1; k >= 0; k--) {
    reflectRows({ data, start: (k + 1) * n + k, step: n, count: n - k - 1, tau: taus[k]! }, b, k + 1, 0);
    checkpoint();
  }
}
