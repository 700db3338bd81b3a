import { checkpoint } from "../checkpoint";
import { machine } from "./load";
import { ReadyWords, type Twister } from "./readyWords";
import { withScratch } from "./scratch";

/** Shorter arrays are done before a kernel is set up. */
const worthwhile = 512;

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
    const { kernels } = loaded;
    const narrow = out instanceof Float32Array;
    const toDoubles = narrow ? kernels.doubles_float32 : kernels.doubles_float64;
    const filled = scratch.take(4 * ReadyWords.most);
    const words = new ReadyWords(scratch, twister);
    for (let done = 0; done < out.length; ) {
      const count = words.provide(2 * (out.length - done));
      const doubles = Math.min(count >> 1, out.length - done);
      toDoubles(words.address, filled, doubles + (doubles & 1), low, range);
      out.set(narrow ? scratch.floats(filled, doubles) : scratch.doubles(filled, doubles), done);
      done += doubles;
      words.drop(2 * doubles);
      checkpoint();
    }
    words.leave();
  });
}
