import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NDArray } from "../ndarray";
import { max, min, sum } from "../numpy/reduce";
import { argmax, argmin } from "../numpy/selection";
import { mean, variance } from "../numpy/statistics";
import { changedBytes, floatsFrom } from "./twins";

const seeds = fc.integer({ min: 1, max: 2 ** 31 - 1 });
const folds = { sum, mean, max, min, variance };

function numbers(seed: number, shape: number[], dtype: "float32" | "float64" | "int32", wild: boolean): NDArray {
  const floats = floatsFrom(
    seed,
    shape.reduce((a, b) => a * b, 1),
    wild,
  );
  if (dtype === "float32") return new NDArray(dtype, shape, floats);
  return new NDArray(
    dtype,
    shape,
    dtype === "float64" ? Float64Array.from(floats, (x) => x / 3) : new Int32Array(floats.buffer),
  );
}

describe.each(["float32", "float64", "int32"] as const)("of %s, kernels give the plain loops' bits:", (dtype) => {
  test.each(Object.entries(folds))("%s", (_, fold) => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1000, max: 70_000 }), fc.boolean(), (seed, size, wild) => {
        expect(changedBytes(() => fold(numbers(seed, [size], dtype, wild)))).toBe(0);
      }),
      { numRuns: 25 },
    );
    for (const axis of [0, 1, 2, [0, 2], null]) {
      expect(changedBytes(() => fold(numbers(5, [3, 4, 1500], dtype, false), { axis }))).toBe(0);
      expect(changedBytes(() => fold(numbers(6, [40, 3, 200], dtype, false), { axis }))).toBe(0);
    }
  });
  test.each([argmax, argmin])("%o", (place) => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1000, max: 9000 }), fc.boolean(), (seed, size, wild) => {
        const x = numbers(seed, [3, size], dtype, wild);
        expect(changedBytes(() => place(x))).toBe(0);
        expect(changedBytes(() => place(x, 1))).toBe(0);
        expect(changedBytes(() => place(x, 0))).toBe(0);
      }),
      { numRuns: 25 },
    );
  });
});

test("a long sum keeps NumPy's order where it is cut for the stop button", () => {
  expect(changedBytes(() => sum(numbers(9, [9_000_003], "float32", false)))).toBe(0);
});

test("the greatest of zeros has the sign that the plain loop gives", () => {
  for (const place of [0, 1, 700, 1499]) {
    const zeros = new NDArray("float32", [1500], new Float32Array(1500).fill(-0));
    zeros.write(place, 0);
    expect(changedBytes(() => max(zeros))).toBe(0);
    expect(changedBytes(() => min(zeros))).toBe(0);
  }
});
