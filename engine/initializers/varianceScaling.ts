import { ValueError } from "../errors";
import type { NDArray } from "../ndarray";
import type { RandomState } from "../random/state";
import { drawNormal, drawUniform } from "./draw";
import { fansOf } from "./fans";
import { Initializer } from "./initializer";

const modes = {
  fan_in: ({ fanIn }: Fans) => fanIn,
  fan_out: ({ fanOut }: Fans) => fanOut,
  fan_avg: ({ fanIn, fanOut }: Fans) => (fanIn + fanOut) / 2,
};
type Fans = { fanIn: number; fanOut: number };

/** Each fills an array whose variance shall be s. */
const distributions = {
  uniform: drawVarianceUniform,
  // MindSpore tests for a misspelt name and so falls through to its last branch, the uniform one, in every release.
  truncated_normal: drawVarianceUniform,
  untruncated_normal: (array: NDArray, random: RandomState, s: number) => drawNormal(array, random, Math.sqrt(s)),
};
function drawVarianceUniform(array: NDArray, random: RandomState, s: number): void {
  drawUniform(array, random, Math.sqrt(3 * s));
}

/** Random with variance s = scale / max(1, fan); the default distribution is uniform in spite of its name. */
export class VarianceScaling extends Initializer {
  /** @throws {ValueError} if scale is not above 0, or mode or distribution is unknown */
  constructor(
    public scale = 1,
    public mode: keyof typeof modes = "fan_in",
    public distribution: keyof typeof distributions = "truncated_normal",
  ) {
    super();
    if (!(scale > 0)) {
      throw new ValueError(`For 'VarianceScaling', the 'scale' must be greater than 0, but got ${scale}.`);
    }
    checkOption("mode", mode, modes);
    checkOption("distribution", distribution, distributions);
  }
  /** @throws {ValueError} if array has fewer than 2 axes */
  override fill(array: NDArray, random: RandomState): void {
    const fan = modes[this.mode](fansOf(array.shape, "VarianceScaling"));
    distributions[this.distribution](array, random, this.scale / Math.max(1, fan));
  }
}

function checkOption(argument: string, value: string, options: object): void {
  if (Object.hasOwn(options, value)) return;
  const names = Object.keys(options).map((name) => `'${name}'`);
  throw new ValueError(
    `For 'VarianceScaling', the '${argument}' must be one of [${names.join(", ")}], but got '${value}'.`,
  );
}
