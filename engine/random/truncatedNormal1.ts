import { checkpoint } from "../checkpoint";
import { erfc, inverseErf } from "./erf";
import type { LegacyStream } from "./legacyStream";

/** Elements between two checkpoints. */
const stretch = 65536;

/**
 * Fill `out` with loc + scale · x, x standard normal between a and b: one uniform of NumPy's generator each, put through
 * the inverse of the distribution function. Float32 roundings equal SciPy's; float64 agrees to 1e-12.
 *
 * Source: SciPy `truncnorm.rvs`, which MindSpore 1.x calls with a = −2, b = 2.
 */
export function fillTruncatedNormal1(
  out: Float64Array,
  stream: LegacyStream,
  a: number,
  b: number,
  loc: number,
  scale: number,
): void {
  stream.fillUniform(out, 0, 1);
  // twice the distribution function, counted from the nearer tail, so that nothing cancels there
  const side = a > 0 ? -1 : 1;
  const from = erfc((-side * a) / Math.SQRT2);
  const mass = erfc((-side * b) / Math.SQRT2) - from;
  for (let i = 0; i < out.length; i++) {
    const z = from + out[i]! * mass;
    const x = z > 1 ? inverseErf(z - 1, 2 - z) : -inverseErf(1 - z, z);
    out[i] = loc + scale * (side * x * Math.SQRT2);
    if (i % stretch === 0) checkpoint();
  }
}
