import { log } from "../../../random/log";
import { leastNormal } from "./machine";

/*
 * A correctly rounded exponential, and the logarithm beside it. A determinant is e to the sum of logarithms, and shows every bit of it; the C library
 * that NumPy takes rounds nearly always correctly, `Math.exp` less often and not alike in all browsers.
 */

const fixedBits = 160n;
const one = 1n << fixedBits;

/** 2·artanh(1/3) = ln 2, times 2¹⁶⁰. */
const fixedLn2 = (() => {
  let sum = 0n;
  for (let k = 1n, power = one / 3n; power > 0n; k += 2n, power /= 9n) sum += power / k;
  return 2n * sum;
})();

/** eˣ, correctly rounded but for a few subnormal results: x = k·ln 2 + r, then Taylor's series of r in whole numbers. */
export function exponential(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 710) return Number.POSITIVE_INFINITY;
  if (x < -746) return 0;
  const k = Math.round(x / Math.LN2);
  const r = BigInt(Math.trunc(x * 2 ** Number(fixedBits))) - BigInt(k) * fixedLn2;
  let sum = one;
  let term = one;
  for (let i = 1n; term !== 0n && term !== -1n; i++) {
    term = (term * r) / (i << fixedBits);
    sum += term;
  }
  return Number(sum) * 2 ** -Number(fixedBits) * 2 ** (k >> 1) * 2 ** (k - (k >> 1)); // in two steps: 2¹⁰²⁴ is none
}

/** ln x, correctly rounded for what is positive, finite and not subnormal. */
export function logarithm(x: number): number {
  return x >= leastNormal && x < Number.POSITIVE_INFINITY ? log(x) : Math.log(x);
}
