import { checkpoint } from "../checkpoint";
import { type Kernels, machine } from "./load";
import { withScratch } from "./scratch";

/** Fewer are done before a kernel is set up. */
const worthwhile = 512;
/** Words at a time; a multiple of what a kernel makes at once. */
const stretch = 32768;

/**
 * Hands `size` words of MindSpore 2.x's Philox to `use`, in pieces of whole blocks, as random/distributions2.ts does.
 *
 * @returns false if the plain loop is to do it
 */
export function drawWords(
  key: { low: number; high: number },
  size: number,
  use: (words: Int32Array, start: number, count: number) => void,
): boolean {
  if (size < worthwhile) return false;
  const loaded = machine();
  if (!loaded) return false;
  return withScratch(loaded, (scratch) => {
    const address = scratch.take(4 * stretch);
    const words = scratch.ints(address, stretch);
    for (let start = 0; start < size; start += stretch) {
      const count = Math.min(stretch, size - start);
      loaded.kernels.philox(key.low, key.high, start / 4, address, Math.ceil(count / 4));
      use(words, start, count);
      checkpoint();
    }
  });
}

/** Turns `count` words into float32 numbers from out[start] on; false if the words are not a kernel's. */
type UseOfWords = (words: Int32Array, out: Float32Array, start: number, count: number) => boolean;

/** float32(range · w / 2³² + from) */
export const scaleWords = (from: number, range: number): UseOfWords =>
  converted((kernels, words, out, count) => kernels.uniforms(words, out, count, from, range));

/** float32(mean + sigma · g), as `normalsFrom` in random/distributions2.ts makes them; `turn` is its 2π. */
export const normalWords = (mean: number, sigma: number, turn: number): UseOfWords =>
  converted((kernels, words, out, count) => kernels.normals2(words, out, count, mean, sigma, turn));

function converted(convert: (kernels: Kernels, words: number, out: number, count: number) => void): UseOfWords {
  return (words, out, start, count) => {
    const loaded = machine();
    if (!loaded?.heap.holds(words)) return false;
    const { heap, kernels } = loaded;
    const direct = heap.holds(out) && count % 4 === 0;
    const target = direct ? out.byteOffset + 4 * start : words.byteOffset; // four words are read before they are replaced
    convert(kernels, words.byteOffset, target, count);
    if (!direct) out.set(new Float32Array(heap.memory.buffer as ArrayBuffer, words.byteOffset, count), start);
    return true;
  };
}
