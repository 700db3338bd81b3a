import { erfc } from "../random/erf";

/** How values are distributed: what a histogram of many of them comes to look like. */
export type Distribution = {
  mean: number;
  /** Standard deviation. */
  deviation: number;
  /** No value lies outside [low, high]. */
  low: number;
  high: number;
  /** Probability per unit at x; where a single value has a probability of its own (`atom`), without that. */
  density(x: number): number;
  /** Probability of a value ≤ x. */
  cdf(x: number): number;
  /** One value that comes up again and again. */
  atom?: { at: number; mass: number };
};

/** Φ, the distribution function of the standard normal distribution. */
export const phi = (z: number) => erfc(-z / Math.SQRT2) / 2;
/** Its density. */
export const bell = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

const clamp = (x: number) => Math.min(1, Math.max(0, x));

/** All values in [-bound, bound) alike. */
export function uniformWithin(bound: number): Distribution {
  const half = Math.abs(bound);
  return {
    mean: 0,
    deviation: half / Math.sqrt(3),
    low: -half,
    high: half,
    density: (x) => (Math.abs(x) <= half ? 1 / (2 * half) : 0),
    cdf: (x) => clamp((x + half) / (2 * half)),
  };
}

export function normalOf(mean: number, deviation: number): Distribution {
  return {
    mean,
    deviation,
    low: Number.NEGATIVE_INFINITY,
    high: Number.POSITIVE_INFINITY,
    density: (x) => bell((x - mean) / deviation) / deviation,
    cdf: (x) => phi((x - mean) / deviation),
  };
}

/** The normal distribution of these, given that the value lies in [low, high]. */
export function truncatedNormalOf(mean: number, deviation: number, low: number, high: number): Distribution {
  const from = (low - mean) / deviation;
  const to = (high - mean) / deviation;
  const below = phi(from);
  const mass = phi(to) - below;
  const shift = (bell(from) - bell(to)) / mass;
  // the bell at a bound that lies hundreds of deviations away is 0, and so is its product
  const spread = (from * bell(from) - to * bell(to)) / mass;
  return {
    mean: mean + deviation * shift,
    deviation: deviation * Math.sqrt(1 + spread - shift * shift),
    low,
    high,
    density: (x) => (x < low || x > high ? 0 : bell((x - mean) / deviation) / deviation / mass),
    cdf: (x) => (x <= low ? 0 : x >= high ? 1 : clamp((phi((x - mean) / deviation) - below) / mass)),
  };
}

/** 0 with probability `mass`, else as `other`, which is symmetric about 0. */
export function withZeros(other: Distribution, mass: number): Distribution {
  return {
    ...other,
    deviation: other.deviation * Math.sqrt(1 - mass),
    density: (x) => (1 - mass) * other.density(x),
    cdf: (x) => (1 - mass) * other.cdf(x) + (x >= 0 ? mass : 0),
    atom: { at: 0, mass },
  };
}

/**
 * One coordinate of a vector of length `radius` that points anywhere in `axes` ≥ 2 dimensions:
 * density ∝ (1 − t²)^((axes − 3) / 2), t = x / radius.
 *
 * Source: with t = cos θ the angle has the density sin(θ)^(axes − 2), whose integral goes down by two powers at a step.
 */
export function coordinateOf(axes: number, radius: number): Distribution {
  const whole = sinePower(axes - 2, Math.PI);
  return {
    mean: 0,
    deviation: radius / Math.sqrt(axes),
    low: -radius,
    high: radius,
    density: (x) => {
      const t = x / radius;
      return Math.abs(t) >= 1 ? 0 : (1 - t * t) ** ((axes - 3) / 2) / whole / radius;
    },
    cdf: (x) => {
      const t = Math.max(-1, Math.min(1, x / radius));
      return 1 - sinePower(axes - 2, Math.acos(t)) / whole;
    },
  };
}

/** ∫ sin(θ)^power from 0 to `angle`. */
function sinePower(power: number, angle: number): number {
  const sine = Math.sin(angle);
  const cosine = Math.cos(angle);
  let sum = power % 2 === 0 ? angle : 1 - cosine;
  for (let m = 2 + (power % 2); m <= power; m += 2) sum = ((m - 1) * sum - sine ** (m - 1) * cosine) / m;
  return sum;
}
