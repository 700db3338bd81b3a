/**
 * The upper word of the 64-bit product of two unsigned words.
 *
 * multiplier  an unsigned constant
 * x           the other factor, as a signed or unsigned word
 * low         the lower word of the product, `Math.imul(multiplier, x)`, which says when the quick way may fail
 *
 * The float64 product is off by 2⁻²² at most, so it can reach the next whole number only where the 10 lower bits are
 * all that keeps `low` from 2³².
 */
export function highWord(multiplier: number, x: number, low: number): number {
  return low >>> 10 === 0x3fffff ? fromHalves(multiplier, x) : ((x >>> 0) * (multiplier / 2 ** 32)) | 0;
}

/** The same from 16-bit halves. */
function fromHalves(multiplier: number, x: number): number {
  const high = multiplier >>> 16;
  const low = multiplier & 0xffff;
  const middle = Math.imul(high, x & 0xffff) + (Math.imul(low, x & 0xffff) >>> 16);
  const carry = Math.imul(low, x >>> 16) + (middle & 0xffff);
  return (Math.imul(high, x >>> 16) + (middle >>> 16) + (carry >>> 16)) | 0;
}
