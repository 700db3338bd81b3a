import { dtypes } from "../dtype";
import { TypeError, ValueError } from "../errors";
import { cast } from "../numpy/astype";
import { transpose } from "../numpy/manipulation";
import { matmul as matmulArrays } from "../numpy/matmul";
import { tupleText } from "../shape";
import { checkTensor, Tensor } from "../tensor";
import { promote } from "./promotion";

/**
 * The product of two matrices, each transposed first if asked. Sums run in the order of the inner axis, rounded at
 * every step.
 *
 * @throws {ValueError} if one is no matrix or the inner lengths differ
 * @throws {TypeError} if they are Bool
 */
export function matMul(x: Tensor, y: Tensor, transposeA = false, transposeB = false): Tensor {
  const [a, b] = [checkTensor(x, "x1", "MatMul").asnumpy(), checkTensor(y, "x2", "MatMul").asnumpy()];
  if (a.ndim !== 2 || b.ndim !== 2) {
    throw new ValueError(
      `For 'MatMul', the 'x1' and 'x2' must have 2 axes, but got shapes ${tupleText(a.shape)} and ${tupleText(b.shape)}.`,
    );
  }
  const dtype = promote([a.dtype, b.dtype], [], "MatMul");
  if (dtype === "bool")
    throw new TypeError(`For 'MatMul', the type of 'x1' must be a number, but got ${dtypes[dtype].label}.`);
  const left = transposeA ? transpose(a) : a;
  const right = transposeB ? transpose(b) : b;
  if (left.shape[1] !== right.shape[0]) {
    throw new ValueError(
      `For 'MatMul', the inner lengths must be equal, but got 'x1' ${tupleText(a.shape)} with transpose_a=${transposeA ? "True" : "False"} and 'x2' ${tupleText(b.shape)} with transpose_b=${transposeB ? "True" : "False"}.`,
    );
  }
  return Tensor.of(matmulArrays(cast(left, dtype), cast(right, dtype)));
}

/** `@`: the product of the matrices in the last two axes; leading axes broadcast, vectors count as row or column. */
export function matmul(x: Tensor, y: Tensor): Tensor {
  const [a, b] = [checkTensor(x, "x1", "matmul").asnumpy(), checkTensor(y, "x2", "matmul").asnumpy()];
  const dtype = promote([a.dtype, b.dtype], [], "matmul");
  return Tensor.of(matmulArrays(cast(a, dtype), cast(b, dtype)));
}
