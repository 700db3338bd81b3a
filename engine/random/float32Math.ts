/*
 * The logf, sinf and cosf that MindSpore 1.x calls: those of glibc 2.28 and later, in float64 without fused operations.
 * They are not correctly rounded; `Math.fround(Math.log(u))` differs from logf for 0.7 % of all u.
 *
 * Source: Arm's Optimized Routines (MIT licence), which glibc and musl use.
 */

/** [1 / c, ln c] for sixteen intervals of [0.7, 1.4), with c near the middle of each. */
const intervals = [
  [1.398907162146528, -0.33569133332882284],
  [1.3403141896637998, -0.2929040563774074],
  [1.286432210124115, -0.2518726580937369],
  [1.2367150214269895, -0.21245868807117255],
  [1.1906977166711752, -0.17453945183745634],
  [1.1479821020556429, -0.1380057072319758],
  [1.1082251448272158, -0.10275976698545139],
  [1.0711297413057381, -0.06871392447020525],
  [1.036437278977283, -0.0357891387398228],
  [1, 0],
  [0.9492859795739057, 0.05204517742929496],
  [0.8951049428609004, 0.11081431298787942],
  [0.8476821620351103, 0.1652495223695143],
  [0.8050314851692001, 0.21687389031699977],
  [0.7664671008843108, 0.2659635028121397],
  [0.731428603316328, 0.3127556664073557],
] as const;

const lowestExponent = -23; // of the smallest argument's interval, 1e-7 = 0.84 · 2⁻²³
export const firstBits = 0x3f330000; // of 0.7, where the intervals begin
export const rowOfOne = -16 * lowestExponent;
/**
 * [inverse, logarithm] of each interval of each power of two from 2⁻²³ to 1, so that no exponent has to be taken off;
 * scaling is exact. The row of u is (its bits − `firstBits`) >> 19, plus `rowOfOne`.
 */
export const logRows = new Float64Array(2 * 16 * (1 - lowestExponent));
for (let exponent = lowestExponent; exponent <= 0; exponent++) {
  intervals.forEach(([inverse, logarithm], i) => {
    const row = 16 * (exponent - lowestExponent) + i;
    logRows[2 * row] = inverse * 2 ** -exponent;
    logRows[2 * row + 1] = logarithm + exponent * Math.LN2;
  });
}

const float = new Float32Array(1);
const bits = new Int32Array(float.buffer);

/** logf of a float32 u, 1e-7 ≤ u < 1. */
export function logf(u: number): number {
  float[0] = u;
  const row = 2 * (((bits[0]! - firstBits) >> 19) + rowOfOne);
  const r = u * logRows[row]! - 1;
  const square = r * r;
  const curve = -0.25089342214237154 * square + (0.333456765744066 * r + -0.4999997485802103);
  return Math.fround(curve * square + (logRows[row + 1]! + r));
}

/** How sine and cosine of each quarter turn come from those of the rest x: sin = s·sin x + c·cos x, cos = s·cos x − c·sin x. */
const sineParts = Float64Array.of(1, 0, -1, 0, 1);
const cosineParts = Float64Array.of(0, 1, 0, -1, 0);

/** Which of the five quarter turns around 0 … 2π an angle is nearest to. */
function quarterOf(angle: number): number {
  return (Math.trunc(angle * 10680707.430881744) + 0x800000) >> 24;
}
function sineNearZero(x: number, square: number): number {
  const cube = x * square;
  return Math.fround(
    x + cube * -0.16666654943701084 + cube * square * (0.008332178146138854 + square * -0.00019517298981385725),
  );
}
function cosineNearZero(square: number): number {
  const fourth = square * square;
  return Math.fround(
    1 +
      square * -0.49999999725108224 +
      fourth * 0.041666623324344516 +
      fourth * square * (-0.001388676379437604 + square * 2.4390450703564542e-5),
  );
}

/** sinf of a float32 angle, 0 < angle < 6.5. */
export function sinf(angle: number): number {
  const quarter = quarterOf(angle);
  const x = angle - quarter * 1.5707963267948966;
  const square = x * x;
  return sineParts[quarter]! * sineNearZero(x, square) + cosineParts[quarter]! * cosineNearZero(square);
}

/** cosf of a float32 angle, 0 < angle < 6.5. */
export function cosf(angle: number): number {
  const quarter = quarterOf(angle);
  const x = angle - quarter * 1.5707963267948966;
  const square = x * x;
  return sineParts[quarter]! * cosineNearZero(square) - cosineParts[quarter]! * sineNearZero(x, square);
}
