const length = 624;
const middle = 397;

/**
 * MT19937, the source of words of NumPy's legacy generators.
 *
 * Source: Matsumoto and Nishimura 1998, `mt19937ar.c`; seeding and word order as NumPy's `RandomState`.
 */
export class MT19937 {
  private readonly key = new Uint32Array(length);
  /** The next word to hand out; 624 when the key has to be refilled first. */
  private position = length;

  /** Start from an integer, 0 ≤ seed < 2³². */
  seed(seed: number): void {
    const { key } = this;
    let word = seed >>> 0;
    key[0] = word;
    for (let i = 1; i < length; i++) {
      word = (Math.imul(word ^ (word >>> 30), 1812433253) + i) >>> 0;
      key[i] = word;
    }
    this.position = length;
  }

  /** Start from a list of at least one unsigned 32-bit integer. */
  seedByArray(seeds: ArrayLike<number>): void {
    this.seed(19650218);
    const { key } = this;
    let i = 1;
    const advance = () => {
      if (++i < length) return;
      key[0] = key[length - 1]!;
      i = 1;
    };
    for (let step = 0, j = 0; step < Math.max(length, seeds.length); step++) {
      const before = key[i - 1]!;
      key[i] = (key[i]! ^ Math.imul(before ^ (before >>> 30), 1664525)) + seeds[j]! + j;
      j = (j + 1) % seeds.length;
      advance();
    }
    for (let step = 1; step < length; step++) {
      const before = key[i - 1]!;
      key[i] = (key[i]! ^ Math.imul(before ^ (before >>> 30), 1566083941)) - i;
      advance();
    }
    key[0] = 0x80000000;
    this.position = length;
  }

  /** A copy of the key, and how much of it is used up. */
  get state(): { key: Uint32Array; position: number } {
    return { key: this.key.slice(), position: this.position };
  }
  set state({ key, position }: { key: ArrayLike<number>; position: number }) {
    this.key.set(key);
    this.position = position;
  }

  /** The next word, unsigned 32 bits. */
  next(): number {
    if (this.position === length) this.refill();
    let word = this.key[this.position++]!;
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c5680;
    word ^= (word << 15) & 0xefc60000;
    return (word ^ (word >>> 18)) >>> 0;
  }

  /** The next double in [0, 1): 53 bits from two words, the first one above. */
  nextDouble(): number {
    const high = this.next() >>> 5;
    return (high * 67108864 + (this.next() >>> 6)) / 9007199254740992;
  }

  private refill(): void {
    const { key } = this;
    for (let i = 0; i < length - middle; i++) key[i] = key[i + middle]! ^ twist(key[i]!, key[i + 1]!);
    for (let i = length - middle; i < length - 1; i++) key[i] = key[i + middle - length]! ^ twist(key[i]!, key[i + 1]!);
    key[length - 1] = key[middle - 1]! ^ twist(key[length - 1]!, key[0]!);
    this.position = 0;
  }
}

function twist(word: number, after: number): number {
  const joined = (word & 0x80000000) | (after & 0x7fffffff);
  return (joined >>> 1) ^ (-(joined & 1) & 0x9908b0df);
}
