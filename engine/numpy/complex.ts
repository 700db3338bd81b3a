import type { Loop1 } from "./ufunc";

/* Loops on complex numbers stored as pairs: real part, imaginary part. */

/** A loop that applies a function to each pair; `compute` writes the result at an index. */
export function onPairs(compute: (a: number, b: number, out: Float64Array, at: number) => void): Loop1 {
  return (count, x, out) => {
    for (let i = 0; i < 2 * count; i += 2) compute(x[i]!, x[i + 1]!, out, i);
  };
}

export const conjugate = onPairs((a, b, out, at) => {
  out[at] = a;
  out[at + 1] = -b;
});
export const exp = onPairs((a, b, out, at) => {
  const size = Math.exp(a);
  out[at] = size * Math.cos(b);
  out[at + 1] = b === 0 ? b : size * Math.sin(b);
});
export const log = onPairs((a, b, out, at) => {
  out[at] = Math.log(Math.hypot(a, b));
  out[at + 1] = Math.atan2(b, a);
});
export const sqrt = onPairs((a, b, out, at) => {
  if (a === 0 && b === 0) {
    out[at] = 0;
    out[at + 1] = b;
    return;
  }
  const size = Math.sqrt((Math.abs(a) + Math.hypot(a, b)) * 0.5);
  const other = Math.abs(b) / (2 * size);
  out[at] = a >= 0 ? size : other;
  const imaginary = a >= 0 ? other : size;
  out[at + 1] = b < 0 || Object.is(b, -0) ? -imaginary : imaginary;
});
export const sin = onPairs((a, b, out, at) => {
  out[at] = Math.sin(a) * Math.cosh(b);
  out[at + 1] = Math.cos(a) * Math.sinh(b);
});
export const cos = onPairs((a, b, out, at) => {
  out[at] = Math.cos(a) * Math.cosh(b);
  out[at + 1] = -Math.sin(a) * Math.sinh(b);
});
export const tanh = onPairs((a, b, out, at) => {
  const scale = Math.cosh(2 * a) + Math.cos(2 * b);
  out[at] = Math.abs(a) > 300 ? Math.sign(a) : Math.sinh(2 * a) / scale;
  out[at + 1] = Math.abs(a) > 300 ? 0 : Math.sin(2 * b) / scale;
});
