import { checkpoint } from "../checkpoint";
import type { Chunk } from "../random/normal1";
import { machine } from "./load";
import { stateBytes, streamsAtOnce } from "./normals1";
import { withScratch } from "./scratch";

/** Shorter arrays are done before a kernel is set up. */
const worthwhile = 512;
/** Blocks of each stream between two looks at the stop button. */
const stretch = 16384;

/**
 * What random/normal1.ts fills in, by a kernel: sixteen chunks, each with a stream of its own that starts with a key and
 * four counter words.
 *
 * @returns false if the plain loop is to do it
 */
export function drawNormals(
  out: Float32Array,
  chunks: readonly Chunk[],
  key: number,
  counterOf: (chunk: Chunk) => number[],
  scale: number,
  shift: number,
): boolean {
  if (out.length < worthwhile) return false;
  const loaded = machine();
  if (!loaded) return false;
  return withScratch(loaded, (scratch) => {
    const { normals1 } = loaded.kernels;
    const each = chunks[0]!.size;
    const whole = Math.floor(each / 4);
    const rest = Math.ceil(chunks.at(-1)!.size / 4) - whole; // blocks that may be cut short; the last chunk has most
    const resident = loaded.heap.holds(out);
    const target = resident ? out.byteOffset : scratch.take(out.byteLength);
    const state = scratch.take(stateBytes);
    const tails = scratch.take(16 * rest * streamsAtOnce);
    for (let first = 0; first < chunks.length; first += streamsAtOnce) {
      const streams = chunks.slice(first, first + streamsAtOnce);
      const words = scratch.ints(state, stateBytes / 4);
      streams.forEach((chunk, lane) => {
        counterOf(chunk).forEach((word, w) => {
          words[streamsAtOnce * w + lane] = word;
        });
      });
      words[4 * streamsAtOnce] = key;
      for (let done = 0; done < whole; done += stretch) {
        const at = target + 4 * first * each + 16 * done;
        normals1(state, at, 4 * each, Math.min(stretch, whole - done), scale, shift);
        checkpoint();
      }
      if (rest === 0) continue;
      normals1(state, tails, 16 * rest, rest, scale, shift);
      const result = scratch.floats(target, out.length);
      streams.forEach(({ start, size }, lane) => {
        result.set(scratch.floats(tails + 16 * rest * lane, size - 4 * whole), start + 4 * whole);
      });
    }
    if (!resident) out.set(scratch.floats(target, out.length));
  });
}
