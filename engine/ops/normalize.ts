import { RuntimeError, TypeError, ValueError } from "../errors";
import { zeros } from "../ndarray";
import { cast } from "../numpy/astype";
import { sameShape, sizeOf, tupleText } from "../shape";
import { checkTensor, Tensor } from "../tensor";
import { floats } from "./floats";

/**
 * (x − mean) / √(variance + eps) · gamma + beta, with one number of each a channel, in float32.
 *
 * x  [N, C, ...], Float32 or Float16; mean, variance, gamma and beta [C], Float32
 * @throws {ValueError} if the channels differ
 */
export function batchNorm(x: Tensor, gamma: Tensor, beta: Tensor, mean: Tensor, variance: Tensor, eps: number): Tensor {
  const { shape, dtype } = checkFloat32(x, "BatchNorm");
  const channels = shape[1];
  if (channels !== mean.shape[0]) {
    throw new ValueError(
      `For 'BatchNorm', the channels of 'x' must be ${mean.shape[0]}, but got shape ${tupleText(shape)}.`,
    );
  }
  const [scale, shift, centre, spread] = [gamma, beta, mean, variance].map((one) => floats(one.asnumpy()));
  const from = floats(cast(x.asnumpy(), "float32"));
  const out = zeros(shape, "float32");
  const to = out.storage as Float32Array;
  const area = sizeOf(shape.slice(2));
  for (let plane = 0, i = 0; i < from.length; plane++) {
    const c = plane % channels!;
    const factor = Math.fround(scale![c]! / Math.fround(Math.sqrt(Math.fround(spread![c]! + Math.fround(eps)))));
    for (const end = i + area; i < end; i++) {
      to[i] = Math.fround(Math.fround(from[i]! - centre![c]!) * factor) + shift![c]!;
    }
  }
  return Tensor.of(cast(out, dtype));
}

/** Mean and variance of each channel of x over all else, in float64. */
export function channelMoments(x: Tensor): { mean: Float64Array; variance: Float64Array; count: number } {
  const { shape } = checkFloat32(x, "BatchNorm");
  const channels = shape[1]!;
  const area = sizeOf(shape.slice(2));
  const count = area * shape[0]!;
  const from = floats(cast(x.asnumpy(), "float32"));
  const mean = new Float64Array(channels);
  const variance = new Float64Array(channels);
  for (let i = 0; i < from.length; i++) mean[Math.floor(i / area) % channels]! += from[i]! / count;
  for (let i = 0; i < from.length; i++) {
    const c = Math.floor(i / area) % channels;
    variance[c]! += (from[i]! - mean[c]!) ** 2 / count;
  }
  return { mean, variance, count };
}

/**
 * Each block of trailing axes brought to mean 0 and variance 1, then scaled and shifted.
 *
 * x            Float32 or Float16
 * gamma, beta  of the shape of the normalised axes
 * @throws {RuntimeError} if gamma has not the shape of those axes
 */
export function layerNorm(
  x: Tensor,
  gamma: Tensor,
  beta: Tensor,
  beginNormAxis: number,
  beginParamsAxis: number,
  eps: number,
): Tensor {
  const { shape, dtype } = checkFloat32(x, "LayerNorm");
  if (!sameShape(shape.slice(beginParamsAxis), gamma.shape)) {
    throw new RuntimeError(
      `For 'LayerNorm', the shape of 'gamma' must be ${tupleText(shape.slice(beginParamsAxis))}, but got ${tupleText(gamma.shape)}.`,
    );
  }
  const [scale, shift] = [floats(gamma.asnumpy()), floats(beta.asnumpy())];
  const from = floats(cast(x.asnumpy(), "float32"));
  const out = zeros(shape, "float32");
  const to = out.storage as Float32Array;
  const length = sizeOf(shape.slice(beginNormAxis));
  for (let start = 0; start < from.length; start += length) {
    let mean = 0;
    let variance = 0;
    for (let i = start; i < start + length; i++) mean += from[i]! / length;
    for (let i = start; i < start + length; i++) variance += (from[i]! - mean) ** 2 / length;
    const factor = 1 / Math.sqrt(variance + eps);
    for (let i = start; i < start + length; i++) {
      to[i] = (from[i]! - mean) * factor * scale[i % scale.length]! + shift[i % shift.length]!;
    }
  }
  return Tensor.of(cast(out, dtype));
}

function checkFloat32(x: Tensor, owner: string): Tensor {
  const { dtype } = checkTensor(x, "x", owner);
  if (dtype === "float32" || dtype === "float16") return x;
  throw new TypeError(`For '${owner}', the type of 'x' must be Float32 or Float16, but got ${dtype}.`);
}
