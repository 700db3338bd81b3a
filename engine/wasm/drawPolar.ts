import { checkpoint } from "../checkpoint";
import { machine } from "./load";
import { ReadyWords, type Twister } from "./readyWords";
import { withScratch } from "./scratch";

/** Shorter arrays are done before a kernel is set up. */
const worthwhile = 512;

/** NumPy's legacy stream as far as the fill needs it. */
interface NormalStream {
  readonly words: Twister;
  spareNormal: number | null;
  nextNormal(): number;
}

/**
 * Fill `out` with mean + scale · g, g the next normals of NumPy's legacy stream, which is left standing behind them.
 *
 * factorOf  the factor that makes normals of a point with this square; asked where the kernel is in doubt
 * @returns false if the plain loop is to do it
 */
export function drawPolar(
  stream: NormalStream,
  out: Float64Array | Float32Array,
  mean: number,
  scale: number,
  factorOf: (square: number) => number,
): boolean {
  if (out.length < worthwhile) return false;
  const loaded = machine();
  if (!loaded) return false;
  return withScratch(loaded, (scratch) => {
    const { kernels } = loaded;
    const narrow = out instanceof Float32Array;
    const toNormals = narrow ? kernels.polarNormals_float32 : kernels.polarNormals_float64;
    const most = ReadyWords.most / 4;
    const [points, filled, squares, factors, doubts] = [16, 16, 8, 8, 4].map((bytes) => scratch.take(bytes * most)) as [
      number,
      number,
      number,
      number,
      number,
    ];
    const words = new ReadyWords(scratch, stream.words);
    const spare = stream.spareNormal;
    const start = spare === null ? 0 : 1;
    const end = out.length - ((out.length - start) & 1);
    for (let done = start; done < end; ) {
      // a normal takes two words at least: as many as are certain to be used
      const tries = Math.min(words.provide(2 * (end - done)) >> 2, (end - done) / 2);
      const count = kernels.polarPoints(words.address, points, squares, tries);
      const doubtful = kernels.polarFactors(squares, factors, doubts, count);
      for (const offset of scratch.ints(doubts, doubtful)) {
        const pair = scratch.doubles(squares + offset, 2);
        scratch.doubles(factors + offset, 2).set(pair.map(factorOf));
      }
      toNormals(points, factors, filled, count, mean, scale);
      out.set(narrow ? scratch.floats(filled, 2 * count) : scratch.doubles(filled, 2 * count), done);
      done += 2 * count;
      words.drop(4 * tries);
      checkpoint();
    }
    words.leave();
    if (spare !== null) out[0] = mean + scale * spare;
    stream.spareNormal = null;
    if (end < out.length) out[end] = mean + scale * stream.nextNormal();
  });
}
