const length = 624;
const middle = 397;

/**
 * MT19937, the source of words of NumPy's legacy generators.
 *
 * Source: Matsumoto and Nishimura 1998, `mt19937ar.c`; seeding and word order as NumPy's `RandomState`.
 */
export class MT19937 {
  private readonly key = new Int32Array(length);
  /** What the key's words look like outside. */
  private readonly words = new Int32Array(length);
  /** How many words are used up; at 624 the key is to be renewed. */
  private position = length;

  /** Start from an integer, 0 ≤ seed < 2³². */
  seed(seed: number): void {
    const { key } = this;
    let word = seed | 0;
    key[0] = word;
    for (let i = 1; i < length; i++) {
      word = (Math.imul(word ^ (word >>> 30), 1812433253) + i) | 0;
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
    return { key: new Uint32Array(this.key.slice().buffer), position: this.position };
  }
  set state({ key, position }: { key: ArrayLike<number>; position: number }) {
    this.key.set(key);
    this.position = position;
    this.temper();
  }

  /** The next 32-bit word, as a signed integer. */
  next(): number {
    if (this.position === length) this.renew();
    return this.words[this.position++]!;
  }

  /** The next double in [0, 1): 53 bits from two words, the first one above. */
  nextDouble(): number {
    return toDouble(this.next(), this.next());
  }

  /** Fill `out` with low + range · d, d being the next doubles. */
  fillDoubles(out: Float64Array, low: number, range: number): void {
    const { words } = this;
    for (let i = 0; i < out.length; ) {
      if (this.position >= length - 1) {
        out[i++] = low + range * this.nextDouble(); // renews the key, perhaps between the double's two words
        continue;
      }
      const end = Math.min(out.length, i + ((length - this.position) >> 1));
      let place = this.position;
      for (; i < end; i++, place += 2) out[i] = low + range * toDouble(words[place]!, words[place + 1]!);
      this.position = place;
    }
  }

  private renew(): void {
    const { key } = this;
    let word = key[0]!;
    for (let i = 0; i < length - 1; i++) {
      const after = key[i + 1]!;
      key[i] = key[i < length - middle ? i + middle : i + middle - length]! ^ twist(word, after);
      word = after;
    }
    key[length - 1] = key[middle - 1]! ^ twist(word, key[0]!);
    this.position = 0;
    this.temper();
  }

  private temper(): void {
    const { key, words } = this;
    for (let i = 0; i < length; i++) {
      let word = key[i]!;
      word ^= word >>> 11;
      word ^= (word << 7) & 0x9d2c5680;
      word ^= (word << 15) & 0xefc60000;
      words[i] = word ^ (word >>> 18);
    }
  }
}

function twist(word: number, after: number): number {
  const joined = (word & 0x80000000) | (after & 0x7fffffff);
  return (joined >>> 1) ^ (-(joined & 1) & 0x9908b0df);
}

function toDouble(first: number, second: number): number {
  return ((first >>> 5) * 67108864 + (second >>> 6)) / 9007199254740992;
}
