import { TypeError, ValueError } from "../errors";
import { type NDArray, zeros } from "../ndarray";
import { cast } from "../numpy/astype";
import { tupleText } from "../shape";
import { checkTensor, Tensor } from "../tensor";
import { floats } from "./floats";
import { type Axis, windowAxis } from "./window";

export interface PoolOptions {
  /** [vertical, horizontal], in elements. */
  kernelSize: readonly [number, number];
  stride: readonly [number, number];
  padMode: "same" | "valid";
}

/**
 * The greatest number, or the mean, of each window of a batch of images. Zeros around the image do not take part.
 *
 * x        [N, C, H, W], Float32 or Float16
 * returns  [N, C, Hout, Wout] of the dtype of x; a mean is summed row by row in float32
 * @throws {ValueError} if x has not 4 axes or is smaller than the window @throws {TypeError} for another dtype
 */
function pool(owner: string, fold: (window: Float32Array, count: number) => number) {
  return (x: Tensor, { kernelSize, stride, padMode }: PoolOptions): Tensor => {
    const { shape, dtype } = checkTensor(x, "x", owner);
    if (shape.length !== 4) {
      throw new ValueError(`For '${owner}', the dimension of 'x' must be 4, but got shape ${tupleText(shape)}.`);
    }
    if (dtype !== "float32" && dtype !== "float16") {
      throw new TypeError(`For '${owner}', the type of 'x' must be Float32 or Float16, but got ${dtype}.`);
    }
    const height = windowAxis(shape[2]!, kernelSize[0], stride[0], 1, padMode);
    const width = windowAxis(shape[3]!, kernelSize[1], stride[1], 1, padMode);
    if (height.out <= 0 || width.out <= 0) {
      throw new ValueError(
        `For '${owner}', the window ${tupleText(kernelSize)} must fit into the 'x', but got shape ${tupleText(shape)}.`,
      );
    }
    const out = zeros([shape[0]!, shape[1]!, height.out, width.out], "float32");
    poolPlanes(cast(x.asnumpy(), "float32"), out, height, width, fold);
    return Tensor.of(cast(out, dtype));
  };
}

function poolPlanes(
  x: NDArray,
  out: NDArray,
  height: Axis,
  width: Axis,
  fold: (window: Float32Array, count: number) => number,
): void {
  const from = floats(x);
  const to = out.storage as Float32Array;
  const window = new Float32Array(Math.min(height.kernel, height.length) * Math.min(width.kernel, width.length));
  const plane = height.length * width.length;
  for (let start = 0, place = 0; start < from.length; start += plane) {
    for (let y = 0; y < height.out; y++) {
      for (let x = 0; x < width.out; x++) {
        let count = 0;
        const [top, left] = [y * height.stride - height.before, x * width.stride - width.before];
        const [bottom, right] = [
          Math.min(top + height.kernel, height.length),
          Math.min(left + width.kernel, width.length),
        ];
        for (let row = Math.max(top, 0); row < bottom; row++) {
          const line = start + row * width.length;
          for (let column = Math.max(left, 0); column < right; column++) window[count++] = from[line + column]!;
        }
        to[place++] = fold(window, count);
      }
    }
  }
}

export const maxPool2d = pool("MaxPool", (window, count) => {
  let top = window[0]!;
  for (let i = 1; i < count; i++) if (window[i]! > top || Number.isNaN(window[i]!)) top = window[i]!;
  return top;
});
export const avgPool2d = pool("AvgPool", (window, count) => {
  let sum = 0;
  for (let i = 0; i < count; i++) sum = Math.fround(sum + window[i]!);
  return sum / count;
});
