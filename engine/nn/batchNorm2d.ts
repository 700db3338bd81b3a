import { checkInt, checkNumber } from "../checks";
import { ValueError } from "../errors";
import { floatText } from "../format";
import { type InitializerInput, initializer } from "../initializer";
import { fromValues } from "../ndarray";
import { batchNorm, channelMoments } from "../ops/normalize";
import { Parameter } from "../parameter";
import type { RandomState } from "../random/state";
import { tupleText } from "../shape";
import { checkTensor, Tensor } from "../tensor";
import { Cell } from "./cell";

export interface BatchNormOptions {
  eps?: number;
  /** How much of the moving statistics a training step keeps. */
  momentum?: number;
  affine?: boolean;
  gammaInit?: InitializerInput;
  betaInit?: InitializerInput;
  movingMeanInit?: InitializerInput;
  movingVarInit?: InitializerInput;
  /** null: the batch's own statistics while training, else the moving ones. */
  useBatchStatistics?: boolean | null;
  random?: RandomState;
}

/**
 * Brings every channel of a batch of images to mean 0 and variance 1, then scales and shifts it.
 *
 * gamma, beta                   [C], learned if affine
 * movingMean, movingVariance    [C], not learned; named moving_mean and moving_variance
 * @throws {ValueError} if numFeatures is below 1 or momentum not in [0, 1]
 * Source: MindSpore `mindspore.nn.BatchNorm2d`, spec §15.
 */
export class BatchNorm2d extends Cell {
  readonly numFeatures: number;
  readonly eps: number;
  readonly momentum: number;
  readonly useBatchStatistics: boolean | null;
  declare gamma: Parameter;
  declare beta: Parameter;
  declare moving_mean: Parameter;
  declare moving_variance: Parameter;

  constructor(numFeatures: number, options: BatchNormOptions = {}) {
    super({ clsName: "BatchNorm2d" });
    const { eps = 1e-5, momentum = 0.9, affine = true, useBatchStatistics = null, random } = options;
    this.numFeatures = checkInt(numFeatures, "num_features", "BatchNorm2d");
    if (this.numFeatures < 1) {
      throw new ValueError(`For 'BatchNorm2d', the 'num_features' must be at least 1, but got ${numFeatures}.`);
    }
    const kept = checkNumber(momentum, "momentum", "BatchNorm2d");
    if (!(kept >= 0 && kept <= 1)) {
      throw new ValueError(`For 'BatchNorm2d', the 'momentum' must be a number in range [0, 1], but got ${kept}.`);
    }
    this.eps = checkNumber(eps, "eps", "BatchNorm2d");
    this.momentum = 1 - kept;
    this.useBatchStatistics = useBatchStatistics;
    const make = (name: string, init: InitializerInput, requiresGrad: boolean) =>
      new Parameter(initializer(init, [numFeatures], "float32", random), { name, requiresGrad, random });
    this.moving_mean = make("moving_mean", options.movingMeanInit ?? "zeros", false);
    this.moving_variance = make("moving_variance", options.movingVarInit ?? "ones", false);
    this.gamma = make("gamma", options.gammaInit ?? "ones", affine);
    this.beta = make("beta", options.betaInit ?? "zeros", affine);
  }

  override construct(x: Tensor): Tensor {
    const { shape } = checkTensor(x, "x", "BatchNorm2d");
    if (shape.length !== 4) {
      throw new ValueError(`For 'BatchNorm2d', the 'x' must have 4 axes, but got shape ${tupleText(shape)}.`);
    }
    if (!(this.useBatchStatistics ?? this.training)) {
      return batchNorm(x, this.gamma, this.beta, this.moving_mean, this.moving_variance, this.eps);
    }
    const { mean, variance, count } = channelMoments(x);
    this.follow(this.moving_mean, mean);
    this.follow(
      this.moving_variance,
      variance.map((value) => (count > 1 ? (value * count) / (count - 1) : value)),
    );
    const [centre, spread] = [mean, variance].map((values) =>
      Tensor.of(fromValues(values, [values.length], "float32")),
    );
    return batchNorm(x, this.gamma, this.beta, centre!, spread!, this.eps);
  }

  /** Moves statistics towards those of a batch. */
  private follow(moving: Parameter, batch: Float64Array): void {
    const old = moving.asnumpy();
    const step = this.momentum;
    const values = Array.from(batch, (value, i) => Number(old.read(old.offset + i)) * (1 - step) + value * step);
    moving.setData(Tensor.of(fromValues(values, [values.length], "float32")));
  }

  override extendRepr(): string {
    return `num_features=${this.numFeatures}, eps=${floatText(this.eps, "float64")}, momentum=${floatText(this.momentum, "float64")}, gamma=${this.gamma}, beta=${this.beta}, moving_mean=${this.moving_mean}, moving_variance=${this.moving_variance}`;
  }
}
