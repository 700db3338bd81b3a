import { ValueError } from "../errors";
import { MT19937 } from "./mt19937";

/** NumPy's `RandomState`: one Mersenne Twister and the distributions of NumPy's legacy interface. */
export class NumpyRandom {
  readonly words = new MT19937();
  /** The second normal of the last polar pair, waiting to be handed out. */
  spareNormal: number | null = null;

  constructor(
    seed: number | ArrayLike<number> | null,
    private readonly entropy: () => number,
  ) {
    this.seed(seed);
  }

  /**
   * Start anew from an integer, a list of integers, or (null) an unpredictable place.
   *
   * @throws {ValueError} if an integer is outside 0 … 2³² − 1, or the list is empty
   */
  seed(seed: number | ArrayLike<number> | null = null): void {
    if (typeof seed === "number") {
      checkSeedWord(seed);
      this.words.seed(seed);
    } else {
      const list = seed === null ? Uint32Array.from({ length: 8 }, this.entropy) : Array.from(seed);
      if (list.length === 0) throw new ValueError("Seed must be non-empty");
      list.forEach(checkSeedWord);
      this.words.seedByArray(list);
    }
    this.spareNormal = null;
  }

  /** `randint(1, 2**63, dtype=int64)`: two words, the first one above, drawn again if all 63 bits are ones. */
  nextKey(): bigint {
    for (;;) {
      const high = this.words.next() & 0x7fffffff;
      const low = this.words.next();
      if (high !== 0x7fffffff || low !== 0xffffffff) return ((BigInt(high) << 32n) | BigInt(low)) + 1n;
    }
  }
}

function checkSeedWord(seed: number): void {
  if (!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 32)
    throw new ValueError("Seed must be between 0 and 2**32 - 1");
}
