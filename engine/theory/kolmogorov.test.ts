import fc from "fast-check";
import { expect, test } from "vitest";
import { normalOf, uniformWithin, withZeros } from "./distribution";
import { kolmogorovDistance, kolmogorovTail } from "./kolmogorov";

test.each([
  // scipy.stats.kstwo.sf(d, n), SciPy 1.17
  [1, 0.7, 0.6],
  [5, 0.5366563145999496, 0.07107678230606938],
  [17, 0.3, 0.0747594901851486],
  [50, 0.2, 0.03143877776953241],
  [100, 0.12, 0.10330374901819939],
  [101, 0.11940446282519869, 0.10334807568427373],
  [300, 0.06928203230275508, 0.1070797172950505],
  [1728, 0.021650635094610966, 0.3872505216486559],
  [1728, 0.03921170578246208, 0.009581337056893718],
  [1728, 0.05533985905294664, 4.851531825797452e-5],
  [1728, 0.0721687836487032, 2.849287362570526e-8],
  [100_000, 0.005154512586074457, 0.009812396418590852],
  [1_000_000, 0.005, 3.8436375474778123e-22],
])("kolmogorovTail(%i, %d) is SciPy's", (count, distance, probability) => {
  const tail = kolmogorovTail(count, distance);
  expect(Math.abs(tail - probability)).toBeLessThan(8e-6); // the expansion, at 101 values
  expect(tail / probability).toBeCloseTo(1, 3);
});

test.each([
  // Miller 1956, J. Am. Stat. Assoc. 51, table 1: the two-sided critical values at 1 %
  [10, 0.48893],
  [20, 0.35241],
  [50, 0.22604],
  [100, 0.16081],
])("kolmogorovTail(%i, %d) is 1 %, as in Miller's table", (count, distance) => {
  expect(kolmogorovTail(count, distance)).toBeCloseTo(0.01, 4);
});

test("kolmogorovTail is 1 where no staircase comes nearer, 0 where none is farther, and falls between", () => {
  expect(kolmogorovTail(10, 0.05)).toBe(1);
  expect(kolmogorovTail(10, 1)).toBe(0);
  for (const count of [3, 40, 99, 200, 1728]) {
    const tails = Array.from({ length: 60 }, (_, i) => kolmogorovTail(count, (i + 1) / 61));
    expect(tails).toEqual(tails.toSorted((a, b) => b - a));
    expect(Math.max(...tails)).toBeLessThanOrEqual(1);
    expect(Math.min(...tails)).toBeGreaterThanOrEqual(0);
  }
});

test("kolmogorovDistance is SciPy's, equal values included", () => {
  // scipy.stats.kstest([-1.2, -0.4, 0.1, 0.1, 0.5, 2.0], "norm"): 0.20649450394369567
  expect(kolmogorovDistance([-1.2, -0.4, 0.1, 0.1, 0.5, 2], normalOf(0, 1))).toBeCloseTo(0.20649450394369567, 14);
  expect(kolmogorovDistance([0], uniformWithin(1))).toBe(0.5);
});

test("kolmogorovDistance skips no gap, however many values there are", () => {
  const ideal = normalOf(0, 1);
  const gaps = (sorted: readonly number[]) =>
    sorted.map((x, i) => {
      const [first, last] = [sorted.indexOf(x), sorted.lastIndexOf(x)];
      const share = ideal.cdf(x);
      return i === first
        ? Math.max(Math.abs((last + 1) / sorted.length - share), Math.abs(first / sorted.length - share))
        : 0;
    });
  const values = fc.array(
    fc.double({ min: -3, max: 3, noNaN: true }).map((x) => Math.round(x * 50) / 50),
    { minLength: 1, maxLength: 400 },
  );
  fc.assert(
    fc.property(values, (drawn) => {
      const sorted = drawn.toSorted((a, b) => a - b);
      expect(kolmogorovDistance(sorted, ideal)).toBeCloseTo(Math.max(...gaps(sorted)), 14);
    }),
    { numRuns: 300 },
  );
});

test("kolmogorovDistance counts a value that has a probability of its own", () => {
  const half = withZeros(uniformWithin(1), 0.5);
  const values = [-0.75, -0.25, 0, 0, 0, 0, 0.25, 0.75]; // exactly as they should be, in eighths
  expect(kolmogorovDistance(values, half)).toBeCloseTo(1 / 16, 12);
});
