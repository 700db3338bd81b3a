import { checkpoint } from "../checkpoint";
import { cosf, logf, sinf } from "./float32Math";
import type { SeedPair } from "./state";

/**
 * The normal generator of MindSpore 1.2 to 1.8. It resembles Philox-4x32-10 and is another generator: both cross terms
 * use the same key word, the rounds overwrite the counter, and neither the key nor the counter is restored for the next
 * block. So a stream is strictly serial, and only jumping ahead at its start is cheap.
 *
 * Source: MindSpore r1.6, the CPU kernels `philox_random` and `standard_normal`.
 */
export class Stream1 {
  private c0 = 0;
  private c1 = 0;
  private c2: number;
  private c3: number;
  private key: number;

  /** seed and seed2 are whole numbers, taken modulo 2⁶⁴; the stream starts `jump` blocks ahead, jump < 2³². */
  constructor([seed, seed2]: SeedPair, jump: number) {
    this.key = seed | 0;
    this.c2 = seed2 | 0;
    this.c3 = Math.floor(seed2 / 2 ** 32) | 0;
    this.c0 = jump | 0;
    this.c1 = Math.floor(jump / 2 ** 32) | 0;
  }

  /** Fill `words`, whose length is a multiple of 4, with the next blocks. */
  fill(words: Int32Array): void {
    let { c0, c1, c2, c3, key } = this;
    for (let i = 0; i < words.length; i += 4) {
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
        c0 = qHigh ^ c1 ^ key;
        c1 = qLow;
        c2 = pHigh ^ c3 ^ key;
        c3 = pLow;
        key = (key + 0x9e3779b9) | 0;
      }
      c0 = (c0 + 1) | 0;
      if (c0 === 0) {
        c1 = (c1 + 1) | 0;
        if (c1 === 0) {
          c2 = (c2 + 1) | 0;
          if (c2 === 0) c3 = (c3 + 1) | 0;
        }
      }
      words[i] = c0;
      words[i + 1] = c1;
      words[i + 2] = c2;
      words[i + 3] = c3;
    }
    this.c0 = c0;
    this.c1 = c1;
    this.c2 = c2;
    this.c3 = c3;
    this.key = key;
  }
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
  const words = new Int32Array(8192);
  let sinceCheckpoint = 0;
  for (const { start, size, jump } of planChunks(out.length)) {
    const stream = new Stream1(seeds, jump);
    for (let done = 0; done < size; done += words.length) {
      const count = Math.min(words.length, size - done);
      const blocks = count === words.length ? words : words.subarray(0, (count + 3) & ~3);
      stream.fill(blocks);
      toNormals(blocks, out, start + done, count, Math.fround(sigma), Math.fround(mean));
      sinceCheckpoint += count;
      if (sinceCheckpoint >= 65536) {
        checkpoint();
        sinceCheckpoint = 0;
      }
    }
  }
}

const least = Math.fround(1e-7); // keeps log(0) away; the threshold is MindSpore's
const turn = Math.fround(2 * Math.fround(3.14)); // MindSpore's own π

function toNormals(words: Int32Array, out: Float32Array, start: number, count: number, sigma: number, mean: number) {
  for (let i = 0; i < count; i += 2) {
    const u = Math.max((words[i]! & 0x7fffff) * 2 ** -23, least);
    const v = Math.max((words[i + 1]! & 0x7fffff) * 2 ** -23, least);
    const angle = Math.fround(turn * v);
    const radius = Math.sqrt(-2 * logf(u));
    out[start + i] = Math.fround(Math.fround(radius * sinf(angle)) * sigma) + mean;
    if (i + 1 < count) out[start + i + 1] = Math.fround(Math.fround(radius * cosf(angle)) * sigma) + mean;
  }
}
