/*
 * Sine and cosine in float64, to about 52 bits, of the angles that MindSpore 2.x's normals take: a float32 times a float32,
 * so that taking quarter turns off is exact. They are ours because every browser has its own; their twin in wasm/normals2.ts
 * is the same operations on vectors.
 *
 * Source: fdlibm 5.3, `k_sin.c`, `k_cos.c` and `e_rem_pio2.c` (Sun Microsystems, freely distributable).
 */

/** π / 2 in two parts; small multiples of the first are exact. */
export const quarterParts = [1.5707963267341256, 6.077100506506192e-11] as const;
/** sin x = x + x³ · the series of x², its highest coefficient first. */
export const sineSeries = [
  1.58969099521155e-10, -2.5050760253406863e-8, 2.7557313707070068e-6, -0.0001984126982985795, 0.00833333333332249,
  -0.16666666666666632,
] as const;
/** cos x = 1 − x² / 2 + x⁴ · the series of x². */
export const cosineSeries = [
  -1.1359647557788195e-11, 2.087572321298175e-9, -2.7557314351390663e-7, 2.480158728947673e-5, -0.001388888888887411,
  0.0416666666666666,
] as const;

/** How many quarter turns an angle is nearest to. */
function quartersOf(angle: number): number {
  return Math.trunc(angle * (2 / Math.PI) + 0.5);
}
function restOf(angle: number, quarters: number): number {
  return angle - quarters * quarterParts[0] - quarters * quarterParts[1];
}
function sineNearZero(x: number): number {
  const square = x * x;
  const [s6, s5, s4, s3, s2, s1] = sineSeries;
  const sum = ((((s6 * square + s5) * square + s4) * square + s3) * square + s2) * square + s1;
  return x + x * square * sum;
}
function cosineNearZero(x: number): number {
  const square = x * x;
  const [c6, c5, c4, c3, c2, c1] = cosineSeries;
  const sum = ((((c6 * square + c5) * square + c4) * square + c3) * square + c2) * square + c1;
  return 1 - (0.5 * square - square * square * sum);
}

/** sin of an angle, 0 < angle < 6.5. */
export function sine(angle: number): number {
  const quarters = quartersOf(angle);
  const x = restOf(angle, quarters);
  const size = quarters & 1 ? cosineNearZero(x) : sineNearZero(x);
  return quarters & 2 ? -size : size;
}

/** cos of an angle, 0 < angle < 6.5. */
export function cosine(angle: number): number {
  const quarters = quartersOf(angle);
  const x = restOf(angle, quarters);
  const size = quarters & 1 ? sineNearZero(x) : cosineNearZero(x);
  return (quarters + 1) & 2 ? -size : size;
}
