import { checkpoint } from "../../../checkpoint";
import { type ComplexMatrix, complexIdentity, matrix } from "../matrix";
import { balance, unbalance } from "../real/balance";
import { epsilon, leastNormal, lengthOf, scaleOf } from "../real/machine";
import { eigenvectorsOf, normalize } from "./eigenvectors";
import { conjugated, makeReflector, reflectColumns, reflectRows, type Tau } from "./householder";
import { quotient } from "./pairs";

/** Reduce `a` to upper Hessenberg form in place; returns Q. Source: LAPACK `zgehd2`, `zunghr`. */
function reduceToHessenberg(a: ComplexMatrix): ComplexMatrix {
  const { rows: n, pairs } = a;
  const taus: Tau[] = [];
  for (let k = 0; k < n - 1; k++) {
    const reflector = { pairs, start: (k + 1) * n + k, step: n, count: n - k - 1 };
    const tau = makeReflector(pairs, reflector.start, n, n - k - 1);
    taus.push(tau);
    reflectColumns({ ...reflector, tau }, a, 0, k + 1);
    reflectRows({ ...reflector, tau: conjugated(tau) }, a, k + 1, k + 1);
    checkpoint();
  }
  const q = complexIdentity(n);
  for (let k = n - 2; k >= 0; k--) {
    reflectRows({ pairs, start: (k + 1) * n + k, step: n, count: n - k - 1, tau: taus[k]! }, q, k + 1, 0);
  }
  for (let k = 0; k < n - 2; k++) for (let i = k + 2; i < n; i++) pairs.fill(0, 2 * (i * n + k), 2 * (i * n + k) + 2);
  return q;
}

/** Wilkinson's shift: the eigenvalue of the last 2 by 2 block that is nearer to its last entry. */
function shiftOf({ rows: n, pairs }: ComplexMatrix, i: number): [number, number] {
  const at = (row: number, col: number): [number, number] => {
    const p = 2 * (row * n + col);
    return [pairs[p]!, pairs[p + 1]!];
  };
  const [a, b, c, d] = [at(i - 1, i - 1), at(i - 1, i), at(i, i - 1), at(i, i)];
  const half: [number, number] = [(a[0] - d[0]) / 2, (a[1] - d[1]) / 2];
  const product = [b[0] * c[0] - b[1] * c[1], b[0] * c[1] + b[1] * c[0]] as const;
  const square: [number, number] = [half[0] ** 2 - half[1] ** 2 + product[0], 2 * half[0] * half[1] + product[1]];
  let root = squareRoot(...square);
  if (half[0] * root[0] + half[1] * root[1] < 0) root = [-root[0], -root[1]];
  const divisor: [number, number] = [half[0] + root[0], half[1] + root[1]];
  if (divisor[0] === 0 && divisor[1] === 0) return d;
  const [x, y] = quotient(product[0], product[1], divisor[0], divisor[1]);
  return [d[0] - x, d[1] - y];
}

function squareRoot(re: number, im: number): [number, number] {
  const length = lengthOf(re, im);
  if (length === 0) return [0, 0];
  const large = Math.sqrt((length + Math.abs(re)) / 2);
  const small = Math.abs(im) / (2 * large);
  const [x, y] = re >= 0 ? [large, small] : [small, large];
  return [x, im < 0 ? -y : y];
}

/** One explicit single-shift QR step on rows low … high: rotations from the left, then from the right, then on Z. */
function step(h: ComplexMatrix, z: ComplexMatrix, low: number, high: number, [sr, si]: [number, number]): void {
  const { rows: n, pairs } = h;
  const shift = (sign: 1 | -1): void => {
    for (let i = low; i <= high; i++) {
      pairs[2 * (i * n + i)]! += sign * sr;
      pairs[2 * (i * n + i) + 1]! += sign * si;
    }
  };
  shift(-1);
  const rotations: [number, number, number, number][] = [];
  for (let k = low; k < high; k++) {
    const p = 2 * (k * n + k);
    const q = p + 2 * n;
    const length = Math.hypot(pairs[p]!, pairs[p + 1]!, pairs[q]!, pairs[q + 1]!);
    // the unitary [conj(c) conj(s); −s c] turns (x, y) to (length, 0)
    const [cr, ci, tr, ti] =
      length === 0
        ? [1, 0, 0, 0]
        : [pairs[p]! / length, pairs[p + 1]! / length, pairs[q]! / length, pairs[q + 1]! / length];
    rotations.push([cr, ci, tr, ti]);
    for (let j = k, x = p, y = q; j < n; j++, x += 2, y += 2) {
      const [xr, xi, yr, yi] = [pairs[x]!, pairs[x + 1]!, pairs[y]!, pairs[y + 1]!];
      pairs[x] = cr * xr + ci * xi + tr * yr + ti * yi;
      pairs[x + 1] = cr * xi - ci * xr + tr * yi - ti * yr;
      pairs[y] = -tr * xr + ti * xi + cr * yr - ci * yi;
      pairs[y + 1] = -tr * xi - ti * xr + cr * yi + ci * yr;
    }
  }
  for (let k = low; k < high; k++) {
    const rotation = rotations[k - low]!;
    rotateColumns(h, k, Math.min(k + 2, high + 1), rotation);
    rotateColumns(z, k, n, rotation);
  }
  shift(1);
}

