import { checkpoint } from "../checkpoint";
import { machine } from "./load";
import { withScratch } from "./scratch";

/** Fewer are done before a kernel is set up. */
const worthwhile = 2048;
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

/** out[start + i] = float32(range · w / 2³² + from); false if the words are not a kernel's. */
export function scaleWords(
  words: Int32Array,
  out: Float32Array,
  start: number,
  count: number,
  from: number,
  range: number,
): boolean {
  const loaded = machine();
  if (!loaded?.heap.holds(words)) return false;
  const { heap, kernels } = loaded;
  const direct = heap.holds(out) && count % 4 === 0;
  const target = direct ? out.byteOffset + 4 * start : words.byteOffset; // four words are read before they are replaced
  kernels.uniforms(words.byteOffset, target, count, from, range);
  if (!direct) out.set(new Float32Array(heap.memory.buffer as ArrayBuffer, words.byteOffset, count), start);
  return true;
}
