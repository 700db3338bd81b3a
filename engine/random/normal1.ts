import { checkpoint } from "../checkpoint";
import { drawNormals } from "../wasm/drawNormals1";
import { cosf, logf, sinf } from "./float32Math";
import type { SeedPair } from "./state";
import { highWord } from "./wideProduct";

/**
 * The normal generator of MindSpore 1.2 to 1.8. It resembles Philox-4x32-10 and is another generator: both cross terms
 * use the same key word, the rounds overwrite the counter, and neither the key nor the counter is restored for the next
 * block. So a stream is strictly serial, and only jumping ahead at its start is cheap.
 *
 * Two streams of the same seeds run side by side here, because a core has room for a second one while it waits for the
 * products of the first. Their keys stay equal.
 *
 * Source: MindSpore r1.6, the CPU kernels `philox_random` and `standard_normal`.
 */
export class StreamPair1 {
  private key: number;
  private readonly first: Int32Array;
  private readonly second: Int32Array;

  /** The seeds are whole numbers, taken modulo 2⁶⁴; each stream starts some blocks ahead, 0 ≤ jump < 2⁵³. */
  constructor([seed, seed2]: SeedPair, jump: number, otherJump: number) {
    this.key = seed | 0;
    this.first = Int32Array.of(...halves(jump), ...halves(seed2));
    this.second = Int32Array.of(...halves(otherJump), ...halves(seed2));
  }

  /** Fill two arrays, equally long in multiples of 4, with the next blocks of the two streams. */
  fill(words: Int32Array, otherWords: Int32Array): void {
    let { key } = this;
    const { first, second } = this;
    let [a0, a1, a2, a3] = [first[0]!, first[1]!, first[2]!, first[3]!];
    let [b0, b1, b2, b3] = [second[0]!, second[1]!, second[2]!, second[3]!];
    for (let i = 0; i < words.length; i += 4) {
      for (let round = 0; round < 10; round++) {
        const aLow = Math.imul(0xd2511f53, a0);
        const aHigh = highWord(0xd2511f53, a0, aLow);
        const aLow2 = Math.imul(0xcd9e8d57, a2);
        a0 = highWord(0xcd9e8d57, a2, aLow2) ^ a1 ^ key;
        a1 = aLow2;
        a2 = aHigh ^ a3 ^ key;
        a3 = aLow;
        const bLow = Math.imul(0xd2511f53, b0);
        const bHigh = highWord(0xd2511f53, b0, bLow);
        const bLow2 = Math.imul(0xcd9e8d57, b2);
        b0 = highWord(0xcd9e8d57, b2, bLow2) ^ b1 ^ key;
        b1 = bLow2;
        b2 = bHigh ^ b3 ^ key;
        b3 = bLow;
        key = (key + 0x9e3779b9) | 0;
      }
      // the counter goes up by one after the rounds, and the output is what it is then
      a0 = (a0 + 1) | 0;
      if (a0 === 0 && (a1 = (a1 + 1) | 0) === 0 && (a2 = (a2 + 1) | 0) === 0) a3 = (a3 + 1) | 0;
      b0 = (b0 + 1) | 0;
      if (b0 === 0 && (b1 = (b1 + 1) | 0) === 0 && (b2 = (b2 + 1) | 0) === 0) b3 = (b3 + 1) | 0;
      words[i] = a0;
      words[i + 1] = a1;
      words[i + 2] = a2;
      words[i + 3] = a3;
      otherWords[i] = b0;
      otherWords[i + 1] = b1;
      otherWords[i + 2] = b2;
      otherWords[i + 3] = b3;
    }
    this.key = key;
    first.set([a0, a1, a2, a3]);
    second.set([b0, b1, b2, b3]);
  }
}

/** The lower and the upper word of a whole number. */
function halves(value: number): [number, number] {
  return [value | 0, Math.floor(value / 2 ** 32) | 0];
}

/** One thread's part of an array: `size` elements from `start`, from a stream that starts `jump` blocks ahead. */
export interface Chunk {
  start: number;
  size: number;
  jump: number;
}

/**
 * How an array of `size` elements is split. A jump is in whole blocks, so chunks of less than four elements overlap:
 * arrays of 17 to 47 elements repeat numbers (17 hold seven different ones). MindSpore's published pages show it.
 */
export function planChunks(size: number): Chunk[] {
  const count = size <= 16 ? 1 : 16;
  const each = Math.floor(size / count);
  return Array.from({ length: count }, (_, t) => {
    const own = t < count - 1 ? each : size - (count - 1) * each;
    return { start: t * each, size: own, jump: Math.floor((own * t + 3) / 4) };
  });
}

/** Fill `out` with float32(float32(z · sigma) + mean), z from the generator of these seeds; each step is in float32. */
export function fillNormal1(out: Float32Array, seeds: SeedPair, sigma: number, mean: number): void {
  const scale = Math.fround(sigma);
  const shift = Math.fround(mean);
  const chunks = planChunks(out.length);
  if (drawNormals(out, chunks, seeds[0] | 0, ({ jump }) => [...halves(jump), ...halves(seeds[1])], scale, shift))
    return;
  for (let t = 0; t < chunks.length; t += 2) {
    const chunk = chunks[t]!;
    const other = chunks[t + 1] ?? chunk; // a lone chunk is made twice, for it is short
    const streams = new StreamPair1(seeds, chunk.jump, other.jump);
    const longest = Math.max(chunk.size, other.size);
    const words = new Int32Array(Math.min(stretch, (longest + 3) & ~3));
    const otherWords = new Int32Array(words.length);
    for (let done = 0; done < longest; done += words.length) {
      streams.fill(words, otherWords);
      toNormals(words, out, chunk, done, scale, shift);
      toNormals(otherWords, out, other, done, scale, shift);
      checkpoint();
    }
  }
}

/** Words of each stream at a time, which fit a core's first-level cache. */
const stretch = 2048;
const least = Math.fround(1e-7); // keeps log(0) away; the threshold is MindSpore's
const turn = Math.fround(2 * Math.fround(3.14)); // MindSpore's own π

/** The normals of a stretch of words, into a chunk's elements from `done` on. */
function toNormals(words: Int32Array, out: Float32Array, chunk: Chunk, done: number, scale: number, shift: number) {
  const count = Math.min(words.length, chunk.size - done);
  const start = chunk.start + done;
  for (let i = 0; i < count; i += 2) {
    const u = Math.max((words[i]! & 0x7fffff) * 2 ** -23, least);
    const v = Math.max((words[i + 1]! & 0x7fffff) * 2 ** -23, least);
    const angle = Math.fround(turn * v);
    const radius = Math.sqrt(-2 * logf(u));
    out[start + i] = Math.fround(Math.fround(radius * sinf(angle)) * scale) + shift;
    if (i + 1 < count) out[start + i + 1] = Math.fround(Math.fround(radius * cosf(angle)) * scale) + shift;
  }
}
