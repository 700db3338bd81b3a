import { HeUniform, Uniform, Zero } from "../initializers";
import type { Initializer } from "../initializers/initializer";
import type { RandomState } from "../random/state";

/*
 * What a layer's parameters start from when the caller names nothing.
 * Source: MindSpore 1.6 "normal" and "zeros"; from 2.1 on HeUniform(√5) and Uniform(1 / √fan_in).
 */

export function defaultWeight(random: RandomState | undefined): string | Initializer {
  return random?.reference === "2.x" ? new HeUniform(Math.sqrt(5)) : "normal";
}

/** fanIn  inputs of one output of the layer */
export function defaultBias(random: RandomState | undefined, fanIn: number): Initializer {
  return random?.reference === "2.x" ? new Uniform(1 / Math.sqrt(fanIn)) : new Zero();
}
