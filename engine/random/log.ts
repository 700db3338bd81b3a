/*
 * A correctly rounded natural logarithm. NumPy's normals take the C library's log, which is correctly rounded but for
 * one argument in a thousand (glibc before 2.28: for all); `Math.log` differs for 7 % of them, and between browsers.
 */

const fixedBits = 192n;

/** ln(1 + (m - 1)) of a rational m = top / bottom near 1, times 2¹⁹², by 2·artanh((m − 1) / (m + 1)). */
function fixedLog(top: bigint, bottom: bigint): bigint {
  const t = ((top - bottom) << fixedBits) / (top + bottom);
  const square = (t * t) >> fixedBits;
  let sum = 0n;
  let power = t;
  for (let k = 1n; power !== 0n && power !== -1n; k += 2n) {
    sum += power / k;
    power = (power * square) >> fixedBits;
  }
  return 2n * sum;
}

const fixedLn2 = fixedLog(2n, 1n);

/** A fixed-point number as the float64 nearest to it. */
function toFloat(fixed: bigint): number {
  return Number(fixed) * 2 ** -Number(fixedBits);
}

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer); // [low, high] on every platform that runs WebAssembly

/** The logarithm with 192 bits, rounded once: slow, and right by its length alone. 2⁻¹⁰²² ≤ x < ∞ */
export function slowLog(x: number): number {
  float[0] = x;
  const exponent = BigInt((words[1]! >>> 20) - 1023);
  const significand = (BigInt((words[1]! & 0xfffff) | 0x100000) << 32n) | BigInt(words[0]!);
  // halved above √2, so that the series is short and ln(1 − tiny) does not cancel
  const halve = significand > 6369051672525773n ? 1n : 0n;
  return toFloat(fixedLog(significand, 1n << (52n + halve)) + (exponent + halve) * fixedLn2);
}

/** ln 2 in two parts; multiples of the first by an exponent are exact. */
export const ln2High = Math.floor(Math.LN2 * 2 ** 40) / 2 ** 40;
export const ln2Low = toFloat(fixedLn2 - BigInt(ln2High * 2 ** 40) * 2n ** (fixedBits - 40n));

/** 2⁻ᵉ for each exponent e, by its bits in a float64. */
const scales = Float64Array.from({ length: 2047 }, (_, biased) => 2 ** (1023 - biased));

/** The k of the first k / 128 in [√½, √2], which have a row each in the tables. */
export const firstRow = 90;
const rows = 93;
/** A reciprocal of ten bits for each, and minus its logarithm as an unevaluated sum of two floats. */
const reciprocals = Float64Array.from({ length: rows }, (_, row) => Math.round(65536 / (row + firstRow)) / 512);
export const highs = new Float64Array(rows);
export const lows = new Float32Array(rows);
for (let row = 0; row < rows; row++) {
  const logarithm = -fixedLog(BigInt(reciprocals[row]! * 512), 512n);
  highs[row] = toFloat(logarithm);
  lows[row] = toFloat(logarithm - BigInt(highs[row]! * 2 ** 80) * 2n ** (fixedBits - 80n));
}
/** What the quick logarithm may be off by, of itself. */
export const doubtOfItself = 2 ** -66;

/**
 * The natural logarithm, correctly rounded, of a normal positive x.
 *
 * A sum of two floats with 66 good bits is rounded when that decides the answer, else all 192 bits are computed. The quick
 * way has a twin in wasm/roundedLog.ts.
 */
export function log(x: number): number {
  float[0] = x;
  const biased = words[1]! >>> 20;
  let exponent = biased - 1023;
  let m = x * scales[biased]!;
  if (m > Math.SQRT2) {
    m /= 2;
    exponent++;
  }
  const row = Math.trunc(m * 128 + 0.5) - firstRow;
  const reciprocal = reciprocals[row]!;
  // t = m · reciprocal − 1 exactly, as two floats: the upper half of m times ten bits is exact, and so is the lower
  const upper = Math.fround(m);
  const tHigh = upper * reciprocal - 1;
  const tLow = (m - upper) * reciprocal;
  const t = tHigh + tLow;
  const tRest = tLow - (t - tHigh);
  // t² as two floats (Dekker)
  const tUpper = Math.fround(t);
  const tLower = t - tUpper;
  const square = t * t;
  const squareRest = tUpper * tUpper - square + 2 * tUpper * tLower + tLower * tLower + 2 * t * tRest;
  const tail = t * square * (1 / 3 - t * (1 / 4 - t * (1 / 5 - t * (1 / 6 - t * (1 / 7 - t * (1 / 8 - t / 9))))));
  // exponent · ln 2 + ln m, largest first, with the rounding errors of the large sums kept
  const scale = exponent * ln2High;
  const s1 = scale + highs[row]!;
  const e1 = highs[row]! - (s1 - scale);
  const s2 = s1 + t;
  const e2 = t - (s2 - s1); // 0 where s1 is
  const s3 = s2 - square / 2;
  const e3 = -square / 2 - (s3 - s2);
  const rest = exponent * ln2Low + lows[row]! + e1 + e2 + e3 + tRest - squareRest / 2 + tail;
  const doubt = s3 * doubtOfItself;
  const result = s3 + (rest + doubt);
  return result === s3 + (rest - doubt) ? result : slowLog(x);
}
