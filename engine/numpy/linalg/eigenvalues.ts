import { LinAlgError } from "../../errors";
import type { NDArray } from "../../ndarray";
import { isfinite } from "../math";
import { all } from "../reduce";
import type { ArrayLike } from "../ufunc";
import { decomposeComplex } from "./complex/generalEigen";
import { decomposeGeneral, type GeneralEigen } from "./real/generalEigen";
import { type LinearTypes, linearTypes, Stack, squareArgument, stacked } from "./stack";

/** Values and vectors of one matrix, as pairs. */
interface Eigen {
  values: Float64Array;
  vectors: Float64Array;
}

/** Real parts and imaginary parts side by side; a pair of columns becomes two conjugate vectors. */
function paired({ re, im, vectors }: GeneralEigen): Eigen {
  const n = re.length;
  const values = new Float64Array(2 * n);
  for (let j = 0; j < n; j++) values.set([re[j]!, im[j]!], 2 * j);
  const pairs = new Float64Array(vectors ? 2 * n * n : 0);
  for (let p = 0; vectors && p < n * n; p++) {
    const sign = Math.sign(im[p % n]!);
    const first = sign < 0 ? p - 1 : p;
    pairs[2 * p] = vectors.data[first]!;
    if (sign !== 0) pairs[2 * p + 1] = sign * vectors.data[first + 1]!;
  }
  return { values, vectors: pairs };
}

function decomposeEach(a: ArrayLike, wantVectors: boolean): { stack: Stack; types: LinearTypes; parts: Eigen[] } {
  const matrices = squareArgument(a);
  if (!all(isfinite(matrices)).read(0)) throw new LinAlgError("Array must not contain infs or NaNs");
  const types = linearTypes(matrices);
  const stack = new Stack(matrices, types.complex);
  const parts = Array.from({ length: stack.count }, (_, i): Eigen => {
    if (types.complex) {
      const eigen = decomposeComplex(stack.complex(i), wantVectors);
      if (eigen) return eigen;
    } else {
      const eigen = decomposeGeneral(stack.real(i), wantVectors);
      if (eigen) return paired(eigen);
    }
    throw new LinAlgError("Eigenvalues did not converge");
  });
  return { stack, types, parts };
}

/** What dtype values and vectors have: real if the matrices are, and no eigenvalue of any of them is complex. */
function outcome({ complex, real, result }: LinearTypes, parts: readonly Eigen[]) {
  if (complex) return { isReal: false, dtype: result };
  const isReal = parts.every(({ values }) => values.every((entry, i) => i % 2 === 0 || entry === 0));
  return { isReal, dtype: isReal ? real : real === "float32" ? ("complex64" as const) : ("complex128" as const) };
}

function realParts(pairs: Float64Array): Float64Array {
  return pairs.filter((_, i) => i % 2 === 0);
}

/**
 * Eigenvalues and right eigenvectors of square matrices a [..., M, M], in LAPACK's order.
 *
 * returns  [values [..., M], vectors [..., M, M]]: column i, of length 1, belongs to value i. Both are complex if any value
 *          is, whatever a is
 * @throws {LinAlgError} if a is not square, has infinities or NaN, or the iteration does not converge
 */
export function eig(a: ArrayLike): [NDArray, NDArray] {
  const { stack, types, parts } = decomposeEach(a, true);
  const { isReal, dtype } = outcome(types, parts);
  const { batch, rows } = stack;
  const part = isReal ? realParts : (pairs: Float64Array) => pairs;
  return [
    stacked(
      batch,
      [rows],
      parts.map(({ values }) => part(values)),
      !isReal,
      dtype,
    ),
    stacked(
      batch,
      [rows, rows],
      parts.map(({ vectors }) => part(vectors)),
      !isReal,
      dtype,
    ),
  ];
}

/** The eigenvalues that `eig` gives. */
export function eigvals(a: ArrayLike): NDArray {
  const { stack, types, parts } = decomposeEach(a, false);
  const { isReal, dtype } = outcome(types, parts);
  const values = parts.map((one) => (isReal ? realParts(one.values) : one.values));
  return stacked(stack.batch, [stack.rows], values, !isReal, dtype);
}
