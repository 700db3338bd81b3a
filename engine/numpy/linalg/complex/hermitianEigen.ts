import { checkpoint } from "../../../checkpoint";
import { type ComplexMatrix, complexMatrix, identity, toComplex, transposed } from "../matrix";
import type { Triangle } from "../real/symmetricEigen";
import { decomposeTridiagonal } from "../real/tridiagonalEigen";
import { conjugated, makeReflector, reflectColumns, reflectRows, type Tau } from "./householder";

/** The whole matrix of which one triangle was given, the diagonal real. */
function whole({ rows: n, pairs }: ComplexMatrix, triangle: Triangle): ComplexMatrix {
  const result = complexMatrix(n, n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const given = triangle === "L" ? 2 * (i * n + j) : 2 * (j * n + i);
      const re = pairs[given]!;
      const im = i === j ? 0 : triangle === "L" ? pairs[given + 1]! : -pairs[given + 1]!;
      result.pairs.set([re, im], 2 * (i * n + j));
      result.pairs.set([re, -im], 2 * (j * n + i));
    }
  }
  return result;
}

/**
 * Eigenvalues, ascending, and orthonormal eigenvectors (columns; null if not wanted) of a Hermitian matrix. Reflectors
 * make it tridiagonal and real, from where it goes the way of symmetric matrices. Returns null if `a` is not finite.
 *
 * Source: Golub & Van Loan, Matrix Computations, 8.3; LAPACK `zhetd2`, `zheevd`.
 */
export function decomposeHermitian(
  a: ComplexMatrix,
  triangle: Triangle,
  wantVectors: boolean,
): { values: Float64Array; vectors: ComplexMatrix | null } | null {
  const n = a.rows;
  const full = whole(a, triangle);
  const { pairs } = full;
  const taus: Tau[] = [];
  const d = new Float64Array(n);
  const e = new Float64Array(Math.max(0, n - 1));
  for (let k = 0; k < n - 1; k++) {
    const start = (k + 1) * n + k;
    const tau = makeReflector(pairs, start, n, n - k - 1);
    taus.push(tau);
    e[k] = pairs[2 * start]!;
    const reflector = { pairs, start, step: n, count: n - k - 1 };
    reflectRows({ ...reflector, tau: conjugated(tau) }, full, k + 1, k + 1);
    reflectColumns({ ...reflector, tau }, full, k + 1, k + 1);
    checkpoint();
  }
  for (let k = 0; k < n; k++) d[k] = pairs[2 * (k * n + k)]!;
  const zt = wantVectors ? identity(n) : null;
  if (!decomposeTridiagonal(d, e, zt)) return null;
  if (!zt) return { values: d, vectors: null };
  const vectors = toComplex(transposed(zt));
  for (let k = n - 2; k >= 0; k--) {
    reflectRows({ pairs, start: (k + 1) * n + k, step: n, count: n - k - 1, tau: taus[k]! }, vectors, k + 1, 0);
  }
  return { values: d, vectors };
}
