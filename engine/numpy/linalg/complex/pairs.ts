/** a / b of complex numbers as [re, im], scaled by Smith's method so that squares do not overflow. */
export function quotient(ar: number, ai: number, br: number, bi: number): [number, number] {
  if (Math.abs(br) >= Math.abs(bi)) {
    const ratio = bi / br;
    const divisor = br + bi * ratio;
    return [(ar + ai * ratio) / divisor, (ai - ar * ratio) / divisor];
  }
  const ratio = br / bi;
  const divisor = br * ratio + bi;
  return [(ar * ratio + ai) / divisor, (ai * ratio - ar) / divisor];
}

/** 1e150: products with entries of a matrix scaled by `scaleOf` stay finite, and so do their sums. */
const tooLarge = 1e150;

/**
 * x[i] ← x[i] / divisor, where x holds pairs. If that would be too large, the whole of x is scaled down with it, so that
 * its direction survives divisors as small as the least normal number: what vanishes beside x[i] may become 0.
 *
 * Source: LAPACK `zlatrs`, which keeps eigenvectors of defective matrices finite.
 */
export function divideEntry(x: Float64Array, i: number, divisor: readonly [number, number]): void {
  const above = Math.max(Math.abs(x[2 * i]!), Math.abs(x[2 * i + 1]!));
  const below = Math.max(Math.abs(divisor[0]), Math.abs(divisor[1]));
  if (above <= below * tooLarge) {
    [x[2 * i], x[2 * i + 1]] = quotient(x[2 * i]!, x[2 * i + 1]!, ...divisor);
    return;
  }
  const [re, im] = quotient(x[2 * i]! / above, x[2 * i + 1]! / above, divisor[0] / below, divisor[1] / below);
  // by `below · tooLarge / above`, in two steps if that might be 0
  const [divided, factor] = above > 1 ? [above, below * tooLarge] : [1, (below * tooLarge) / above];
  for (let p = 0; p < x.length; p++) x[p] = (x[p]! / divided) * factor;
  x[2 * i] = re * tooLarge;
  x[2 * i + 1] = im * tooLarge;
}

/** target[t …] −= (re + i·im) · source[s …] on `count` pairs; both indices are of entries of the storage. */
export function subtractScaled(
  target: Float64Array,
  t: number,
  re: number,
  im: number,
  source: Float64Array,
  s: number,
  count: number,
): void {
  for (let k = 0, p = t, q = s; k < count; k++, p += 2, q += 2) {
    const x = source[q]!;
    const y = source[q + 1]!;
    target[p]! -= re * x - im * y;
    target[p + 1]! -= re * y + im * x;
  }
}
