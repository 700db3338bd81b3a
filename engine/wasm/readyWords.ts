import type { Scratch } from "./scratch";

/** Words of a Mersenne Twister's key, and refills at a time. */
const length = 624;
const refills = 64;

/** What kernels need of a Mersenne Twister: to take words one by one, and to stand elsewhere. */
export interface Twister {
  next(): number;
  state: { key: ArrayLike<number>; position: number };
}

/** The next words of a Mersenne Twister, made by a kernel and lying where kernels work. Takes its memory at once. */
export class ReadyWords {
  /** How many lie ready at most. */
  static readonly most = length * (refills + 1);
  /** Where they lie. */
  readonly address: number;
  /** How many do. */
  private count: number;
  private readonly key: number;

  constructor(
    private readonly scratch: Scratch,
    private readonly twister: Twister,
  ) {
    this.key = scratch.take(4 * (length + 4));
    this.address = scratch.take(4 * ReadyWords.most);
    const { key, position } = twister.state;
    this.count = length - position;
    for (let i = 0; i < this.count; i++) this.words[i] = twister.next();
    scratch.ints(this.key, length).set(Int32Array.from(key, (word) => word | 0));
  }

  /** Sees to it that words lie ready, at best `missing`, which are going to be used all. Returns how many do. */
  provide(missing: number): number {
    const blocks = Math.min(refills, Math.ceil(Math.max(0, missing - this.count) / length));
    if (blocks > 0) this.scratch.machine.kernels.twister(this.key, this.address + 4 * this.count, blocks);
    this.count += blocks * length;
    return this.count;
  }

  /** Takes away the first ones, which have been used. */
  drop(used: number): void {
    this.words.copyWithin(0, used, this.count);
    this.count -= used;
  }

  /** Leaves the twister standing behind the last word that was dropped. */
  leave(): void {
    const { scratch, key, count } = this;
    this.twister.state = { key: new Uint32Array(scratch.ints(key, length)), position: length - count };
  }

  private get words(): Int32Array {
    return this.scratch.ints(this.address, ReadyWords.most);
  }
}
