import { checkpoint } from "../checkpoint";
import type { DType } from "../dtype";
import { TypeError, ValueError } from "../errors";
import { elementsOf, type NDArray, zeros } from "../ndarray";
import { broadcastTo } from "../numpy/manipulation";
import type { Shape } from "../shape";
import { wholeNumber } from "./arguments";
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
  const kind = checkKind(dtype);
  checkBounds([low], [high], kind);
  const array = zeros(shape, dtype);
  const width = high - 1n - low;
  if (width > 0xffffffffn) {
    const storage = array.storage as BigInt64Array;
    fill(storage.length, (i) => {
      storage[i] = low + nextWide(words, width);
    });
    return array;
  }
  const next = upTo(Number(width), pieces(words, kinds[kind].bits));
  if (array.storage instanceof BigInt64Array || array.storage instanceof BigUint64Array) {
    fillPairs(new Uint32Array(array.storage.buffer, array.storage.byteOffset, 2 * array.size), low, next);
  } else {
    const storage = array.storage as Int32Array;
    const from = Number(low);
    fill(storage.length, (i) => {
      storage[i] = from + next();
    });
  }
  return array;
}

/** The same with bounds of its own for each element; `low` and `high` broadcast to `shape`. */
export function drawIntegersBetween(words: MT19937, low: NDArray, high: NDArray, shape: Shape, dtype: DType): NDArray {
  const kind = checkKind(dtype);
  const [lows, highs] = [low, high].map((bound) => {
    return elementsOf(broadcastTo(bound, shape)).map((one) => wholeNumber(one as number | bigint));
  }) as [bigint[], bigint[]];
  checkBounds(lows, highs, kind);
  const array = zeros(shape, dtype);
  const piece = pieces(words, kinds[kind].bits);
  fill(array.size, (i) => {
    const width = highs[i]! - 1n - lows[i]!;
    const step = width > 0xffffffffn ? nextWide(words, width) : BigInt(upTo(Number(width), piece)());
    array.write(i, lows[i]! + step);
  });
  return array;
}

function checkKind(dtype: DType): IntegerKind {
  if (Object.hasOwn(kinds, dtype)) return dtype as IntegerKind;
  throw new TypeError(`Unsupported dtype dtype('${dtype}') for randint`);
}

function checkBounds(lows: readonly bigint[], highs: readonly bigint[], kind: IntegerKind): void {
  const { least, most } = kinds[kind];
  if (lows.some((low) => low < least)) throw new ValueError(`low is out of bounds for ${kind}`);
  if (highs.some((high) => high - 1n > most)) throw new ValueError(`high is out of bounds for ${kind}`);
  if (lows.every((low, i) => low < highs[i]!)) return;
  throw new ValueError(lows.every((low) => low === 0n) ? "high <= 0" : "low >= high");
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

/** A function that draws 0 … max by cutting pieces down to max's own bits until one fits; for 0 it draws nothing. */
function upTo(max: number, piece: () => number): () => number {
  if (max === 0) return () => 0;
  const mask = 0xffffffff >>> Math.clz32(max);
  return () => {
    for (;;) {
      const value = (piece() & mask) >>> 0;
      if (value <= max) return value;
    }
  };
}

/** 0 … width for a width that needs 64-bit words: two words each, the first one above. */
function nextWide(words: MT19937, width: bigint): bigint {
  const mask = 2n ** BigInt(width.toString(2).length) - 1n;
  for (;;) {
    const high = BigInt(words.next());
    const value = ((high << 32n) | BigInt(words.next())) & mask;
    if (value <= width) return value;
  }
}

function fill(count: number, put: (i: number) => void): void {
  for (let i = 0; i < count; i++) {
    put(i);
    if (i % 65536 === 65535) checkpoint();
  }
}

/** Fill 64-bit integers, seen as pairs of words, without making a bigint for each. */
function fillPairs(pairs: Uint32Array, low: bigint, next: () => number): void {
  const lowWord = Number(BigInt.asUintN(32, low));
  const highWord = Number(BigInt.asUintN(32, low >> 32n));
  fill(pairs.length / 2, (i) => {
    const sum = lowWord + next();
    pairs[2 * i] = sum;
    pairs[2 * i + 1] = highWord + (sum > 0xffffffff ? 1 : 0);
  });
}
