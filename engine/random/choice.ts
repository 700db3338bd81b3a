import { ValueError } from "../errors";
import type { LegacyStream } from "./legacyStream";

const tolerance = 2 ** -26; // √ε of float64, NumPy's

/**
 * Which of `count` things to take, with the chance of each in `p`.
 *
 * @throws {ValueError} if p are not the probabilities of that many things, or too few of them can be taken
 * Source: NumPy `RandomState.choice`.
 */
export function chooseWeighted(
  stream: LegacyStream,
  count: number,
  p: Float64Array,
  draws: number,
  replace: boolean,
): Float64Array {
  checkProbabilities(p, count);
  if (replace) return lookUp(stream, p, draws);
  if (draws > p.filter((chance) => chance > 0).length) throw new ValueError("Fewer non-zero entries in p than size");
  const left = p.slice();
  const found = new Set<number>();
  while (found.size < draws) {
    for (const index of found) left[index] = 0;
    for (const index of lookUp(stream, left, draws - found.size)) found.add(index);
  }
  return Float64Array.from(found);
}

/** For each of `draws` uniforms, how many entries of the cumulative table are not above it. */
function lookUp(stream: LegacyStream, p: Float64Array, draws: number): Float64Array {
  const table = new Float64Array(p.length);
  let sum = 0;
  for (let i = 0; i < p.length; i++) table[i] = sum += p[i]!;
  for (let i = 0; i < p.length; i++) table[i]! /= sum;
  const out = new Float64Array(draws);
  stream.fillUniform(out, 0, 1);
  for (let i = 0; i < draws; i++) out[i] = countUpTo(table, out[i]!);
  return out;
}

/** How many entries of an ascending table are ≤ value. */
function countUpTo(table: Float64Array, value: number): number {
  let low = 0;
  let high = table.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (table[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function checkProbabilities(p: Float64Array, count: number): void {
  if (p.length !== count) throw new ValueError("'a' and 'p' must have same size");
  const sum = compensatedSum(p);
  if (Number.isNaN(sum)) throw new ValueError("probabilities contain NaN");
  if (p.some((chance) => chance < 0)) throw new ValueError("probabilities are not non-negative");
  if (Math.abs(sum - 1) > tolerance) throw new ValueError("probabilities do not sum to 1");
}

/** Kahan's sum. */
function compensatedSum(values: Float64Array): number {
  let sum = values[0] ?? 0;
  let lost = 0;
  for (let i = 1; i < values.length; i++) {
    const term = values[i]! - lost;
    const next = sum + term;
    lost = next - sum - term;
    sum = next;
  }
  return sum;
}
