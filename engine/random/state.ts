import { ValueError } from "../errors";
import { cryptoWord, type Entropy } from "./entropy";
import { NumpyRandom } from "./numpyRandom";

/** The releases whose numbers are reproduced: "1.6" stands for 1.2 to 1.8, "2.x" for 1.9 to 2.7. */
export type Reference = "1.6" | "2.x";

/** The two 64-bit seeds of MindSpore's own generator; both 0 means that nobody chose a seed. */
export type SeedPair = readonly [seed: number, seed2: number];

const modulus = 2 ** 31 - 1;
const drawStep = 533697028; // 0xD2511F53 xor 0xCD9E8D57, the multipliers of Philox

/**
 * Everything random in one session: MindSpore's global seed and its table of draw counters, NumPy's global legacy
 * generator, and the reference release that says which of them an initializer uses. Two states share nothing.
 */
export class RandomState {
  readonly numpy: NumpyRandom;
  private globalSeed: number | null = null;
  private referenceNow: Reference;
  /** Draws so far of each kind of random operation, as the seed that the next one takes. */
  private readonly counters = new Map<string, number>();
  private readonly entropy: Entropy;

  constructor({ reference = "1.6", entropy = cryptoWord }: { reference?: Reference; entropy?: Entropy } = {}) {
    this.referenceNow = reference;
    this.entropy = entropy;
    this.numpy = new NumpyRandom(null, entropy);
  }

  get reference(): Reference {
    return this.referenceNow;
  }
  /** @throws {ValueError} if there is no such reference */
  setReference(reference: Reference): void {
    if (reference !== "1.6" && reference !== "2.x") {
      throw new ValueError(`For 'set_reference', the 'reference' must be '1.6' or '2.x', but got '${reference}'.`);
    }
    this.referenceNow = reference;
  }

  /** What `setSeed` was last called with, or null before that. */
  get seed(): number | null {
    return this.globalSeed;
  }

  /**
   * MindSpore's `set_seed`: seed NumPy's generator too, and start every draw counter anew.
   *
   * @throws {ValueError} if seed is not a whole number with 0 ≤ seed < 2³² (the upper bound is NumPy's)
   */
  setSeed(seed: number | bigint): void {
    const whole = Number(seed);
    if (!Number.isInteger(whole) || whole < 0) {
      throw new ValueError(`For 'set_seed', the 'seed' must be int and must >= 0, but got '${seed}' with type 'int'.`);
    }
    this.numpy.seed(whole);
    this.counters.clear();
    this.globalSeed = whole;
  }

  /**
   * The seeds for the next draw of a random operation, which advances its counter.
   *
   * kernel   the operation's name in MindSpore's table; initializers use "init"
   * opSeed   the operation's own seed, or 0
   * Source: MindSpore `_get_graph_seed` and `update_seeds`.
   */
  nextSeeds(kernel: string, opSeed: number): SeedPair {
    const seed = this.globalSeed === 0 ? 87654321 : (this.globalSeed ?? 0);
    if (seed === 0 && opSeed === 0) return [0, 0];
    const entry = `${kernel} ${opSeed}`;
    const counter = this.counters.get(entry) ?? opSeed;
    this.counters.set(entry, counter + drawStep); // reduced only when used; exact for sixteen million draws
    return [seed % modulus, counter % modulus];
  }

  /** The seeds for the next array of the 1.x normal generator; without `setSeed` it is [0, 0] every time. */
  nextNormalSeeds(): SeedPair {
    return this.nextSeeds("init", this.globalSeed ?? 0);
  }

  /**
   * The pair itself, or a fresh unpredictable one for [0, 0] when no seed was set, where MindSpore's kernel takes the
   * clock. (It does so for setSeed(2³¹ − 1) too, which wraps to 0; here a seed that was set always repeats its numbers.)
   */
  resolve(seeds: SeedPair): SeedPair {
    const chosen = this.globalSeed !== null || seeds[0] !== 0 || seeds[1] !== 0;
    return chosen ? seeds : [this.entropy(), this.entropy()];
  }

  /** The key of the next array of the 2.x generator, 1 ≤ key < 2⁶³, taken from NumPy's generator. */
  nextKey(): bigint {
    return this.numpy.stream.nextKey();
  }
}
