import { describe, expect, test } from "vitest";
import { initializer } from "../initializer";
import {
  HeNormal,
  HeUniform,
  type Initializer,
  Normal,
  Orthogonal,
  Sparse,
  TruncatedNormal,
  Uniform,
  VarianceScaling,
  XavierNormal,
  XavierUniform,
} from "../initializers";
import { RandomState, type Reference } from "../random/state";
import type { Shape } from "../shape";
import { type Distribution, normalOf, uniformWithin } from "./distribution";
import { kolmogorovDistance, kolmogorovTail } from "./kolmogorov";
import { lastAngle, missingShare, normal1Of } from "./normal1";
import { theoryOf } from "./theory";

/*
 * What every random initializer draws into [64, 3, 3, 3] is distributed as the theory says: one Kolmogorov–Smirnov test a
 * seed, for the seeds 0 to 99.
 */

const shape: Shape = [64, 3, 3, 3];
const seeds = Array.from({ length: 100 }, (_, seed) => seed);
const level = 0.01;
const eras: readonly Reference[] = ["1.6", "2.x"];

function drawn(init: Initializer, seed: number, reference: Reference, of: Shape = shape): Float32Array {
  const random = new RandomState({ reference });
  random.setSeed(seed);
  return initializer(init, of, "float32", random).initData().asnumpy().storage as Float32Array;
}

/** The p of each seed. */
const pOf = (init: Initializer, reference: Reference, theory: Distribution, of: Shape = shape) =>
  seeds.map((seed) => {
    const values = drawn(init, seed, reference, of).toSorted();
    return kolmogorovTail(values.length, kolmogorovDistance(values, theory));
  });

/** The smallest count that so many trials, each failing with this probability, exceed only once in a million times. */
function mostFailures(trials: number, probability: number): number {
  let term = (1 - probability) ** trials;
  let above = 1 - term;
  let count = 0;
  while (above > 1e-6) {
    count++;
    term *= ((trials - count + 1) / count) * (probability / (1 - probability));
    above -= term;
  }
  return count;
}

const rows: { name: string; init: Initializer; since?: "2.x"; of?: Shape }[] = [
  { name: "Uniform()", init: new Uniform() },
  { name: "Normal()", init: new Normal() },
  { name: "Normal(0.2, 1)", init: new Normal(0.2, 1) },
  { name: "TruncatedNormal()", init: new TruncatedNormal() },
  { name: "TruncatedNormal(0.5, 0.1, -0.4, 1)", init: new TruncatedNormal(0.5, 0.1, -0.4, 1), since: "2.x" },
  { name: "XavierUniform()", init: new XavierUniform() },
  { name: "XavierNormal()", init: new XavierNormal(), since: "2.x" },
  { name: "HeUniform()", init: new HeUniform() },
  { name: "HeUniform(0.2, fan_out)", init: new HeUniform(0.2, "fan_out") },
  { name: "HeUniform(0, fan_in, tanh)", init: new HeUniform(0, "fan_in", "tanh") },
  { name: "HeNormal()", init: new HeNormal() },
  { name: "HeNormal(0, fan_out, relu)", init: new HeNormal(0, "fan_out", "relu") },
  ...(["fan_in", "fan_out", "fan_avg"] as const).flatMap((mode) =>
    (["uniform", "truncated_normal", "untruncated_normal"] as const).map((distribution) => ({
      name: `VarianceScaling(2, ${mode}, ${distribution})`,
      init: new VarianceScaling(2, mode, distribution),
    })),
  ),
  { name: "Orthogonal()", init: new Orthogonal() },
  { name: "Sparse(0.1) on [64, 27]", init: new Sparse(0.1), of: [64, 27] }, // it fills matrices only
];
const tested = eras.flatMap((reference) =>
  rows.filter(({ since }) => !since || since === reference).map((row) => ({ reference, ...row })),
);

test("a hundred tests at 1 % fail once on average, and more than 8 times once in a million", () => {
  expect(mostFailures(100, 0.01)).toBe(8); // scipy.stats.binom.sf(7, 100, 0.01) = 8.5e-6, sf(8, …) = 7.9e-7
});

