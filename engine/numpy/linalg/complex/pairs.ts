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
