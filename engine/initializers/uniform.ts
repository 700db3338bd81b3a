import type { NDArray } from "../ndarray";
import type { RandomState } from "../random/state";
import { drawUniform } from "./draw";
import { Initializer } from "./initializer";

/** Uniform in [-scale, scale). */
export class Uniform extends Initializer {
  constructor(public scale = 0.07) {
    super();
  }
  override fill(array: NDArray, random: RandomState): void {
    drawUniform(array, random, this.scale);
  }
}
