import { highWord } from "./wideProduct";

/**
 * Textbook Philox-4x32-10 as MindSpore 1.9 to 2.7 uses it: the 64-bit seed is the key and also the upper half of the
 * counter, the block's number is the lower half. Every block depends on these two alone.
 *
 * Source: Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3"; MindSpore r2.3 `philox_random`.
 */
export class Philox {
  /** The words of the key. */
  readonly low: number;
  readonly high: number;

  constructor(seed: bigint) {
    this.low = Number(BigInt.asIntN(32, seed));
    this.high = Number(BigInt.asIntN(32, seed >> 32n));
  }

  /** Fill `words`, whose length is a multiple of 4, with the blocks from number `block` on, 0 ≤ block < 2⁵³. */
  fill(words: Int32Array, block: number): void {
    for (let i = 0; i < words.length; i += 4, block++) {
      let c0 = block | 0;
      let c1 = Math.floor(block / 2 ** 32) | 0;
      let c2 = this.low;
      let c3 = this.high;
      let key0 = this.low;
      let key1 = this.high;
      for (let round = 0; round < 10; round++) {
        const low = Math.imul(0xd2511f53, c0);
        const high = highWord(0xd2511f53, c0, low);
        const low2 = Math.imul(0xcd9e8d57, c2);
        c0 = highWord(0xcd9e8d57, c2, low2) ^ c1 ^ key0;
        c1 = low2;
        c2 = high ^ c3 ^ key1;
        c3 = low;
        key0 = (key0 + 0x9e3779b9) | 0;
        key1 = (key1 + 0xbb67ae85) | 0;
      }
      words[i] = c0;
      words[i + 1] = c1;
      words[i + 2] = c2;
      words[i + 3] = c3;
    }
  }
}
