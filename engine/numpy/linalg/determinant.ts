import type { NDArray } from "../../ndarray";
import type { ArrayLike } from "../ufunc";
import * as complexLu from "./complex/lu";
import { exponential } from "./real/exponential";
import * as realLu from "./real/lu";
import { type LinearTypes, linearTypes, Stack, squareArgument, stacked } from "./stack";

interface LogDeterminant {
  sign: [number, number];
  log: number;
}

function logDeterminants(matrices: NDArray, { complex }: LinearTypes): LogDeterminant[] {
  const stack = new Stack(matrices, complex);
  return Array.from({ length: stack.count }, (_, i) => {
    if (complex) return complexLu.logDeterminant(stack.complex(i));
    const { sign, log } = realLu.logDeterminant(stack.real(i));
    return { sign: [sign, 0], log };
  });
}

/**
 * The determinant of a [..., M, M] as sign · e^logdet, without overflow; 0 and −∞ for a singular matrix.
 *
 * returns  [sign, logdet], each [...]; the sign of a complex matrix is a complex number of modulus 1
 * @throws {LinAlgError} if a is not square
 */
export function slogdet(a: ArrayLike): [NDArray, NDArray] {
  const matrices = squareArgument(a);
  const types = linearTypes(matrices);
  const results = logDeterminants(matrices, types);
  const batch = matrices.shape.slice(0, -2);
  const signs = results.map(({ sign }) => Float64Array.from(types.complex ? sign : [sign[0]]));
  const logs = results.map(({ log }) => Float64Array.of(log));
  return [stacked(batch, [], signs, types.complex, types.result), stacked(batch, [], logs, false, types.real)];
}

/** The determinant of a [..., M, M], by LU decomposition. @throws {LinAlgError} if a is not square */
export function det(a: ArrayLike): NDArray {
  const matrices = squareArgument(a);
  const types = linearTypes(matrices);
  const values = logDeterminants(matrices, types).map(({ sign, log }) => {
    const size = exponential(log); // NumPy goes through the logarithm too: det([[1, 2], [3, 4]]) is −2.0000000000000004
    return Float64Array.from(types.complex ? [sign[0] * size, sign[1] * size] : [sign[0] * size]);
  });
  return stacked(matrices.shape.slice(0, -2), [], values, types.complex, types.result);
}
