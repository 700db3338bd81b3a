import { epsilon, lengthOf, withSign } from "./machine";

/** The standard form [a b; c d] of a 2 by 2 block, turned there by (cos, sin): c = 0, or a = d and b·c < 0. */
export interface Standard2 {
  a: number;
  b: number;
  c: number;
  d: number;
  cos: number;
  sin: number;
}

/** The real Schur form of a 2 by 2 matrix: [a b; c d] = [cos −sin; sin cos]·standard·[cos sin; −sin cos]. Source: LAPACK `dlanv2`. */
export function standardize2(a: number, b: number, c: number, d: number): Standard2 {
  if (c === 0) return { a, b, c, d, cos: 1, sin: 0 };
  if (b === 0) return { a: d, b: -c, c: 0, d: a, cos: 0, sin: 1 };
  if (a - d === 0 && b > 0 !== c > 0) return { a, b, c, d, cos: 1, sin: 0 };
  const gap = a - d;
  const half = 0.5 * gap;
  const larger = Math.max(Math.abs(b), Math.abs(c));
  const smaller = Math.min(Math.abs(b), Math.abs(c)) * Math.sign(b) * Math.sign(c);
  const scale = Math.max(Math.abs(half), larger);
  const discriminant = (half / scale) * half + (larger / scale) * smaller;
  if (discriminant >= 4 * epsilon) {
    const z = half + withSign(Math.sqrt(scale) * Math.sqrt(discriminant), half);
    const length = lengthOf(c, z);
    return { a: d + z, b: b - c, c: 0, d: d - (larger / z) * smaller, cos: z / length, sin: c / length };
  }
  return equalize(a, b, c, d);
}

/** The standard form where the eigenvalues are complex or nearly equal: the diagonal is made equal first. */
function equalize(a: number, b: number, c: number, d: number): Standard2 {
  const gap = a - d;
  const sigma = b + c;
  const length = lengthOf(sigma, gap);
  const cos = Math.sqrt(0.5 * (1 + Math.abs(sigma) / length));
  const sin = -((0.5 * gap) / (length * cos)) * withSign(1, sigma);
  const aa = a * cos + b * sin;
  const bb = -a * sin + b * cos;
  const cc = c * cos + d * sin;
  const dd = -c * sin + d * cos;
  const upper = bb * cos + dd * sin;
  const lower = -aa * sin + cc * cos;
  const middle = 0.5 * (aa * cos + cc * sin + (-bb * sin + dd * cos));
  if (lower === 0) return { a: middle, b: upper, c: lower, d: middle, cos, sin };
  if (upper === 0) return { a: middle, b: -lower, c: 0, d: middle, cos: -sin, sin: cos };
  if (upper > 0 !== lower > 0) return { a: middle, b: upper, c: lower, d: middle, cos, sin };
  const rootUpper = Math.sqrt(Math.abs(upper));
  const rootLower = Math.sqrt(Math.abs(lower));
  const p = withSign(rootUpper * rootLower, lower);
  const tau = 1 / Math.sqrt(Math.abs(upper + lower));
  const [c1, s1] = [rootUpper * tau, rootLower * tau];
  return {
    a: middle + p,
    b: upper - lower,
    c: 0,
    d: middle - p,
    cos: cos * c1 - sin * s1,
    sin: cos * s1 + sin * c1,
  };
}
