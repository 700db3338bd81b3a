import { type DType, dtypes, type Storage } from "../dtype";
import { wordsOf, wordsPerElement } from "./blocks";

/** How many different values are counted; beyond it is only known that there are more. */
export const distinctLimit = 65_536;

const slots = 4 * distinctLimit; // a power of 2

/** Counts different values: −0 is 0, every NaN is one (a complex number with a NaN in it too). */
export class Distinct {
  /** Null once there are more than `distinctLimit`. */
  count: number | null = 0;
  private readonly words: number;
  private readonly kind: string;
  private readonly keys: Uint32Array;
  private readonly used: Uint8Array;

  constructor(private readonly dtype: DType) {
    this.words = wordsPerElement(dtype);
    this.kind = dtypes[dtype].kind;
    const isShort = dtypes[dtype].bytes < 4;
    this.keys = new Uint32Array(isShort ? 0 : slots * this.words);
    this.used = new Uint8Array(isShort ? 65_536 : slots);
  }

  add(block: Storage, count: number): void {
    if (this.count === null || count === 0) return;
    const words = wordsOf(block, this.dtype);
    if (words.BYTES_PER_ELEMENT < 4) this.addShort(words, count);
    else this.addLong(this.kind === "float" || this.kind === "complex" ? plainZeros(words, this.dtype) : words, count);
  }

  private addShort(words: ArrayLike<number>, count: number): void {
    const { used } = this;
    const isHalf = this.dtype === "float16";
    let found = this.count!;
    for (let i = 0; i < count; i++) {
      let key = words[i]!;
      if (isHalf && (key & 0x7fff) > 0x7c00) key = 0x7e00;
      if (isHalf && key === 0x8000) key = 0;
      if (used[key] === 0) {
        used[key] = 1;
        found++;
      }
    }
    this.count = found;
  }

  private addLong(words: ArrayLike<number>, count: number): void {
    const { keys, used, words: each } = this;
    let found = this.count!;
    let last = -1; // the element before: runs of one value are common
    for (let i = 0; i < count; i++) {
      if (last >= 0 && isSame(words, last * each, words, i * each, each)) continue;
      last = i;
      let hash = 0;
      for (let word = 0; word < each; word++) hash = Math.imul(hash ^ words[i * each + word]!, 0x9e3779b1);
      let slot = (hash ^ (hash >>> 15)) & (slots - 1);
      while (used[slot] === 1 && !isSame(keys, slot * each, words, i * each, each)) slot = (slot + 1) & (slots - 1);
      if (used[slot] === 1) continue;
      if (found === distinctLimit) {
        this.count = null;
        return;
      }
      used[slot] = 1;
      for (let word = 0; word < each; word++) keys[slot * each + word] = words[i * each + word]!;
      found++;
    }
    this.count = found;
  }
}

function isSame(a: ArrayLike<number>, i: number, b: ArrayLike<number>, j: number, length: number): boolean {
  for (let k = 0; k < length; k++) if (a[i + k] !== b[j + k]) return false;
  return true;
}

/** A copy of floats' bits with one zero and one NaN. */
function plainZeros(words: ArrayLike<number>, dtype: DType): Uint32Array {
  const bits = new Uint32Array(words);
  const isDouble = dtype === "float64" || dtype === "complex128";
  if (isDouble) {
    for (let i = 0; i < bits.length; i += 2) {
      const high = bits[i + 1]! & 0x7fffffff;
      if (high > 0x7ff00000 || (high === 0x7ff00000 && bits[i] !== 0)) {
        bits[i] = 0;
        bits[i + 1] = 0x7ff80000;
      } else if (high === 0 && bits[i] === 0) bits[i + 1] = 0;
    }
  } else {
    for (let i = 0; i < bits.length; i++) {
      const size = bits[i]! & 0x7fffffff;
      if (size > 0x7f800000) bits[i] = 0x7fc00000;
      else if (size === 0) bits[i] = 0;
    }
  }
  if (dtypes[dtype].kind === "complex") oneComplexNaN(bits, isDouble ? 2 : 1, isDouble ? 0x7ff80000 : 0x7fc00000);
  return bits;
}

function oneComplexNaN(bits: Uint32Array, half: 1 | 2, nan: number): void {
  for (let i = 0; i < bits.length; i += 2 * half) {
    const [re, im] = [i + half - 1, i + 2 * half - 1]; // where the exponents are
    if (bits[re] !== nan && bits[im] !== nan) continue;
    bits.fill(0, i, i + 2 * half);
    bits[re] = bits[im] = nan;
  }
}
