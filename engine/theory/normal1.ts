import { bell, type Distribution, phi } from "./distribution";

/*
 * The normals that MindSpore 1.2 to 1.8 really draws. Box–Muller turns two uniforms into R · sin θ and R · cos θ, and its θ
 * goes from 0 to 2 · 3.14 in float32: the last 0.0032 of the full turn never comes up. What those angles would have given
 * is missing: sines just below 0, and cosines that are R itself.
 */

/** The largest angle, as the generator computes it. */
export const lastAngle = Math.fround(2 * Math.fround(3.14));
/** The angles that are left out, in radians. */
export const missingArc = 2 * Math.PI - lastAngle;
/** Their share of the full turn. */
export const missingShare = missingArc / (2 * Math.PI);

/**
 * Sines and cosines of the generator taken together, times `deviation`, plus `mean`. Over the missing arc sin θ is taken as
 * θ − 2π and cos θ as 1, which is true to 2e-6 of what is missing.
 */
export function normal1Of(mean: number, deviation: number): Distribution {
  const unit = (x: number) => (x - mean) / deviation;
  const share = missingShare / (1 - missingShare);
  const shift = -share * 0.5 * Math.sqrt(Math.PI / 2) * (1 - missingArc / 2);
  return {
    mean: mean + deviation * shift,
    deviation: deviation * Math.sqrt(1 - shift * shift), // a sine and its cosine have R² together, whatever the angle
    low: Number.NEGATIVE_INFINITY,
    high: Number.POSITIVE_INFINITY,
    density: (x) => (bell(unit(x)) - missingShare * missingDensity(unit(x))) / (1 - missingShare) / deviation,
    cdf: (x) => (phi(unit(x)) - missingShare * missingBelow(unit(x))) / (1 - missingShare),
  };
}

/** Density of what the missing arc would have given, sines and cosines half and half. */
function missingDensity(z: number): number {
  if (z > 0) return (z * Math.exp((-z * z) / 2)) / 2;
  return (Math.sqrt(2 * Math.PI) * phi(z / missingArc)) / missingArc / 2;
}

function missingBelow(z: number): number {
  if (z > 0) return 1 - Math.exp((-z * z) / 2) / 2;
  const t = z / missingArc;
  return (Math.exp((-t * t) / 2) + t * Math.sqrt(2 * Math.PI) * phi(t)) / 2;
}
