import { allocate, dtypes } from "../dtype";
import { RuntimeError, TypeError, ValueError } from "../errors";
import { empty, type NDArray, zeros } from "../ndarray";
import { astype, cast } from "../numpy/astype";
import { type Shape, tupleText } from "../shape";
import { Tensor } from "../tensor";
import { convolve } from "../wasm/convolve";
import { addBias } from "./bias";
import { dot } from "./dot";
import { floats } from "./floats";
import { type Axis, type PadMode, windowAxis } from "./window";

export interface Conv2dOptions {
  /** [vertical, horizontal], in elements. */
  stride?: readonly [number, number];
  padMode?: PadMode;
  /** [top, bottom, left, right] zeros, only for "pad". */
  padding?: readonly [number, number, number, number];
  dilation?: readonly [number, number];
  group?: number;
  /** [Cout], added to the finished sums. */
  bias?: Tensor | null;
}

interface Plan {
  batch: number;
  channels: number;
  group: number;
  height: Axis;
  width: Axis;
  outShape: Shape;
}

/**
 * Slide a bank of kernels over a batch of images (cross-correlation).
 *
 * x        [N, Cin, H, W], Float32 or Float16
 * weight   [Cout, Cin / group, Kh, Kw], dtype of x
 * returns  [N, Cout, Hout, Wout]; each sum runs over input channel, kernel row, kernel column in float32, rounded at
 *          every step, so that every machine gives the published digits
 *
 * @throws {ValueError} if x has not 4 axes or is smaller than the kernel
 * @throws {RuntimeError} if the channels of x are not those of weight times group
 * @throws {TypeError} if x is not of the dtype of weight
 * Source: MindSpore `nn.Conv2d`; spec §12.
 */
export function conv2d(x: Tensor, weight: Tensor, options: Conv2dOptions = {}): Tensor {
  const plan = planConv2d(x.shape, weight.shape, options);
  if (x.dtype !== weight.dtype || (x.dtype !== "float32" && x.dtype !== "float16")) {
    throw new TypeError(
      `For 'Conv2D', the type of 'x' and 'w' must be the same Float32 or Float16, but got x: ${dtypes[x.dtype].label}, w: ${dtypes[weight.dtype].label}.`,
    );
  }
  const [images, weights] = [cast(x.asnumpy(), "float32"), cast(weight.asnumpy(), "float32")];
  const { bias = null } = options;
  if (x.dtype === "float32") {
    const fast = slideFast(plan, images, weights, bias?.asnumpy() ?? null);
    if (fast) return Tensor.of(fast);
  }
  const out = Tensor.of(astype(slide(plan, images, weights), x.dtype));
  return bias ? addBias(out, bias, 1) : out;
}

/** Every check and every length, no numbers. */
function planConv2d(x: Shape, weight: Shape, options: Conv2dOptions): Plan {
  const { stride = [1, 1], padMode = "same", padding = [0, 0, 0, 0], dilation = [1, 1], group = 1 } = options;
  if (x.length !== 4) {
    throw new ValueError(
      `For 'Conv2D', the dimension of 'x' must be 4, but got ${x.length} with shape ${tupleText(x)}.`,
    );
  }
  const [batch, channels, rows, columns] = x as [number, number, number, number];
  const [filters, perGroup, kernelRows, kernelColumns] = weight as [number, number, number, number];
  if (channels !== perGroup * group) {
    throw new RuntimeError(
      `For 'Conv2D', the 'C_in' of 'x' divided by 'group' must be equal to the 'C_in' of 'weight', but got C_in of x: ${channels}, group: ${group}, C_in of weight: ${perGroup}.`,
    );
  }
  const height = windowAxis(rows, kernelRows, stride[0], dilation[0], padMode, padding[0], padding[1]);
  const width = windowAxis(columns, kernelColumns, stride[1], dilation[1], padMode, padding[2], padding[3]);
  if (height.out <= 0 || width.out <= 0) {
    throw new ValueError(
      `For 'Conv2D', the kernel ${tupleText([kernelRows, kernelColumns])} with dilation ${tupleText(dilation)} must fit into the padded 'x', but got shape ${tupleText(x)}.`,
    );
  }
  return { batch, channels, group, height, width, outShape: [batch, filters, height.out, width.out] };
}

/** What `slide` gives, by a kernel; null where it has none to offer. */
function slideFast(plan: Plan, x: NDArray, weight: NDArray, bias: NDArray | null): NDArray | null {
  const out = empty(plan.outShape, "float32");
  const sums = out.storage as Float32Array;
  const geometry = { ...plan, filters: plan.outShape[1]! };
  return convolve(geometry, floats(x), floats(weight), bias && floats(bias), sums) ? out : null;
}

/** Every number, no checks. */
function slide(plan: Plan, x: NDArray, weight: NDArray): NDArray {
  const { batch, channels, group, height, width, outShape } = plan;
  const padded = padPlanes(x, batch * channels, height, width);
  const rowStep = width.before + width.length + width.after;
  const planeStep = rowStep * (height.before + height.length + height.after);
  const perGroup = channels / group;
  const filters = outShape[1]! / group;
  const pixels = height.out * width.out;
  const out = zeros(outShape, "float32");
  const weights = floats(weight);
  const offsets = new Int32Array(perGroup * height.kernel * width.kernel);
  const origins = new Int32Array(pixels);
  for (let c = 0, k = 0; c < perGroup; c++) {
    for (let i = 0; i < height.kernel; i++) {
      for (let j = 0; j < width.kernel; j++) {
        offsets[k++] = c * planeStep + i * height.dilation * rowStep + j * width.dilation;
      }
    }
  }
  for (let y = 0, p = 0; y < height.out; y++) {
    for (let x = 0; x < width.out; x++) origins[p++] = y * height.stride * rowStep + x * width.stride;
  }
  for (let n = 0; n < batch; n++) {
    for (let g = 0; g < group; g++) {
      dot({
        input: padded.subarray((n * channels + g * perGroup) * planeStep),
        origins,
        offsets,
        weight: weights.subarray(g * filters * offsets.length, (g + 1) * filters * offsets.length),
        out: out.storage as Float32Array,
        start: (n * outShape[1]! + g * filters) * pixels,
        rowStep: pixels,
        columnStep: 1,
      });
    }
  }
  return out;
}

/** The planes of x with their zeros around them. */
function padPlanes(x: NDArray, planes: number, height: Axis, width: Axis): Float32Array {
  const from = floats(x);
  const rows = height.before + height.length + height.after;
  const columns = width.before + width.length + width.after;
  if (rows === height.length && columns === width.length) return from;
  const padded = allocate("float32", planes * rows * columns) as Float32Array;
  for (let plane = 0; plane < planes; plane++) {
    for (let row = 0; row < height.length; row++) {
      const start = (plane * height.length + row) * width.length;
      padded.set(
        from.subarray(start, start + width.length),
        (plane * rows + height.before + row) * columns + width.before,
      );
    }
  }
  return padded;
}
