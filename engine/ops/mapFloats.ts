import { dtypes } from "../dtype";
import { TypeError } from "../errors";
import { zeros } from "../ndarray";
import { astype, cast } from "../numpy/astype";
import { forEachBlock } from "../numpy/blocks";
import { Tensor } from "../tensor";

/**
 * A tensor with `compute` of each element, worked out in float64 and rounded once to the dtype of x.
 *
 * @throws {TypeError} if x is not Float16, Float32 or Float64
 */
export function mapFloats(x: Tensor, compute: (value: number) => number, owner: string): Tensor {
  checkFloat(x, owner);
  const from = astype(x.asnumpy(), "float64").storage as Float64Array;
  const out = zeros(x.shape, "float64");
  const to = out.storage as Float64Array;
  forEachBlock(x.size, (start, count) => {
    for (let i = start; i < start + count; i++) to[i] = compute(from[i]!);
  });
  return Tensor.of(cast(out, x.dtype));
}

/** @throws {TypeError} if x is not Float16, Float32 or Float64 */
export function checkFloat(x: Tensor, owner: string): void {
  if (dtypes[x.dtype].kind === "float") return;
  throw new TypeError(
    `For '${owner}', the type of 'x' must be one of Tensor[Float16], Tensor[Float32], Tensor[Float64], but got ${dtypes[x.dtype].label}.`,
  );
}
