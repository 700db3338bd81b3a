import { describe, expect, test } from "vitest";
import { coordinateOf, type Distribution, normalOf, truncatedNormalOf, uniformWithin, withZeros } from "./distribution";
import { normal1Of } from "./normal1";

const all: { [name: string]: Distribution } = {
  uniform: uniformWithin(0.07),
  normal: normalOf(0.5, 0.2),
  truncated: truncatedNormalOf(0.2, 1.5, -0.55, 4.7),
  "barely truncated": truncatedNormalOf(0, 0.01, -2, 2),
  "coordinate of 3": coordinateOf(3, 1),
  "coordinate of 64": coordinateOf(64, 2),
  "normal with zeros": withZeros(normalOf(0, 0.01), 0.3),
  "normal of 1.x": normal1Of(0.1, 0.2),
};

/** ∫ f over the distribution's range, by the midpoint rule: nothing that the code under test uses. */
function integral(of: Distribution, f: (x: number) => number): number {
  const low = Math.max(of.low, of.mean - 9 * of.deviation);
  const high = Math.min(of.high, of.mean + 9 * of.deviation);
  const steps = 400_000;
  const width = (high - low) / steps;
  let sum = 0;
  for (let i = 0; i < steps; i++) {
    const x = low + (i + 0.5) * width;
    sum += f(x) * of.density(x) * width;
  }
  return sum;
}

describe.each(Object.entries(all))("%s", (_, of) => {
  const rest = 1 - (of.atom?.mass ?? 0);
  test("has a density that integrates to its mass, mean and deviation", () => {
    expect(integral(of, () => 1)).toBeCloseTo(rest, 5);
    expect(integral(of, (x) => x)).toBeCloseTo(of.mean, 5);
    expect(Math.sqrt(integral(of, (x) => (x - of.mean) ** 2))).toBeCloseTo(of.deviation, 5);
  });
  test("has a cdf that rises from 0 to 1 as fast as the density says", () => {
    expect(of.cdf(of.mean - 12 * of.deviation)).toBeCloseTo(0, 15);
    expect(of.cdf(of.mean + 12 * of.deviation)).toBeCloseTo(1, 15);
    for (let z = -1.6; z < 2; z += 0.37) {
      const x = of.mean + z * of.deviation;
      if (x <= of.low || x >= of.high) continue;
      const step = of.deviation * 1e-5;
      const slope = (of.cdf(x + step) - of.cdf(x - step)) / (2 * step);
      expect(slope / of.density(x)).toBeCloseTo(1, 4);
    }
  });
});

test("truncatedNormalOf gives SciPy's truncnorm", () => {
  const inner = truncatedNormalOf(0, 0.01, -0.02, 0.02); // scipy.stats.truncnorm(-2, 2, 0, 0.01), SciPy 1.17
  expect(inner.deviation).toBeCloseTo(0.008796256610342397, 15);
  expect(inner.density(0.005)).toBeCloseTo(36.884800848815686, 11);
  expect(inner.cdf(0.005)).toBeCloseTo(0.7005893286629716, 13);
  const uneven = truncatedNormalOf(0.2, 1.5, -0.55, 4.7); // truncnorm(-0.5, 3, 0.2, 1.5)
  expect(uneven.mean).toBeCloseTo(0.9556016877574176, 13);
  expect(uneven.deviation).toBeCloseTo(1.0304330134453579, 13);
  expect(uneven.cdf(1)).toBeCloseTo(0.5717343136261427, 13);
});

test.each([
  // scipy.stats.beta(½(n − 1), ½(n − 1)) on [−1, 1] at 0.1, SciPy 1.17
  [2, 0.53188428042926, 0.3199134725855654, Math.SQRT1_2],
  [3, 0.55, 0.5, 0.5773502691896257],
  [27, 0.6936760340755181, 1.7858467766347548, 0.19245008972987526],
  [64, 0.7859863718368996, 2.321295648738316, 0.125],
  [577, 0.9919135355993144, 0.5348520457295407, 0.041630544712181326],
])("coordinateOf(%i) gives SciPy's beta", (axes, cdf, density, deviation) => {
  const of = coordinateOf(axes, 1);
  expect(of.cdf(0.1)).toBeCloseTo(cdf, 12);
  expect(of.density(0.1) / density).toBeCloseTo(1, 10);
  expect(of.deviation).toBeCloseTo(deviation, 15);
});

test.each([
  // P(R · sin θ ≤ x) and P(R · cos θ ≤ x), averaged over θ in [0, 6.28000020980835) with scipy.integrate.quad
  [-2, 0.022761670384969422],
  [-0.5, 0.30869402313214805],
  [-0.01, 0.49626206383415294],
  [-0.002, 0.49935286982122884],
  [-0.0005, 0.4998472025635544],
  [0, 0.5],
  [0.3, 0.6179600659734266],
  [1, 0.841418089304863],
  [2, 0.9772726491313639],
])("normal1Of(0, 1) at %d is what leaving out the last 0.0032 of the turn gives", (x, cdf) => {
  expect(normal1Of(0, 1).cdf(x)).toBeCloseTo(cdf, 9); // sin θ ≈ θ over the gap: 2e-6 of 5e-4
});

test("normal1Of(0, 1) has the mean and deviation of the cut turn", () => {
  // ½ √(π/2) (1 − cos A + sin A) / A with A = 6.28000020980835
  expect(normal1Of(0, 1).mean).toBeCloseTo(-0.00031732192259119476, 8);
  expect(normal1Of(0, 1).deviation).toBeCloseTo(0.9999999496533974, 12);
});
