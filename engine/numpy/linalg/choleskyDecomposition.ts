import { LinAlgError } from "../../errors";
import type { NDArray } from "../../ndarray";
import type { ArrayLike } from "../ufunc";
import * as complexCholesky from "./complex/cholesky";
import * as realCholesky from "./real/cholesky";
import { linearTypes, Stack, squareArgument, stacked } from "./stack";

/**
 * The lower triangular L [..., M, M] with a = L·Lᴴ; only the lower triangle of a is read.
 *
 * @throws {LinAlgError} if a is not square or not positive definite
 */
export function cholesky(a: ArrayLike): NDArray {
  const matrices = squareArgument(a);
  const { complex, result } = linearTypes(matrices);
  const stack = new Stack(matrices, complex);
  const parts = Array.from({ length: stack.count }, (_, i) => {
    const real = complex ? null : stack.real(i);
    const pairs = complex ? stack.complex(i) : null;
    if (real ? realCholesky.factorCholesky(real) : pairs && complexCholesky.factorCholesky(pairs)) {
      return (real?.data ?? pairs?.pairs)!;
    }
    throw new LinAlgError("Matrix is not positive definite");
  });
  return stacked(stack.batch, [stack.rows, stack.rows], parts, complex, result);
}
