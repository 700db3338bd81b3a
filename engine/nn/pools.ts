import { ValueError } from "../errors";
import { avgPool2d, maxPool2d, type PoolOptions } from "../ops/pool";
import { checkTensor, type Tensor } from "../tensor";
import { Cell } from "./cell";
import { checkPair, type Pair, text } from "./pair";

export interface PoolLayerOptions {
  kernelSize?: Pair;
  stride?: Pair;
  /** "valid" or "same", in any case. */
  padMode?: string;
  dataFormat?: string;
}

type Pooling = new (options?: PoolLayerOptions) => Cell & { readonly options: PoolOptions };

/** A layer that folds windows of images into one number each. */
function pooling(clsName: string, pool: (x: Tensor, options: PoolOptions) => Tensor): Pooling {
  return class extends Cell {
    readonly options: PoolOptions;
    private readonly given: string;

    /** @throws {TypeError} if a length is no int or pair @throws {ValueError} if one is not above 0, or for an unknown mode */
    constructor({ kernelSize = 1, stride = 1, padMode = "valid", dataFormat = "NCHW" }: PoolLayerOptions = {}) {
      super({ clsName });
      const mode = String(padMode).toLowerCase();
      if (mode !== "same" && mode !== "valid") {
        throw new ValueError(
          `For '${clsName}', the 'pad_mode' must be one of ['same', 'valid'], but got '${padMode}'.`,
        );
      }
      if (dataFormat !== "NCHW") {
        throw new ValueError(`For '${clsName}', the 'data_format' must be 'NCHW' on CPU, but got '${dataFormat}'.`);
      }
      this.options = {
        kernelSize: checkPair(kernelSize, "kernel_size", clsName),
        stride: checkPair(stride, "stride", clsName),
        padMode: mode,
      };
      this.given = `kernel_size=${text(kernelSize)}, stride=${text(stride)}, pad_mode=${mode.toUpperCase()}`;
    }
    override construct(x: Tensor): Tensor {
      return pool(checkTensor(x, "x", clsName), this.options);
    }
    override extendRepr(): string {
      return this.given;
    }
  };
}

/** The largest element of each window. Source: MindSpore `mindspore.nn.MaxPool2d`. */
export class MaxPool2d extends pooling("MaxPool2d", maxPool2d) {}
/** The mean of each window. Source: MindSpore `mindspore.nn.AvgPool2d`. */
export class AvgPool2d extends pooling("AvgPool2d", avgPool2d) {}
