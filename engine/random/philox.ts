/**
 * Textbook Philox-4x32-10 as MindSpore 1.9 to 2.7 uses it: the 64-bit seed is the key and also the upper half of the
 * counter, the block's number is the lower half. Every block depends on these two alone.
 *
 * Source: Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3"; MindSpore r2.3 `philox_random`.
 */
export class Philox {
  private readonly low: number;
  private readonly high: number;

  constructor(seed: bigint) {
    this.low = Number(BigInt.asIntN(32, seed));
    this.high = Number(BigInt.asIntN(32, seed >> 32n));
  }

  /** Fill `words`, whose length is a multiple of 4, with the blocks from number `block` on, 0 ≤ block < 2⁵³. */
  fill(words: Int32Array, block: number): void {
    const { low, high } = this;
    for (let i = 0; i < words.length; i += 4, block++) {
      let c0 = block | 0;
      let c1 = Math.floor(block / 2 ** 32) | 0;
      let c2 = low;
      let c3 = high;
      let key0 = low;
      let key1 = high;
      for (let round = 0; round < 10; round++) {
        // the upper words of the 64-bit products 0xD2511F53 · c0 and 0xCD9E8D57 · c2, from 16-bit halves
        const a = c0 >>> 16;
        const b = c0 & 0xffff;
        const p = Math.imul(0xd251, b) + (Math.imul(0x1f53, b) >>> 16);
        const q = Math.imul(0x1f53, a) + (p & 0xffff);
        const pHigh = (Math.imul(0xd251, a) + (p >>> 16) + (q >>> 16)) | 0;
        const c = c2 >>> 16;
        const d = c2 & 0xffff;
        const r = Math.imul(0xcd9e, d) + (Math.imul(0x8d57, d) >>> 16);
        const s = Math.imul(0x8d57, c) + (r & 0xffff);
        const qHigh = (Math.imul(0xcd9e, c) + (r >>> 16) + (s >>> 16)) | 0;
        const pLow = Math.imul(0xd2511f53, c0);
        const qLow = Math.imul(0xcd9e8d57, c2);
        c0 = qHigh ^ c1 ^ key0;
        c1 = qLow;
        c2 = pHigh ^ c3 ^ key1;
        c3 = pLow;
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
