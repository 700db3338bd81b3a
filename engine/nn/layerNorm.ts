import { checkInt, checkNumber } from "../checks";
import { TypeError, ValueError } from "../errors";
import { type InitializerInput, initializer } from "../initializer";
import { layerNorm } from "../ops/normalize";
import { axisOf } from "../ops/shape";
import { Parameter } from "../parameter";
import type { RandomState } from "../random/state";
import { type Shape, tupleText } from "../shape";
import { checkTensor, type Tensor } from "../tensor";
import { describe } from "../tensorData";
import { Cell } from "./cell";

export interface LayerNormOptions {
  beginNormAxis?: number;
  beginParamsAxis?: number;
  gammaInit?: InitializerInput;
  betaInit?: InitializerInput;
  epsilon?: number;
  random?: RandomState;
}

/**
 * Brings the trailing axes of each sample to mean 0 and variance 1, then scales and shifts them by gamma and beta.
 *
 * @throws {TypeError} if normalizedShape is no list of ints
 * Source: MindSpore `mindspore.nn.LayerNorm`.
 */
export class LayerNorm extends Cell {
  readonly normalizedShape: Shape;
  readonly beginNormAxis: number;
  readonly beginParamsAxis: number;
  readonly epsilon: number;
  declare gamma: Parameter;
  declare beta: Parameter;

  constructor(normalizedShape: Shape, options: LayerNormOptions = {}) {
    super({ clsName: "LayerNorm" });
    const { beginNormAxis = -1, beginParamsAxis = -1, epsilon = 1e-7, random } = options;
    if (!Array.isArray(normalizedShape)) {
      throw new TypeError(
        `For 'LayerNorm', the 'normalized_shape' must be tuple or list, but got '${describe(normalizedShape)}'.`,
      );
    }
    if (normalizedShape.length === 0)
      throw new ValueError("For 'LayerNorm', the 'normalized_shape' must not be empty.");
    this.normalizedShape = normalizedShape.map((length) => checkInt(length, "normalized_shape", "LayerNorm"));
    this.beginNormAxis = checkInt(beginNormAxis, "begin_norm_axis", "LayerNorm");
    this.beginParamsAxis = checkInt(beginParamsAxis, "begin_params_axis", "LayerNorm");
    this.epsilon = checkNumber(epsilon, "epsilon", "LayerNorm");
    const make = (name: string, init: InitializerInput) =>
      new Parameter(initializer(init, this.normalizedShape, "float32", random), { name, random });
    this.gamma = make("gamma", options.gammaInit ?? "ones");
    this.beta = make("beta", options.betaInit ?? "zeros");
  }

  override construct(x: Tensor): Tensor {
    const { ndim } = checkTensor(x, "x", "LayerNorm");
    const norm = axisOf(this.beginNormAxis, ndim, "LayerNorm", "begin_norm_axis");
    const params = axisOf(this.beginParamsAxis, ndim, "LayerNorm", "begin_params_axis");
    return layerNorm(x, this.gamma, this.beta, norm, params, this.epsilon);
  }

  override extendRepr(): string {
    // the missing "=" behind gamma is MindSpore's
    return `normalized_shape=${tupleText(this.normalizedShape)}, begin_norm_axis=${this.beginNormAxis}, begin_params_axis=${this.beginParamsAxis}, gamma${this.gamma}, beta=${this.beta}`;
  }
}
