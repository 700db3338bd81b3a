import type { Distribution } from "./distribution";

/**
 * The Kolmogorov–Smirnov distance of values from a distribution: the largest gap between the share of values ≤ x and the
 * probability of a value ≤ x.
 *
 * sorted  ascending, without NaN, at least one
 */
export function kolmogorovDistance(sorted: ArrayLike<number>, of: Distribution): number {
  const count = sorted.length;
  let distance = 0;
  for (let from = 0; from < count; ) {
    let to = Math.min(from + stretch, count);
    while (to < count && sorted[to] === sorted[to - 1]) to++;
    // both shares only rise, so at the ends of a stretch it shows whether a larger gap can lie within
    const most = Math.max(to / count - of.cdf(sorted[from]!), of.cdf(sorted[to - 1]!) - from / count);
    if (of.atom || most > distance) distance = Math.max(distance, gapWithin(sorted, from, to, of));
    from = to;
  }
  return distance;
}

/** Values that are looked at one by one only if the largest gap may be among them: the cdf is what takes time. */
const stretch = 64;

function gapWithin(sorted: ArrayLike<number>, from: number, to: number, { cdf, atom }: Distribution): number {
  const count = sorted.length;
  let gap = 0;
  for (let i = from; i < to; ) {
    const x = sorted[i]!;
    let end = i + 1;
    while (end < to && sorted[end] === x) end++; // equal values are one step of the staircase
    const upTo = cdf(x);
    const below = atom && x === atom.at ? upTo - atom.mass : upTo;
    gap = Math.max(gap, end / count - upTo, upTo - end / count, below - i / count, i / count - below);
    i = end;
  }
  return gap;
}

/**
 * How likely `count` independent values of a continuous distribution are to lie at this distance from it, or farther.
 *
 * Up to 100 values exact, by Durbin's matrix (Marsaglia, Tsang and Wang 2003, J. Stat. Softw. 8/18). Above that the
 * expansion of Pelz and Good (1976, J. R. Stat. Soc. B 38), good to 7e-6 at 101 values and to 1e-7 at 1,728. Far out, where 1 − P would
 * lose all digits, twice Smirnov's one-sided probability (1944). The choice follows Simard and L'Ecuyer (2011, J. Stat. Softw. 39/11).
 */
export function kolmogorovTail(count: number, distance: number): number {
  const z = Math.sqrt(count) * distance;
  if (distance <= 0.5 / count) return 1; // no staircase comes nearer
  if (distance >= 1) return 0;
  if (z > 2.2) return Math.min(1, 2 * smirnovTail(count, distance));
  return 1 - (count <= 100 ? durbin(count, distance) : pelzGood(count, z));
}

/** P(Dₙ < d): n! / nⁿ times the middle entry of the n-th power of a matrix of about 2nd rows. */
function durbin(count: number, distance: number): number {
  const k = Math.floor(count * distance) + 1;
  const h = k - count * distance;
  const size = 2 * k - 1;
  const matrix = new Float64Array(size * size);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) matrix[row * size + column] = row - column + 1 < 0 ? 0 : 1;
  for (let i = 0; i < size; i++) {
    matrix[i * size]! -= h ** (i + 1);
    matrix[(size - 1) * size + i]! -= h ** (size - i);
  }
  matrix[(size - 1) * size]! += 2 * h - 1 > 0 ? (2 * h - 1) ** size : 0;
  for (let row = 0; row < size; row++)
    for (let column = 0; column <= Math.min(row + 1, size - 1); column++) {
      for (let g = 2; g <= row - column + 1; g++) matrix[row * size + column]! /= g;
    }
  let row = new Float64Array(size);
  row[k - 1] = 1;
  for (let i = 1; i <= count; i++) {
    const next = new Float64Array(size);
    for (let from = 0; from < size; from++)
      for (let to = 0; to < size; to++) next[to]! += row[from]! * matrix[from * size + to]!;
    row = next.map((entry) => (entry * i) / count);
  }
  return row[k - 1]!;
}

/** P(Dₙ ≤ z / √n), the terms of order 1, n^(−½), n^(−1) and n^(−3⁄2), each as a series that is quick for small z. */
function pelzGood(count: number, z: number): number {
  const [z2, z4, z6] = [z ** 2, z ** 4, z ** 6];
  const sums = [0, 0, 0, 0];
  const terms = Math.ceil(8 * z) + 2;
  for (let k = 0; k < terms; k++) {
    const a = (Math.PI * (k + 0.5)) ** 2;
    const e = 2 * Math.exp(-a / (2 * z2)); // k and −k − 1
    sums[0]! += e;
    sums[1]! += e * (a - z2);
    sums[2]! += e * (6 * z6 + 2 * z4 + a * (2 * z4 - 5 * z2) + a * a * (1 - 2 * z2));
    sums[3]! +=
      e * (a ** 3 * (5 - 30 * z2) + a * a * (-60 * z2 + 212 * z4) + a * (135 * z4 - 96 * z6) - (30 * z6 + 90 * z ** 8));
  }
  let [whole2, whole3] = [0, 0];
  for (let k = 1; k <= terms; k++) {
    const a = (Math.PI * k) ** 2;
    const e = 2 * Math.exp(-a / (2 * z2));
    whole2 += e * a;
    whole3 += e * (3 * a * z2 - a * a);
  }
  const root = Math.sqrt(Math.PI / 2);
  const [k0, k1] = [(root * sums[0]!) / z, (root * sums[1]!) / (6 * z4)];
  const k2 = root * (sums[2]! / (72 * z ** 7) - whole2 / (36 * z ** 3));
  const k3 = root * (sums[3]! / (6480 * z ** 10) + whole3 / (108 * z6));
  return k0 + k1 / Math.sqrt(count) + k2 / count + k3 / count ** 1.5;
}

/** P(Dₙ⁺ ≥ d), the one-sided probability: d · Σ C(n, j) · (d + j/n)^(j − 1) · (1 − d − j/n)^(n − j), j from 0. */
function smirnovTail(count: number, distance: number): number {
  let sum = 0;
  let logChoose = 0;
  for (let j = 0; j < count * (1 - distance); j++) {
    const share = distance + j / count;
    const term = Math.exp(logChoose + (j - 1) * Math.log(share) + (count - j) * Math.log1p(-share));
    if (term < sum * 1e-18 && j > count / 2) break;
    sum += term;
    logChoose += Math.log((count - j) / (j + 1));
  }
  return distance * sum;
}
