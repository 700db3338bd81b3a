import { dtypes } from "../dtype";
import { TypeError } from "../errors";
import { empty, zeros } from "../ndarray";
import { astype, cast } from "../numpy/astype";
import { forEachBlock } from "../numpy/blocks";
import { exp as exp32, tanh as tanh32 } from "../numpy/exponential";
import { runFast } from "../numpy/fast";
import { transpose } from "../numpy/manipulation";
import { checkTensor, Tensor } from "../tensor";
import { axisOf } from "./shape";

/*
 * Functions between layers, worked out in float64 and rounded to the tensor's dtype: once, but for Sigmoid, LogSigmoid,
 * Softmax and LogSoftmax of float32, which MindSpore composes of float32 steps. Rounding each step gives the digits that
 * its documentation prints.
 */

/** What a step rounds to: float32 between the steps of a float32 operation, else nothing. */
export type Round = (value: number) => number;
const roundOf = (x: Tensor): Round => (x.dtype === "float32" ? Math.fround : (value) => value);

/** @throws {TypeError} if x is not Float16, Float32 or Float64 */
export function checkFloat(x: Tensor, owner: string): Tensor {
  if (dtypes[checkTensor(x, "x", owner).dtype].kind === "float") return x;
  throw new TypeError(
    `For '${owner}', the type of 'x' must be one of Tensor[Float16], Tensor[Float32], Tensor[Float64], but got Tensor[${dtypes[x.dtype].label}].`,
  );
}

/** A tensor with `compute` of each element. @throws {TypeError} if x is no float tensor */
export function mapFloats(x: Tensor, compute: (value: number, round: Round) => number, owner: string): Tensor {
  const round = roundOf(checkFloat(x, owner));
  const from = astype(x.asnumpy(), "float64").storage as Float64Array;
  const out = zeros(x.shape, "float64");
  const to = out.storage as Float64Array;
  forEachBlock(x.size, (start, count) => {
    for (let i = start; i < start + count; i++) to[i] = compute(from[i]!, round);
  });
  return Tensor.of(cast(out, x.dtype));
}

const clamp = (x: number, low: number, high: number) => Math.min(Math.max(x, low), high);
/** float32 takes our own functions, which kernels and every browser repeat. */
const own = (round: Round) => round === Math.fround;
const sigmoidOf = (x: number, round: Round) => round(1 / round(1 + round(own(round) ? exp32(-x) : Math.exp(-x))));

/** Activations by MindSpore's names, each from one number to one number. */
export const activations = {
  ReLU: (x: number) => (x > 0 || Number.isNaN(x) ? x : 0),
  ReLU6: (x: number) => clamp(x, 0, 6),
  Sigmoid: sigmoidOf,
  Tanh: (x: number, round: Round) => (own(round) ? tanh32(x) : Math.tanh(x)),
  /** The tanh approximation, which is MindSpore 1.6's; (1 + tanh u) / 2 as 1 / (1 + exp(-2u)), which keeps small results. */
  GELU: (x: number) => x / (1 + Math.exp(-2 * Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3))),
  FastGelu: (x: number) => (x / (1 + Math.exp(-1.702 * Math.abs(x)))) * Math.exp(0.851 * (x - Math.abs(x))),
  HSwish: (x: number) => (x * clamp(x + 3, 0, 6)) / 6,
  HSigmoid: (x: number) => clamp(x + 3, 0, 6) / 6,
  LogSigmoid: (x: number, round: Round) => Math.log(sigmoidOf(x, round)),
  Softplus: (x: number) => (x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x))),
  Softsign: (x: number) => x / (1 + Math.abs(x)),
  Mish: (x: number) => x * Math.tanh(Math.log1p(Math.exp(x))),
} as const;

/** Kernels for float32. */
const kernels: { [A in ActivationName]?: `${string}_float32` } = {
  ReLU: "relu_float32",
  Sigmoid: "sigmoid_float32",
  Tanh: "tanh_float32",
};

export type ActivationName = keyof typeof activations;

/** One of the activations on every element. */
export function activate(name: ActivationName, x: Tensor): Tensor {
  const kernel = kernels[name];
  if (kernel && x instanceof Tensor && x.dtype === "float32") {
    const out = empty(x.shape, x.dtype);
    if (runFast(kernel, x.dtype, [x.asnumpy()], out)) return Tensor.of(out);
  }
  return mapFloats(x, activations[name], name);
}

/** max(x, 0); takes ints too. */
export function relu(x: Tensor): Tensor {
  const { dtype } = checkTensor(x, "x", "ReLU");
  const { kind } = dtypes[dtype];
  if (kind !== "int" && kind !== "uint") return activate("ReLU", x);
  const out = astype(x.asnumpy(), dtype);
  const storage = out.storage;
  for (let i = 0; i < storage.length; i++) if (storage[i]! < 0) out.write(i, 0);
  return Tensor.of(out);
}

/** x, or exp(x) − 1 below zero. */
export function elu(x: Tensor): Tensor {
  return mapFloats(x, (value) => (value >= 0 ? value : Math.expm1(value)), "Elu");
}

/** exp(x) over their sum along an axis, as a product with 1 / sum. */
export function softmax(x: Tensor, axis = -1): Tensor {
  return alongAxis(x, axis, "Softmax", (row, round) => {
    const top = greatest(row);
    for (let i = 0; i < row.length; i++) row[i] = round(Math.exp(round(row[i]! - top)));
    const share = round(1 / sumInLanes(row, round));
    for (let i = 0; i < row.length; i++) row[i] = row[i]! * share;
  });
}

/** The logarithm of `softmax`. */
export function logSoftmax(x: Tensor, axis = -1): Tensor {
  return alongAxis(x, axis, "LogSoftmax", (row, round) => {
    const top = greatest(row);
    let total = 0;
    for (let i = 0; i < row.length; i++) {
      row[i] = round(row[i]! - top);
      total = round(total + round(Math.exp(row[i]!)));
    }
    const shift = round(Math.log(total));
    for (let i = 0; i < row.length; i++) row[i] = row[i]! - shift;
  });
}

function greatest(row: Float64Array): number {
  return row.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
}

/** The sum as eight lanes of a vector unit make it: every eighth element, then halves upon halves. */
function sumInLanes(row: Float64Array, round: Round): number {
  const lanes = new Float64Array(8);
  for (let i = 0; i < row.length; i++) lanes[i % 8] = round(lanes[i % 8]! + row[i]!);
  for (const half of [4, 2, 1]) {
    for (let i = 0; i < half; i++) lanes[i] = round(lanes[i]! + lanes[i + half]!);
  }
  return lanes[0]!;
}

/** Let `change` rewrite each line of an axis in float64, then round to the dtype of x. */
function alongAxis(x: Tensor, axis: number, owner: string, change: (row: Float64Array, round: Round) => void): Tensor {
  const { ndim, size } = checkFloat(x, owner);
  const along = axisOf(axis, ndim, owner);
  const order = Array.from({ length: ndim }, (_, i) => i).filter((i) => i !== along);
  const lines = astype(transpose(x.asnumpy(), [...order, along]), "float64");
  const rows = lines.storage as Float64Array;
  const length = x.shape[along]!;
  const round = roundOf(x);
  for (let start = 0; start < size; start += length) change(rows.subarray(start, start + length), round);
  const back = Array.from({ length: ndim }, (_, i) => (i === along ? ndim - 1 : order.indexOf(i)));
  return Tensor.of(astype(transpose(lines, back), x.dtype));
}
