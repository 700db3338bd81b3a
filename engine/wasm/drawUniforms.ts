import { checkpoint } from "../checkpoint";
import { machine } from "./load";
import { withScratch } from "./scratch";

/** Shorter arrays are done before a kernel is set up. */
const worthwhile = 2048;
/** Words of a Mersenne Twister's key, and refills at a time. */
const length = 624;
const refills = 64;

/** What the fill needs of a Mersenne Twister: to take words one by one, and to stand elsewhere. */
interface Twister {
  next(): number;
  state: { key: ArrayLike<number>; position: number };
}

/**
 * Fill `out` with low + range · d, d the next doubles of a Mersenne Twister, which is left standing behind them.
 *
 * @returns false if the plain loop is to do it
 */
export function drawDoubles(twister: Twister, out: Float64Array | Float32Array, low: number, range: number): boolean {
  if (out.length < worthwhile) return false;
  const loaded = machine();
  if (!loaded) return false;
  return withScratch(loaded, (scratch) => {
    const { kernels, heap } = loaded;
    const narrow = out instanceof Float32Array;
    const toDoubles = narrow ? kernels.doubles_float32 : kernels.doubles_float64;
    const most = length * (refills + 1); // words that lie ready at most
    const key = scratch.take(4 * (length + 4));
    const words = scratch.take(4 * most);
    const filled = scratch.take(4 * most);
    const ready = scratch.ints(words, most);
    const { key: before, position } = twister.state;
    let count = length - position;
    for (let i = 0; i < count; i++) ready[i] = twister.next();
    scratch.ints(key, length).set(Int32Array.from(before, (word) => word | 0));
    for (let done = 0; done < out.length; ) {
      const missing = 2 * (out.length - done) - count;
      const blocks = Math.min(refills, Math.ceil(Math.max(0, missing) / length));
      if (blocks > 0) kernels.twister(key, words + 4 * count, blocks);
      count += blocks * length;
      const doubles = Math.min(count >> 1, out.length - done);
      toDoubles(words, filled, doubles + (doubles & 1), low, range);
      const buffer = heap.memory.buffer as ArrayBuffer;
      const values = narrow ? new Float32Array(buffer, filled, doubles) : new Float64Array(buffer, filled, doubles);
      out.set(values, done);
      done += doubles;
      ready.copyWithin(0, 2 * doubles, count);
      count -= 2 * doubles;
      checkpoint();
    }
    twister.state = { key: new Uint32Array(scratch.ints(key, length)), position: length - count };
  });
}