/** Columns k and k + 1 of the first `count` rows times the adjoint of a rotation. */
function rotateColumns(
  { cols, pairs }: ComplexMatrix,
  k: number,
  count: number,
  [cr, ci, tr, ti]: [number, number, number, number],
): void {
  for (let i = 0, x = 2 * k; i < count; i++, x += 2 * cols) {
    const [xr, xi, yr, yi] = [pairs[x]!, pairs[x + 1]!, pairs[x + 2]!, pairs[x + 3]!];
    pairs[x] = cr * xr - ci * xi + tr * yr - ti * yi;
    pairs[x + 1] = cr * xi + ci * xr + tr * yi + ti * yr;
    pairs[x + 2] = -tr * xr - ti * xi + cr * yr + ci * yi;
    pairs[x + 3] = -tr * xi + ti * xr + cr * yi - ci * yr;
  }
}

/** Turn a Hessenberg matrix into a triangle, in place. Returns whether it converged. */
function reduceToTriangle(h: ComplexMatrix, z: ComplexMatrix): boolean {
  const { rows: n, pairs } = h;
  const sizeAt = (i: number, j: number): number => {
    const p = 2 * (i * n + j);
    return Math.abs(pairs[p]!) + Math.abs(pairs[p + 1]!);
  };
  let iterations = 0;
  for (let high = n - 1; high > 0; ) {
    let low = high;
    for (; low > 0; low--) {
      const off = sizeAt(low, low - 1);
      if (off <= epsilon * (sizeAt(low, low) + sizeAt(low - 1, low - 1)) || off < leastNormal) {
        pairs.fill(0, 2 * (low * n + low - 1), 2 * (low * n + low));
        break;
      }
    }
    if (low === high) {
      high--;
      iterations = 0;
      continue;
    }
    if (++iterations > 30 * Math.max(10, n)) return false;
    const stuck = iterations % 10 === 0; // a shift made up to leave a cycle
    step(
      h,
      z,
      low,
      high,
      stuck ? [0.75 * sizeAt(high, high - 1) + pairs[2 * (high * n + high)]!, 0] : shiftOf(h, high),
    );
    checkpoint();
  }
  return true;
}

/**
 * Eigenvalues and right eigenvectors (columns of length 1) of a square complex matrix, which is consumed; both as pairs.
 * Balancing, Hessenberg form, QR steps with Wilkinson's shift, back substitution. Returns null if it did not converge.
 * Source: Golub & Van Loan, Matrix Computations, 7.4 to 7.6; LAPACK `zgeev`.
 */
export function decomposeComplex(
  a: ComplexMatrix,
  wantVectors: boolean,
): { values: Float64Array; vectors: Float64Array } | null {
  const n = a.rows;
  const scale = scaleOf(a.pairs);
  if (scale !== 1) for (let p = 0; p < a.pairs.length; p++) a.pairs[p]! *= scale;
  const balanced = balance(matrix(n, 2 * n, a.pairs), 2);
  const z = reduceToHessenberg(a);
  if (!reduceToTriangle(a, z)) return null;
  const values = new Float64Array(2 * n);
  for (let i = 0; i < n; i++) values.set(a.pairs.subarray(2 * (i * n + i), 2 * (i * n + i) + 2), 2 * i);
  if (scale !== 1) for (let p = 0; p < values.length; p++) values[p]! /= scale;
  if (!wantVectors) return { values, vectors: new Float64Array(0) };
  const vectors = eigenvectorsOf(a, z);
  unbalance(balanced, matrix(n, 2 * n, vectors.pairs));
  normalize(vectors);
  return { values, vectors: vectors.pairs };
}
