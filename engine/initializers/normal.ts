import type { NDArray } from "../ndarray";
import { fillNormal2 } from "../random/distributions2";
import { fillNormal1 } from "../random/normal1";
import type { RandomState } from "../random/state";
import { Initializer } from "./initializer";
import { storeFloat32 } from "./store";

/** Normal with deviation sigma, from MindSpore's own generator in every release; the only one that reads `seed`. */
export class Normal extends Initializer {
  constructor(
    public sigma = 0.01,
    public mean = 0,
  ) {
    super();
  }
  override fill(array: NDArray, random: RandomState): void {
    const { sigma, mean } = this;
    if (random.reference === "1.6") {
      const seeds = random.resolve(this.nextSeeds(random));
      storeFloat32(array, (out) => fillNormal1(out, seeds, sigma, mean));
    } else {
      const key = random.nextKey();
      storeFloat32(array, (out) => fillNormal2(out, key, mean, sigma));
    }
  }
}
