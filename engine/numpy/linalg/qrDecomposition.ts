import { ValueError } from "../../errors";
import type { NDArray } from "../../ndarray";
import { swapaxes } from "../manipulation";
import type { ArrayLike } from "../ufunc";
import * as complexQr from "./complex/householder";
import * as realQr from "./real/householder";
import { linearTypes, Stack, stacked, stackedArgument } from "./stack";

/** One matrix, factored: its parts as entries, or as pairs if it is complex. */
interface Factors {
  packed: Float64Array;
  taus: Float64Array;
  q(width: number): Float64Array;
  r(height: number): Float64Array;
}

function factorsOf(stack: Stack, i: number, complex: boolean): Factors {
  if (complex) {
    const factored = complexQr.factorQr(stack.complex(i));
    return {
      packed: factored.packed.pairs,
      taus: factored.taus,
      q: (width) => complexQr.qOf(factored, width).pairs,
      r: (height) => complexQr.rOf(factored, height).pairs,
    };
  }
  const factored = realQr.factorQr(stack.real(i));
  return {
    packed: factored.packed.data,
    taus: factored.taus,
    q: (width) => realQr.qOf(factored, width).data,
    r: (height) => realQr.rOf(factored, height).data,
  };
}

/**
 * The QR decomposition of a [..., M, N], with LAPACK's signs; K = min(M, N).
 *
 * mode     "reduced": [q [..., M, K], r [..., K, N]]; "complete": [q [..., M, M], r [..., M, N]];
 *          "r": [r [..., K, N]]; "raw": [h [..., N, M], tau [..., K]], the reflectors as LAPACK leaves them, transposed
 * @throws {ValueError} for another mode
 * @throws {LinAlgError} if a has fewer than two axes
 */
export function qr(a: ArrayLike, mode = "reduced"): NDArray[] {
  if (!["reduced", "complete", "r", "raw"].includes(mode)) throw new ValueError(`Unrecognized mode '${mode}'`);
  const matrices = stackedArgument(a);
  const { complex, result } = linearTypes(matrices);
  const stack = new Stack(matrices, complex);
  const { batch, rows, cols } = stack;
  const least = Math.min(rows, cols);
  const factors = Array.from({ length: stack.count }, (_, i) => factorsOf(stack, i, complex));
  const collect = (shape: number[], part: (one: Factors) => Float64Array): NDArray =>
    stacked(batch, shape, factors.map(part), complex, result);
  if (mode === "r") return [collect([least, cols], ({ r }) => r(least))];
  if (mode === "raw") {
    const packed = collect([rows, cols], (one) => one.packed);
    return [swapaxes(packed, -1, -2), collect([least], ({ taus }) => taus)];
  }
  const width = mode === "complete" && rows > cols ? rows : least;
  return [collect([rows, width], ({ q }) => q(width)), collect([width, cols], ({ r }) => r(width))];
}
