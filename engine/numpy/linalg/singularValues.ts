import { LinAlgError } from "../../errors";
import type { NDArray } from "../../ndarray";
import type { ArrayLike } from "../ufunc";
import * as complexSvd from "./complex/svd";
import { hermitianSingularValues, hermitianSvd } from "./hermitianSvd";
import * as realSvd from "./real/svd";
import { linearTypes, Stack, stacked, stackedArgument } from "./stack";

/** One matrix, taken apart: entries, or pairs of U and Vᴴ if it is complex. */
interface Parts {
  u: Float64Array;
  s: Float64Array;
  vh: Float64Array;
}

const empty = new Float64Array(0);

/** Every matrix of a stack, taken apart. @throws {LinAlgError} for a matrix with NaN; an infinite one gives NaN */
function decomposeEach(stack: Stack, complex: boolean, vectors: realSvd.Vectors): Parts[] {
  return Array.from({ length: stack.count }, (_, i) => {
    const given = complex ? stack.complex(i).pairs : stack.real(i).data;
    if (given.some(Number.isNaN)) throw new LinAlgError("SVD did not converge");
    if (complex) {
      const svd = complexSvd.decompose(stack.complex(i), vectors);
      return svd
        ? { u: svd.u?.pairs ?? empty, s: svd.s, vh: svd.vh?.pairs ?? empty }
        : unknown(stack, complex, vectors);
    }
    const svd = realSvd.decompose(stack.real(i), vectors);
    return svd ? { u: svd.u?.data ?? empty, s: svd.s, vh: svd.vt?.data ?? empty } : unknown(stack, complex, vectors);
  });
}

function unknown({ rows, cols }: Stack, complex: boolean, vectors: realSvd.Vectors): Parts {
  const least = Math.min(rows, cols);
  const [left, right] = vectors === "full" ? [rows * rows, cols * cols] : [rows * least, least * cols];
  const entries = complex ? 2 : 1;
  const nan = (size: number): Float64Array => new Float64Array(size).fill(Number.NaN);
  return { u: nan(left * entries), s: nan(least), vh: nan(right * entries) };
}

export interface SvdOptions {
  /** Whether u and vh are square; else they have K = min(M, N) columns and rows. */
  fullMatrices?: boolean;
  /** Whether a is Hermitian, which is faster; only its lower triangle is read then. */
  hermitian?: boolean;
}

/**
 * The singular value decomposition a = u·diag(s)·vh of a [..., M, N].
 *
 * returns  [u [..., M, M or K], s [..., K] descending, vh [..., N or K, N]]
 * @throws {LinAlgError} if a has fewer than two axes or has NaN
 */
export function svd(a: ArrayLike, options: SvdOptions = {}): [NDArray, NDArray, NDArray] {
  const { fullMatrices = true, hermitian = false } = options;
  if (hermitian) return hermitianSvd(a);
  const matrices = stackedArgument(a);
  const { complex, result, real } = linearTypes(matrices);
  const stack = new Stack(matrices, complex);
  const { batch, rows, cols } = stack;
  const least = Math.min(rows, cols);
  const parts = decomposeEach(stack, complex, fullMatrices ? "full" : "thin");
  const shapes = fullMatrices ? [rows, cols] : [least, least];
  return [
    stacked(
      batch,
      [rows, shapes[0]!],
      parts.map(({ u }) => u),
      complex,
      result,
    ),
    stacked(
      batch,
      [least],
      parts.map(({ s }) => s),
      false,
      real,
    ),
    stacked(
      batch,
      [shapes[1]!, cols],
      parts.map(({ vh }) => vh),
      complex,
      result,
    ),
  ];
}

/** The singular values of a [..., M, N], descending, [..., min(M, N)]. @throws {LinAlgError} as `svd` */
export function singularValues(a: ArrayLike, hermitian = false): NDArray {
  if (hermitian) return hermitianSingularValues(a);
  const matrices = stackedArgument(a);
  const { complex, real } = linearTypes(matrices);
  const stack = new Stack(matrices, complex);
  const parts = decomposeEach(stack, complex, "none");
  return stacked(
    stack.batch,
    [Math.min(stack.rows, stack.cols)],
    parts.map(({ s }) => s),
    false,
    real,
  );
}
