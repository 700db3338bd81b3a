/*
 * exp, log and tanh of float32 numbers, in float64 to about 50 bits, so that one rounding to float32 is right but for one
 * argument in many millions. They are ours because every browser has its own: these give the same bits everywhere, and
 * their twins in wasm/functions.ts are the same operations on vectors.
 */

/** Adding it rounds a small float64 to an integer, halves to even, which then stands in the sum's last bits. */
export const roundingSum = 1.5 * 2 ** 52;
/** ln 2 in two parts; multiples of the first up to 2¹¹ are exact. */
export const ln2Parts = [0.6931471803691238, 1.9082149292705877e-10] as const;
/** 1 / 2! … 1 / 11!: the exponential series. */
export const expSeries = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((k) => {
  let factorial = 1;
  for (let i = 2; i <= k; i++) factorial *= i;
  return 1 / factorial;
});

const lowest = -170;
/** 2ⁿ from n = −170 on. */
const powers = new Float64Array(400);
for (let i = 0, power = 2 ** lowest; i < powers.length; i++, power *= 2) powers[i] = power;

/** Outside of these the result is 0 or Infinity in float32 anyway. */
export const expRange = [-110, 90] as const;

/** eˣ; beyond −110 … 90 as at these bounds. */
export function exp(x: number): number {
  const bounded = x > expRange[1] ? expRange[1] : Math.max(x, expRange[0]);
  const n = bounded * Math.LOG2E + roundingSum - roundingSum;
  const r = bounded - n * ln2Parts[0] - n * ln2Parts[1];
  return Number.isNaN(n) ? n : (1 + (r + r * r * polynomial(r, expSeries))) * powers[n - lowest]!;
}

/** c₀ + c₁x + … + c₉x⁹, neighbours first (Estrin's way): most of it does not wait for the rest. */
function polynomial(x: number, c: readonly number[]): number {
  const square = x * x;
  const fourth = square * square;
  const low = (c[3]! * x + c[2]!) * square + (c[1]! * x + c[0]!);
  const middle = (c[7]! * x + c[6]!) * square + (c[5]! * x + c[4]!);
  return (c[9]! * x + c[8]!) * (fourth * fourth) + (middle * fourth + low);
}

/** 2 / 3, 2 / 5 … 2 / 21: the series of 2 · artanh. */
export const logSeries = [3, 5, 7, 9, 11, 13, 15, 17, 19, 21].map((k) => 2 / k);
const float = new Float64Array(1);
const words = new Uint32Array(float.buffer); // [low, high] on every platform that runs WebAssembly
/** The upper word of √½'s bits, cut: a number's significand is taken between about √½ and √2. */
export const rootHalfBits = 0x3fe6a09e;

/** ln x of a float32 x. */
export function log(x: number): number {
  if (!(x > 0 && x < Number.POSITIVE_INFINITY)) return x === 0 ? Number.NEGATIVE_INFINITY : x > 0 ? x : Number.NaN;
  float[0] = x;
  const exponent = (words[1]! - rootHalfBits) >> 20;
  words[1] = words[1]! - (exponent << 20);
  const f = float[0]! - 1;
  const s = f / (f + 2);
  const square = s * s;
  return exponent * Math.LN2 + (2 * s + s * square * polynomial(square, logSeries));
}

/** Below it the first terms of the series are exact enough, and the quotient is not. */
export const tanhSmall = 0.02;
export const tanhSeries = [-17 / 315, 2 / 15, -1 / 3] as const;

/** tanh x. */
export function tanh(x: number): number {
  const size = Math.abs(x);
  if (size < tanhSmall) {
    const square = x * x;
    return x + x * square * ((tanhSeries[0] * square + tanhSeries[1]) * square + tanhSeries[2]);
  }
  const power = exp(size + size);
  const value = (power - 1) / (power + 1);
  return x < 0 ? -value : value;
}
