import { checkNumber } from "../checks";
import { ValueError } from "../errors";
import { floatText } from "../format";
import { zeros } from "../ndarray";
import { checkFloat } from "../ops/activation";
import { mul } from "../ops/arithmetic";
import { fillUniform2 } from "../random/distributions2";
import { RandomState } from "../random/state";
import type { Float } from "../scalar";
import { Tensor } from "../tensor";
import { Cell } from "./cell";

/**
 * While training, sets elements to zero at random and scales the others by 1 / keepProb; else hands its input on.
 *
 * MindSpore does not document which elements; here they follow the session's seed and have a counter of their own.
 * @throws {ValueError} if keepProb is not in (0, 1]
 * Source: MindSpore `mindspore.nn.Dropout`.
 */
export class Dropout extends Cell {
  readonly keepProb: number;
  private readonly source: RandomState;

  constructor(keepProb: number | Float = 0.5, { random = new RandomState() }: { random?: RandomState } = {}) {
    super({ clsName: "Dropout" });
    this.keepProb = checkNumber(keepProb, "keep_prob", "Dropout");
    if (!(this.keepProb > 0 && this.keepProb <= 1)) {
      throw new ValueError(
        `For 'Dropout', the 'keep_prob' must be a number in range (0, 1], but got ${this.keepProb}.`,
      );
    }
    this.source = random;
  }

  override construct(x: Tensor): Tensor {
    if (!this.training || this.keepProb === 1) return x;
    checkFloat(x, "Dropout");
    const [seed, seed2] = this.source.resolve(this.source.nextSeeds("Dropout", this.source.seed ?? 0));
    const mask = zeros(x.shape, "float32");
    const values = mask.storage as Float32Array;
    fillUniform2(values, (BigInt(seed) << 31n) + BigInt(seed2), 0, 1);
    for (let i = 0; i < values.length; i++) values[i] = values[i]! < this.keepProb ? 1 / this.keepProb : 0;
    return mul(x, Tensor.of(mask).astype(x.dtype));
  }

  override extendRepr(): string {
    return `keep_prob=${floatText(this.keepProb, "float64")}`;
  }
}
