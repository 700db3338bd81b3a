import { LinAlgError, ValueError } from "../../errors";
import type { NDArray } from "../../ndarray";
import type { ArrayLike } from "../ufunc";
import { decomposeHermitian } from "./complex/hermitianEigen";
import { decomposeSymmetric, type Triangle } from "./real/symmetricEigen";
import { type LinearTypes, linearTypes, Stack, squareArgument, stacked } from "./stack";

function triangleOf(uplo: string): Triangle {
  const letter = uplo.toUpperCase();
  if (letter === "L" || letter === "U") return letter;
  throw new ValueError("UPLO argument must be 'L' or 'U'");
}

interface Pair {
  values: Float64Array;
  vectors: Float64Array;
}

function decomposeEach(stack: Stack, { complex }: LinearTypes, uplo: Triangle, wantVectors: boolean): Pair[] {
  return Array.from({ length: stack.count }, (_, i) => {
    const none = new Float64Array(0);
    if (complex) {
      const eigen = decomposeHermitian(stack.complex(i), uplo, wantVectors);
      if (eigen) return { values: eigen.values, vectors: eigen.vectors?.pairs ?? none };
    } else {
      const eigen = decomposeSymmetric(stack.real(i), uplo, wantVectors);
      if (eigen) return { values: eigen.values, vectors: eigen.vectors?.data ?? none };
    }
    throw new LinAlgError("Eigenvalues did not converge");
  });
}

/**
 * Eigenvalues and eigenvectors of symmetric or Hermitian matrices a [..., M, M], of which one triangle is read.
 *
 * uplo     which: "L", the lower, or "U"
 * returns  [values [..., M] ascending, vectors [..., M, M], orthonormal columns]
 * @throws {LinAlgError} if a is not square, or has NaN or infinities
 */
export function eigh(a: ArrayLike, uplo = "L"): [NDArray, NDArray] {
  const triangle = triangleOf(uplo);
  const matrices = squareArgument(a);
  const types = linearTypes(matrices);
  const stack = new Stack(matrices, types.complex);
  const { batch, rows } = stack;
  const parts = decomposeEach(stack, types, triangle, true);
  return [
    stacked(
      batch,
      [rows],
      parts.map(({ values }) => values),
      false,
      types.real,
    ),
    stacked(
      batch,
      [rows, rows],
      parts.map(({ vectors }) => vectors),
      types.complex,
      types.result,
    ),
  ];
}

/** The eigenvalues that `eigh` gives. */
export function eigvalsh(a: ArrayLike, uplo = "L"): NDArray {
  const triangle = triangleOf(uplo);
  const matrices = squareArgument(a);
  const types = linearTypes(matrices);
  const stack = new Stack(matrices, types.complex);
  const parts = decomposeEach(stack, types, triangle, false);
  return stacked(
    stack.batch,
    [stack.rows],
    parts.map(({ values }) => values),
    false,
    types.real,
  );
}
