/** Half the distance from 1 to the next float64: the greatest relative error of one rounding. */
export const roundoff = 2 ** -53;

/** The distance from 1 to the next float64. */
export const epsilon = 2 ** -52;

/** The least normal float64. */
export const leastNormal = 2 ** -1022;

/** `magnitude` with the sign of `sign`, where −0 counts as negative: Fortran's SIGN. */
export function withSign(magnitude: number, sign: number): number {
  const positive = sign > 0 || Object.is(sign, 0);
  return positive ? Math.abs(magnitude) : -Math.abs(magnitude);
}

/** √(x² + y²) without overflow or underflow, in the operations of LAPACK's `dlapy2`. */
export function lengthOf(x: number, y: number): number {
  const high = Math.max(Math.abs(x), Math.abs(y));
  const low = Math.min(Math.abs(x), Math.abs(y));
  return low === 0 || high === Number.POSITIVE_INFINITY ? high : high * Math.sqrt(1 + (low / high) ** 2);
}

/** The factor that brings the entries into the range where no square over- or underflows; 1 nearly always. */
export function scaleOf(data: Float64Array): number {
  let largest = 0;
  for (const entry of data) largest = Math.max(largest, Math.abs(entry));
  const limit = 2 ** 459; // √(greatest float64) · ε, about
  return largest > limit ? limit / largest : largest > 0 && largest < 1 / limit ? 1 / limit / largest : 1;
}
