import { NotImplementedError } from "../errors";
import type { NDArray } from "../ndarray";
import type { RandomState, SeedPair } from "../random/state";

/**
 * What puts the first values into an array. Subclass it and override `fill`.
 *
 * Source: MindSpore `mindspore.common.initializer.Initializer`.
 */
export abstract class Initializer {
  /** A seed of this initializer's own; with it, draws of the 1.x normal generator repeat and no counter advances. */
  seed: number | null = null;

  /**
   * Set every element of `array`, which may be a view of any dtype; cast last. Randomness comes from `random` alone.
   *
   * @throws {NotImplementedError} if a subclass does not override it
   */
  fill(_array: NDArray, _random: RandomState): void {
    throw new NotImplementedError(`For '${this.constructor.name}', the method 'fill' must be implemented.`);
  }

  /** The seeds for one array of the 1.x normal generator; reading them advances the session's counter. */
  nextSeeds(random: RandomState): SeedPair {
    return this.seed === null ? random.nextNormalSeeds() : [this.seed + 1, 0];
  }
}
