import { empty, type NDArray } from "../ndarray";
import { reshape, transpose } from "../numpy/manipulation";
import { matmul } from "../numpy/matmul";
import { Tensor } from "../tensor";
import { addBias } from "./bias";

/** Below so many multiplications the steps around a matrix product would cost more than the sums themselves. */
const small = 4096;

/**
 * x · weightᵀ + bias over the last axis of x, for operands of one float dtype: x [..., k], weight [m, k], bias [m] or
 * null, k above 0. Sums run in the order of k, each product and each sum rounded; the bias is added to the finished sum.
 */
export function linear(x: NDArray, weight: NDArray, bias: NDArray | null): NDArray {
  const [m, k] = weight.shape as [number, number];
  const rows = x.size / k;
  const shape = x.shape.slice();
  shape[shape.length - 1] = m;
  if (rows * k * m < small && [x, weight, bias].every(isPlain)) {
    const out = empty(shape, "float32");
    sumRows(x, weight, bias, out.storage as Float32Array, k);
    return out;
  }
  const product = reshape(matmul(reshape(x, [rows, k]), transpose(weight)), shape);
  return bias ? addBias(Tensor.of(product), Tensor.of(bias), shape.length - 1).asnumpy() : product;
}

const isPlain = (array: NDArray | null) => !array || (array.dtype === "float32" && array.isContiguous);

/** Every sum on its own, for contiguous float32 arrays. */
function sumRows(x: NDArray, weight: NDArray, bias: NDArray | null, out: Float32Array, k: number): void {
  const { fround } = Math;
  const [inputs, weights] = [x.storage as Float32Array, weight.storage as Float32Array];
  const shifts = bias && (bias.storage as Float32Array);
  const m = weight.shape[0]!;
  for (let row = x.offset, at = 0; at < out.length; row += k) {
    for (let j = 0, w = weight.offset; j < m; j++, at++) {
      let sum = fround(0);
      for (let i = 0; i < k; i++, w++) sum = fround(sum + fround(inputs[row + i]! * weights[w]!));
      out[at] = shifts ? sum + shifts[bias.offset + j]! : sum;
    }
  }
}
