import { addTable } from "../numpy/arithmetic";
import { runBinary } from "../numpy/ufunc";
import { Tensor } from "../tensor";

/** x plus one number for each entry of one axis. x and bias have the same dtype. */
export function addBias(x: Tensor, bias: Tensor, axis: number): Tensor {
  const shape = x.shape.map((length, i) => (i === axis ? length : 1));
  const array = bias.asnumpy();
  const strides = shape.map((_, i) => (i === axis ? array.strides[0]! : 0));
  return Tensor.of(runBinary(addTable, x.asnumpy(), array.view(shape, strides), x.dtype));
}
