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
