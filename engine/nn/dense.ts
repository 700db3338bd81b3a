import { checkBool, checkPositiveInt } from "../checks";
import { type DType, dtypes } from "../dtype";
import { TypeError, ValueError } from "../errors";
import { type InitializerInput, initializer } from "../initializer";
import { linear } from "../ops/linear";
import { Parameter } from "../parameter";
import type { RandomState } from "../random/state";
import { sameShape, tupleText } from "../shape";
import { checkTensor, Tensor } from "../tensor";
import { type ActivationInput, activationOf } from "./activations";
import { Cell } from "./cell";
import { defaultBias, defaultWeight } from "./defaults";

export interface DenseOptions {
  /** "normal" in reference "1.6"; HeUniform(√5) in "2.x". */
  weightInit?: InitializerInput | null;
  /** "zeros" in reference "1.6"; Uniform(1 / √inChannels) in "2.x". */
  biasInit?: InitializerInput | null;
  hasBias?: boolean;
  /** A cell, or a name such as "relu". */
  activation?: ActivationInput;
  /** Of weight and bias. */
  dtype?: DType;
  random?: RandomState;
}

/**
 * A fully connected layer, x · weightᵀ + bias: weight [outChannels, inChannels], bias [outChannels], both drawn when it
 * is made, weight first.
 *
 * @throws {TypeError} if an argument is of a wrong type
 * @throws {ValueError} if a length is not above 0, or a tensor given as init has another shape
 * @throws {KeyError} if no activation has the name
 * Source: MindSpore `mindspore.nn.Dense`, spec §13.
 */
export class Dense extends Cell {
  readonly inChannels: number;
  readonly outChannels: number;
  readonly hasBias: boolean;
  readonly activationFlag: boolean;
  declare weight: Parameter;
  declare bias: Parameter | null;
  declare activation: Cell | null;

  constructor(inChannels: number, outChannels: number, options: DenseOptions = {}) {
    super({ clsName: "Dense" });
    const { weightInit, biasInit, hasBias = true, activation = null, dtype = "float32", random } = options;
    this.inChannels = checkPositiveInt(inChannels, "in_channels", "Dense");
    this.outChannels = checkPositiveInt(outChannels, "out_channels", "Dense");
    this.hasBias = checkBool(hasBias, "has_bias", "Dense");
    const shape = [this.outChannels, this.inChannels];
    checkInitShape(weightInit, shape, "weight_init");
    if (this.hasBias) checkInitShape(biasInit, [this.outChannels], "bias_init");
    const weight = initializer(weightInit ?? defaultWeight(random), shape, dtype, random);
    this.weight = new Parameter(weight, { name: "weight", random });
    this.bias = null;
    if (this.hasBias) {
      const start = biasInit ?? defaultBias(random, this.inChannels);
      this.bias = new Parameter(initializer(start, [this.outChannels], dtype, random), { name: "bias", random });
    }
    this.activation = activationOf(activation, "Dense");
    this.activationFlag = this.activation !== null;
  }

  override construct(x: Tensor): Tensor {
    const out = this.linear(x);
    const { activation } = this;
    return activation ? (activation as Cell & { construct(x: Tensor): Tensor }).construct(out) : out;
  }

  /**
   * x · weightᵀ + bias, before any activation.
   *
   * x        [..., inChannels] with at least 2 axes, dtype of weight
   * returns  [..., outChannels]
   * @throws {ValueError} if x has other axes @throws {TypeError} if it is of another dtype
   */
  linear(x: Tensor): Tensor {
    const { inChannels, bias } = this; // each is asked of a proxy
    const input = this.lowered(checkTensor(x, "x", "Dense"));
    const weight = this.lowered(this.weight);
    const { shape, dtype } = input;
    if (shape.length < 2 || shape[shape.length - 1] !== inChannels) {
      throw new ValueError(
        `For 'Dense', the 'x' must have at least 2 axes and its last must be equal to 'in_channels' ${inChannels}, but got shape ${tupleText(shape)}.`,
      );
    }
    if (dtype !== weight.dtype || (dtype !== "float32" && dtype !== "float16")) {
      throw new TypeError(
        `For 'MatMul', the type of 'x' and 'weight' must be the same Float32 or Float16, but got x: ${dtypes[dtype].label}, weight: ${dtypes[weight.dtype].label}.`,
      );
    }
    return Tensor.of(linear(input.asnumpy(), weight.asnumpy(), bias && this.lowered(bias).asnumpy()));
  }

  override extendRepr(): string {
    const bias = this.hasBias ? ", has_bias=True" : "";
    const activation = this.activation ? `, activation=${this.activation}` : "";
    return `input_channels=${this.inChannels}, output_channels=${this.outChannels}${bias}${activation}`;
  }
}

function checkInitShape(init: unknown, shape: number[], name: string): void {
  if (!(init instanceof Tensor) || sameShape(init.shape, shape)) return;
  throw new ValueError(
    `For 'Dense', if '${name}' is a Tensor, its shape must be ${tupleText(shape)}, but got ${tupleText(init.shape)}.`,
  );
}
