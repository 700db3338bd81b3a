import { roundoff, withSign } from "./machine";

/** The decomposition of a 2 by 2 triangle: [cl sl; −sl cl] · [f g; 0 h] · [cr −sr; sr cr] = diag(max, min). */
export interface Triangular2 {
  max: number;
  min: number;
  cl: number;
  sl: number;
  cr: number;
  sr: number;
}

/** The singular values of [f g; 0 h]. Source: LAPACK `dlas2`. */
export function singularValues2(f: number, g: number, h: number): { min: number; max: number } {
  const low = Math.min(Math.abs(f), Math.abs(h));
  const high = Math.max(Math.abs(f), Math.abs(h));
  const off = Math.abs(g);
  if (low === 0) return { min: 0, max: high === 0 ? off : Math.hypot(high, off) };
  const ratio = 1 + low / high;
  const gap = (high - low) / high;
  if (off < high) {
    const square = (off / high) ** 2;
    const c = 2 / (Math.sqrt(ratio * ratio + square) + Math.sqrt(gap * gap + square));
    return { min: low * c, max: high / c };
  }
  const part = high / off;
  if (part === 0) return { min: (low * high) / off, max: off };
  const c = 1 / (Math.sqrt(1 + (ratio * part) ** 2) + Math.sqrt(1 + (gap * part) ** 2));
  return { min: 2 * (low * c * part), max: off / (c + c) };
}

/**
 * Singular values and vectors of [f g; 0 h], each accurate to a few units in the last place; |max| ≥ |min|, the signs
 * are such that the equation of `Triangular2` holds. Source: LAPACK `dlasv2`.
 */
export function decompose2(f: number, g: number, h: number): Triangular2 {
  const swapped = Math.abs(h) > Math.abs(f);
  const [first, last] = swapped ? [h, f] : [f, h];
  const high = Math.abs(first);
  const low = Math.abs(last);
  const off = Math.abs(g);
  let dominant: "f" | "g" | "h" = swapped ? "h" : "f";
  let min = low;
  let max = high;
  let [c, s, ct, st] = [1, 0, 1, 0]; // left and right (cosine, sine) of the unswapped triangle
  if (off !== 0) {
    if (off > high) dominant = "g";
    if (off > high && high / off < roundoff) {
      max = off;
      min = low > 1 ? high / (off / low) : (high / off) * low;
      [c, s, ct, st] = [1, last / g, first / g, 1];
    } else {
      const gap = high - low;
      const l = gap === high ? 1 : gap / high; // the same for an infinite entry
      const m = g / first;
      const t = 2 - l;
      const mm = m * m;
      const sum = Math.sqrt(t * t + mm);
      const root = l === 0 ? Math.abs(m) : Math.sqrt(l * l + mm);
      const a = 0.5 * (sum + root);
      min = low / a;
      max = high * a;
      let tangent: number;
      if (mm !== 0) tangent = (m / (sum + t) + m / (root + l)) * (1 + a);
      else if (l === 0) tangent = withSign(2, first) * withSign(1, g);
      else tangent = g / withSign(gap, first) + m / t;
      const length = Math.sqrt(tangent * tangent + 4);
      ct = 2 / length;
      st = tangent / length;
      c = (ct + st * m) / a;
      s = ((last / first) * st) / a;
    }
  }
  const [cl, sl, cr, sr] = swapped ? [st, ct, s, c] : [c, s, ct, st];
  const sign = {
    f: withSign(1, cr) * withSign(1, cl) * withSign(1, f),
    g: withSign(1, sr) * withSign(1, cl) * withSign(1, g),
    h: withSign(1, sr) * withSign(1, sl) * withSign(1, h),
  }[dominant];
  return { max: withSign(max, sign), min: withSign(min, sign * withSign(1, f) * withSign(1, h)), cl, sl, cr, sr };
}
