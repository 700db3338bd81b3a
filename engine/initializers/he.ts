import { ValueError } from "../errors";
import type { NDArray } from "../ndarray";
import type { RandomState } from "../random/state";
import type { Shape } from "../shape";
import { drawNormal, drawUniform } from "./draw";
import { fansOf, gainOf, type Nonlinearity } from "./fans";
import { Initializer } from "./initializer";

export type FanMode = "fan_in" | "fan_out";

/** What HeUniform and HeNormal share: deviation = gain(nonlinearity, negativeSlope) / √fan. */
abstract class He extends Initializer {
  constructor(
    public negativeSlope: number | null = 0,
    public mode: FanMode = "fan_in",
    public nonlinearity: Nonlinearity = "leaky_relu",
  ) {
    super();
  }
  /** @throws {ValueError} if shape has fewer than 2 axes, or mode or nonlinearity is unknown */
  protected deviation(shape: Shape, owner: string): number {
    const fan = fanOf(shape, this.mode, owner);
    return gainOf(this.nonlinearity, this.negativeSlope, owner) / Math.sqrt(fan);
  }
}

/** Uniform in [-b, b), b = √3 · gain / √fan. Source: He et al. 2015, arXiv:1502.01852. */
export class HeUniform extends He {
  override fill(array: NDArray, random: RandomState): void {
    drawUniform(array, random, Math.sqrt(3) * this.deviation(array.shape, "HeUniform"));
  }
}

/** Normal with sigma = gain / √fan. Source: He et al. 2015, arXiv:1502.01852. */
export class HeNormal extends He {
  override fill(array: NDArray, random: RandomState): void {
    drawNormal(array, random, this.deviation(array.shape, "HeNormal"));
  }
}

function fanOf(shape: Shape, mode: string, owner: string): number {
  const lower = String(mode).toLowerCase();
  if (lower !== "fan_in" && lower !== "fan_out") {
    throw new ValueError(`For '${owner}', the 'mode' must be one of ['fan_in', 'fan_out'], but got '${mode}'.`);
  }
  const { fanIn, fanOut } = fansOf(shape, owner);
  return lower === "fan_in" ? fanIn : fanOut;
}
