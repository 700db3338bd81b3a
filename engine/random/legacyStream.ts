import { checkpoint } from "../checkpoint";
import { checkFits } from "../dtype";
import { drawPolar } from "../wasm/drawPolar";
import { drawDoubles } from "../wasm/drawUniforms";
import { log } from "./log";
import { MT19937 } from "./mt19937";

/** Elements between two checkpoints. */
const stretch = 65536;

/**
 * NumPy's legacy stream: a Mersenne Twister, and the one normal left over from the last polar pair, which outlives every
 * other kind of draw and is forgotten only by seeding.
 *
 * Source: NumPy `legacy-distributions.c`.
 */
export class LegacyStream {
  readonly words = new MT19937();
  spareNormal: number | null = null;

  seed(seed: number): void {
    this.words.seed(seed);
    this.spareNormal = null;
  }
  seedByArray(seeds: ArrayLike<number>): void {
    this.words.seedByArray(seeds);
    this.spareNormal = null;
  }

  /** A standard normal. */
  nextNormal(): number {
    const { words, spareNormal } = this;
    if (spareNormal !== null) {
      this.spareNormal = null;
      return spareNormal;
    }
    let x: number;
    let y: number;
    let square: number;
    do {
      x = 2 * words.nextDouble() - 1;
      y = 2 * words.nextDouble() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square === 0);
    const factor = polarFactor(square);
    this.spareNormal = factor * x;
    return factor * y;
  }

  /** A whole number, 0 ≤ it ≤ max < 2⁵³, by drawing words until one fits; none is drawn for 0. */
  nextUpTo(max: number): number {
    if (max === 0) return 0;
    if (max > 0xffffffff) return this.nextUpToWide(max);
    const mask = 0xffffffff >>> Math.clz32(max);
    for (;;) {
      const value = (this.words.next() & mask) >>> 0;
      if (value <= max) return value;
    }
  }

  /** The same from pairs of words, the first one above. */
  private nextUpToWide(max: number): number {
    const mask = 0xffffffff >>> Math.clz32(Math.floor(max / 2 ** 32));
    for (;;) {
      const high = this.words.next() & mask;
      const value = high * 2 ** 32 + this.words.next();
      if (value <= max) return value;
    }
  }

  /** `randint(1, 2**63, dtype=int64)`: two words, the first one above, drawn again if all 63 bits are ones. */
  nextKey(): bigint {
    for (;;) {
      const high = this.words.next() & 0x7fffffff;
      const low = this.words.next();
      if (high !== 0x7fffffff || low !== 0xffffffff) return ((BigInt(high) << 32n) | BigInt(low)) + 1n;
    }
  }

  /**
   * The numbers 0 … count − 1 in random order, as `shuffle` orders any sequence of that length.
   *
   * @throws {MemoryError} if they are more than an int64 array can hold
   */
  order(count: number): Uint32Array {
    checkFits("int64", count);
    const order = new Uint32Array(count);
    for (let i = 0; i < count; i++) order[i] = i;
    for (let i = count - 1; i > 0; i--) {
      const j = this.nextUpTo(i);
      const item = order[i]!;
      order[i] = order[j]!;
      order[j] = item;
      if (i % stretch === 0) checkpoint();
    }
    return order;
  }

  /** Fill `out` with low + range · d, d uniform in [0, 1). */
  fillUniform(out: Float64Array | Float32Array, low: number, range: number): void {
    const { words } = this;
    if (drawDoubles(words, out, low, range)) return;
    for (let start = 0; start < out.length; start += stretch) {
      const end = Math.min(out.length, start + stretch);
      for (let i = start; i < end; i++) out[i] = low + range * words.nextDouble();
      checkpoint();
    }
  }

  /** Fill `out` with mean + scale · g, g standard normal. */
  fillNormal(out: Float64Array | Float32Array, mean: number, scale: number): void {
    if (drawPolar(this, out, mean, scale, polarFactor)) return;
    for (let start = 0; start < out.length; start += stretch) {
      const end = Math.min(out.length, start + stretch);
      for (let i = start; i < end; i++) out[i] = mean + scale * this.nextNormal();
      checkpoint();
    }
  }
}

/** What makes two normals of a point x, y with this x² + y². */
function polarFactor(square: number): number {
  return Math.sqrt((-2 * log(square)) / square);
}
