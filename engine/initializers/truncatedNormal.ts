import { TypeError } from "../errors";
import type { NDArray } from "../ndarray";
import { fillTruncatedNormal2 } from "../random/distributions2";
import type { RandomState } from "../random/state";
import { fillTruncatedNormal1 } from "../random/truncatedNormal1";
import { Initializer } from "./initializer";
import { storeFloat32, storeFloat64 } from "./store";

/**
 * Normal, with the far ends cut off.
 *
 * The 1.x releases cut at two sigma and know sigma alone. From 2.1 on a and b are the bounds themselves, no multiples of
 * sigma, so that the defaults cut nothing: 2 is two hundred sigmas away.
 */
export class TruncatedNormal extends Initializer {
  constructor(
    public sigma = 0.01,
    public mean = 0,
    public a = -2,
    public b = 2,
  ) {
    super();
  }
  /** @throws {TypeError} if mean, a or b was given and the reference is "1.6" */
  override fill(array: NDArray, random: RandomState): void {
    const { sigma, mean, a, b } = this;
    if (random.reference === "1.6") {
      if (mean !== 0 || a !== -2 || b !== 2) {
        throw new TypeError(
          "For 'TruncatedNormal', the arguments 'mean', 'a' and 'b' are unexpected with the reference '1.6'; MindSpore has them from 2.1 on.",
        );
      }
      storeFloat64(array, (out) => fillTruncatedNormal1(out, random.numpy.stream, -2, 2, 0, sigma));
    } else {
      const key = random.nextKey();
      storeFloat32(array, (out) => fillTruncatedNormal2(out, key, a, b, mean, sigma));
    }
  }
}
