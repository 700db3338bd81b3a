import { checkpoint } from "../../../checkpoint";
import { identity, type Matrix } from "../matrix";
import { makeReflector, reflectColumns, reflectRows } from "./householder";

/**
 * Reduce rows and columns `low … high` of a square matrix to upper Hessenberg form H = Qᵀ·A·Q, in place.
 *
 * returns  Q, or null if it is not wanted
 * Source: LAPACK `dgehd2`, `dorghr`; Golub & Van Loan, Matrix Computations, 7.4.
 */
export function reduceToHessenberg(a: Matrix, low: number, high: number, wantQ: boolean): Matrix | null {
  const { rows: n, data } = a;
  const taus = new Float64Array(n);
  for (let k = low; k < high; k++) {
    const start = (k + 1) * n + k;
    const count = high - k;
    taus[k] = makeReflector(data, start, n, count);
    const reflector = { data, start, step: n, count, tau: taus[k]! };
    reflectColumns(reflector, a, 0, k + 1);
    reflectRows(reflector, a, k + 1, k + 1);
    checkpoint();
  }
  const q = wantQ ? identity(n) : null;
  if (q) {
    for (let k = high - 1; k >= low; k--) {
      reflectRows({ data, start: (k + 1) * n + k, step: n, count: high - k, tau: taus[k]! }, q, k + 1, 0);
    }
  }
  for (let k = low; k < high; k++) for (let i = k + 2; i <= high; i++) data[i * n + k] = 0;
  return q;
}
