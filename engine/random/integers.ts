import { checkpoint } from "../checkpoint";
import type { DType } from "../dtype";
import { TypeError, ValueError } from "../errors";
import { type NDArray, zeros } from "../ndarray";
import { type Shape, sizeOf } from "../shape";
import type { MT19937 } from "./mt19937";

/** What `randint` can make: the bits it takes from the stream for each value, and the bounds of the dtype. */
const kinds = {
  bool: { bits: 1, least: 0n, most: 1n },
  int8: { bits: 8, least: -(2n ** 7n), most: 2n ** 7n - 1n },
  uint8: { bits: 8, least: 0n, most: 2n ** 8n - 1n },
  int16: { bits: 16, least: -(2n ** 15n), most: 2n ** 15n - 1n },
  uint16: { bits: 16, least: 0n, most: 2n ** 16n - 1n },
  int32: { bits: 32, least: -(2n ** 31n), most: 2n ** 31n - 1n },
  uint32: { bits: 32, least: 0n, most: 2n ** 32n - 1n },
  int64: { bits: 32, least: -(2n ** 63n), most: 2n ** 63n - 1n },
  uint64: { bits: 32, least: 0n, most: 2n ** 64n - 1n },
} as const;

export type IntegerKind = keyof typeof kinds;

/**
 * Whole numbers from low up to high − 1, equally likely: the legacy generator's masked rejection.
 *
 * @throws {TypeError} if the dtype is no integer and no bool
 * @throws {ValueError} if the bounds cross or do not fit the dtype
 * Source: NumPy `_bounded_integers.pyx`.
 */
export function drawIntegers(words: MT19937, low: bigint, high: bigint, shape: Shape, dtype: DType): NDArray {
  if (!Object.hasOwn(kinds, dtype)) throw new TypeError(`Unsupported dtype dtype('${dtype}') for randint`);
  const { bits, least, most } = kinds[dtype as IntegerKind];
  if (low < least) throw new ValueError(`low is out of bounds for ${dtype}`);
  if (high - 1n > most) throw new ValueError(`high is out of bounds for ${dtype}`);
  if (low >= high) throw new ValueError(low === 0n ? "high <= 0" : "low >= high");
  const array = zeros(shape, dtype);
  const width = high - 1n - low;
  if (width > 0xffffffffn) {
    fill64(array, low, width, words);
  } else {
    const next = width === 0n ? () => 0 : upTo(Number(width), pieces(words, bits));
    if (array.storage instanceof BigInt64Array || array.storage instanceof BigUint64Array) {
      fillPairs(new Uint32Array(array.storage.buffer), low, next);
    } else {
      fillWords(array.storage as Int32Array, Number(low), next);
    }
  }
  return array;
}

/** Slices of `bits` bits of the words, the lowest first; a slice left over is thrown away with this function. */
function pieces(words: MT19937, bits: 1 | 8 | 16 | 32): () => number {
  if (bits === 32) return () => words.next();
  let word = 0;
  let left = 0;
  return () => {
    if (left === 0) {
      word = words.next();
      left = 32;
    } else {
      word >>>= bits;
    }
    left -= bits;
    return word;
  };
}

/** A function that draws 0 … max by cutting pieces down to max's own bits until one fits. */
function upTo(max: number, piece: () => number): () => number {
  const mask = 0xffffffff >>> Math.clz32(max);
  return () => {
    for (;;) {
      const value = (piece() & mask) >>> 0;
      if (value <= max) return value;
    }
  };
}

function fillWords(storage: Int32Array, low: number, next: () => number): void {
  for (let i = 0; i < storage.length; i++) {
    storage[i] = low + next();
    if (i % 65536 === 65535) checkpoint();
  }
}

/** Fill 64-bit integers, seen as pairs of words, without making a bigint for each. */
function fillPairs(pairs: Uint32Array, low: bigint, next: () => number): void {
  const lowWord = Number(BigInt.asUintN(32, low));
  const highWord = Number(BigInt.asUintN(32, low >> 32n));
  for (let i = 0; i < pairs.length; i += 2) {
    const sum = lowWord + next();
    pairs[i] = sum;
    pairs[i + 1] = highWord + (sum > 0xffffffff ? 1 : 0);
    if (i % 131072 === 131070) checkpoint();
  }
}

/** Fill 64-bit integers of a width that needs 64-bit words: two words each, the first one above. */
function fill64(array: NDArray, low: bigint, width: bigint, words: MT19937): void {
  const storage = array.storage as BigInt64Array;
  const mask = 2n ** BigInt(width.toString(2).length) - 1n;
  const size = sizeOf(array.shape);
  for (let i = 0; i < size; i++) {
    let value: bigint;
    do {
      const high = BigInt(words.next() >>> 0);
      value = ((high << 32n) | BigInt(words.next() >>> 0)) & mask;
    } while (value > width);
    storage[i] = low + value;
    if (i % 65536 === 65535) checkpoint();
  }
}
