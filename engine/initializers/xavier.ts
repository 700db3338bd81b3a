import type { NDArray } from "../ndarray";
import type { RandomState } from "../random/state";
import { drawNormal, drawUniform } from "./draw";
import { fansOf } from "./fans";
import { Initializer } from "./initializer";

/** Uniform in [-b, b), b = gain · √(6 / (fanIn + fanOut)). Source: Glorot and Bengio 2010. */
export class XavierUniform extends Initializer {
  constructor(public gain = 1) {
    super();
  }
  /** @throws {ValueError} if array has fewer than 2 axes */
  override fill(array: NDArray, random: RandomState): void {
    const { fanIn, fanOut } = fansOf(array.shape, "XavierUniform");
    drawUniform(array, random, this.gain * Math.sqrt(6 / (fanIn + fanOut)));
  }
}

/** Normal with sigma = gain · √(2 / (fanIn + fanOut)); in MindSpore since 2.0. Source: Glorot and Bengio 2010. */
export class XavierNormal extends Initializer {
  constructor(public gain = 1) {
    super();
  }
  /** @throws {ValueError} if array has fewer than 2 axes */
  override fill(array: NDArray, random: RandomState): void {
    const { fanIn, fanOut } = fansOf(array.shape, "XavierNormal");
    drawNormal(array, random, this.gain * Math.sqrt(2 / (fanIn + fanOut)));
  }
}