describe.each(tested)("$name, $reference", ({ init, reference, of }) => {
  const theory = theoryOf(init, of ?? shape, reference)!.distribution;
  const p = pOf(init, reference, theory, of);

  test("fails the test as seldom as chance has it", () => {
    expect(p.filter((each) => each <= level).length).toBeLessThanOrEqual(mostFailures(seeds.length, level));
  });
  // the elements of an orthogonal matrix depend on each other, and a probability of its own makes the test milder
  if (!(init instanceof Orthogonal) && !(init instanceof Sparse))
    test("has p-values that are themselves spread evenly, so the test is neither blind nor too strict", () => {
      const evenly = kolmogorovDistance(
        p.map((each) => 2 * each - 1).toSorted((a, b) => a - b),
        uniformWithin(1),
      );
      expect(kolmogorovTail(seeds.length, evenly)).toBeGreaterThan(1e-4);
    });
  test("is told from a distribution that is a tenth wider", () => {
    const wider: Distribution = { ...theory, cdf: (x) => theory.cdf(x / 1.1), atom: undefined };
    if (theory.mean === 0) expect(Math.max(...pOf(init, reference, wider, of).slice(0, 20))).toBeLessThan(0.5);
  });
});

describe("the 3.14 of 1.x", () => {
  const gap = 2 * Math.PI - lastAngle;
  /** How many of the pairs (R · sin θ, R · cos θ), the sine at `sine`, have θ in what 1.x leaves out. */
  const inGap = (reference: Reference, sine: 0 | 1) => {
    let count = 0;
    for (const seed of seeds) {
      const values = drawn(new Normal(1), seed, reference);
      for (let i = 0; i < values.length; i += 2) {
        const angle = Math.atan2(values[i + sine]!, values[i + 1 - sine]!);
        if (angle < 0 && angle > -gap * 0.9999) count++; // float32 rounds the angle by 1e-7 of a turn
      }
    }
    return count;
  };

  test("is missing from the angles: no pair of 86,400 lies in the last 0.0032, where 44 are expected", () => {
    const expected = ((seeds.length * 1728) / 2) * missingShare;
    expect(missingShare).toBeCloseTo(0.000506924, 9);
    expect(expected).toBeCloseTo(43.8, 1);
    expect(inGap("1.6", 0)).toBe(0); // chance alone: e^-43.8
    expect(Math.abs(inGap("2.x", 1) - expected)).toBeLessThan(5 * Math.sqrt(expected)); // π is 3.1415926 there
  });

  const ideal = normalOf(0, 1);
  const real = normal1Of(0, 1);
  const zs = Array.from({ length: 80_001 }, (_, i) => (i - 40_000) / 10_000);

  test("moves the distribution by 0.00025 at most, and the mean by −0.00032 sigma", () => {
    const farthest = zs.reduce((most, z) => Math.max(most, Math.abs(real.cdf(z) - ideal.cdf(z))), 0);
    expect(farthest).toBeCloseTo(0.00025142, 8);
    expect(real.mean).toBeCloseTo(-0.000317, 6);
    // a Kolmogorov–Smirnov test at 1 % sees a shift of 1.63 / √n: 1,728 values are too few by a factor of 20,000
    expect((1.6276 / farthest) ** 2 / 1728).toBeGreaterThan(20_000);
  });

  test("takes a quarter of the density away just below 0, and shows there in four million values", () => {
    expect(real.density(-1e-9) / ideal.density(0)).toBeCloseTo(0.75, 3);
    const values = drawn(new Normal(1), 0, "1.6", [4_000_000]);
    const within = (low: number, high: number) => values.reduce((sum, x) => sum + (x >= low && x < high ? 1 : 0), 0);
    const [below, above] = [within(-0.001, 0), within(0, 0.001)];
    const half = 4e6 * 0.001 * ideal.density(0);
    expect(Math.abs(above - half)).toBeLessThan(5 * Math.sqrt(half));
    expect(half - below).toBeGreaterThan(5 * Math.sqrt(half));
    expect(Math.abs(below - 4e6 * (real.cdf(0) - real.cdf(-0.001)))).toBeLessThan(5 * Math.sqrt(half));
  });
});
