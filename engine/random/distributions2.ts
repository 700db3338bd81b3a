import { checkpoint } from "../checkpoint";
import { ValueError } from "../errors";
import { log } from "../numpy/exponential";
import { drawWords, normalWords, scaleWords } from "../wasm/drawWords";
import { erfc, inverseErf } from "./erf";
import { Philox } from "./philox";
import { cosine, sine } from "./turns";

/*
 * The distributions of MindSpore 1.9 to 2.7: float64 throughout, one rounding to float32 at the end, parameters
 * rounded to float32 first. Value i of an array depends only on the key and on i.
 *
 * Source: MindSpore r2.3, the CPU kernels behind `_random_normal`, `_random_uniform` and `_truncated_normal`.
 */

const least = Math.fround(1e-7); // keeps log(0) away; the threshold is MindSpore's
const turn = 2 * Math.fround(31415926e-7); // MindSpore's own π

/** Uses the words for the elements start … start + count − 1. */
type UseWords = (words: Int32Array, start: number, count: number) => void;

/** Hand the stream of `key` to `use`, in pieces of whole blocks: the words for elements start … start + count − 1. */
function forWords(size: number, key: bigint, use: UseWords): void {
  const philox = new Philox(key);
  if (drawWords(philox, size, use)) return;
  const words = new Int32Array(Math.min(65536, (size + 3) & ~3));
  for (let start = 0; start < size; start += words.length) {
    philox.fill(words, start / 4);
    use(words, start, Math.min(words.length, size - start));
    checkpoint();
  }
}

/** Uniforms in [low, high], one word each. */
export function fillUniform2(out: Float32Array, key: bigint, low: number, high: number): void {
  const from = Math.fround(low);
  const range = Math.fround(high) - from;
  const scale = scaleWords(from, range);
  forWords(out.length, key, (words, start, count) => {
    if (scale(words, out, start, count)) return;
    for (let i = 0; i < count; i++) out[start + i] = range * ((words[i]! >>> 0) / 2 ** 32) + from;
  });
}

/** Normals, two from two words. */
export function fillNormal2(out: Float32Array, key: bigint, mean: number, sigma: number): void {
  const centre = Math.fround(mean);
  const spread = Math.fround(sigma);
  const convert = normalWords(centre, spread, turn);
  forWords(out.length, key, (words, start, count) => {
    if (!convert(words, out, start, count)) normalsFrom(words, out.subarray(start, start + count), centre, spread);
  });
}

/** Fill `out` with mean + sigma · g, the g of two neighbours from their two words: the cosine comes first. */
export function normalsFrom(words: Int32Array, out: Float32Array, mean: number, sigma: number): void {
  for (let i = 0; i < out.length; i += 2) {
    const u = Math.max((words[i]! & 0x7fffff) * 2 ** -23, least);
    const v = Math.max((words[i + 1]! & 0x7fffff) * 2 ** -23, least);
    const radius = Math.sqrt(-2 * log(u)) * sigma;
    const angle = turn * v;
    out[i] = mean + radius * cosine(angle);
    if (i + 1 < out.length) out[i + 1] = mean + radius * sine(angle);
  }
}

/**
 * Normals between two bounds, which are absolute values and no multiples of sigma; one word each.
 *
 * @throws {ValueError} if sigma is not above 0
 */
export function fillTruncatedNormal2(
  out: Float32Array,
  key: bigint,
  a: number,
  b: number,
  mean: number,
  sigma: number,
): void {
  const centre = Math.fround(mean);
  const spread = Math.fround(sigma);
  if (!(spread > 0)) {
    throw new ValueError(`For 'TruncatedNormal', the 'sigma' must be float and must > 0, but got '${sigma}'.`);
  }
  const root = Math.fround(Math.SQRT2);
  const below = (x: number) => erfc(-((x - centre) / spread) / root) / 2;
  const from = below(Math.fround(a));
  const mass = below(Math.fround(b)) - from;
  forWords(out.length, key, (words, start, count) => {
    for (let i = 0; i < count; i++) {
      let z = 2 * (from + ((words[i]! >>> 0) / 2 ** 32) * mass);
      if (z <= 0) z = 2 ** -149;
      else if (z >= 2) z = 2 - 2 ** -23;
      const deviation = z > 1 ? inverseErf(1 - (2 - z), 2 - z) : -inverseErf(1 - z, z);
      out[start + i] = centre + deviation * root * spread;
    }
  });
}
