import { expect, test } from "vitest";
import { readVectors } from "../vectors/read";
import { NumpyRandom } from "./numpyRandom";
import { Philox } from "./philox";

interface Vectors {
  raw: { seed: string; words: number[] }[];
  skip: { seed: string; block: string; words: number[] }[];
  first_np_seed: { seed: number; values: string[] }[];
}
const vectors = readVectors<Vectors>("initializers_r2");

function wordsOf(seed: string, block: number, count: number): number[] {
  const words = new Int32Array(count);
  new Philox(BigInt(seed)).fill(words, block);
  return Array.from(new Uint32Array(words.buffer));
}

test("seed 0 gives the published known answer", () => {
  // Random123 known answers, philox4x32-10, key 0, counter 0
  expect(wordsOf("0", 0, 4)).toEqual([0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8]);
});
test("the words of the 2.x generator are the golden ones", () => {
  for (const { seed, words } of vectors.raw) expect(wordsOf(seed, 0, words.length)).toEqual(words);
});
test("any block can be made by itself, beyond 32 bits too", () => {
  for (const { seed, block, words } of vectors.skip) expect(wordsOf(seed, Number(block), 4)).toEqual(words);
});
test("the keys after seeding are NumPy's", () => {
  for (const { seed, values } of vectors.first_np_seed) {
    const { stream } = new NumpyRandom(seed);
    expect(values.map(() => String(stream.nextKey()))).toEqual(values);
  }
});
