import fc from "fast-check";
import { expect, test } from "vitest";
import { log, slowLog } from "./log";

// Python's decimal module with 50 digits, rounded to float64
test.each([
  [1, 0],
  [1 - 2 ** -53, -1.1102230246251565e-16],
  [1 + 2 ** -52, 2.2204460492503128e-16],
  [0.3, -1.2039728043259361],
  [12, 2.4849066497880004],
  [1e-300, -690.7755278982137],
])("ln %d is correctly rounded", (x, expected) => {
  expect(log(x)).toBe(expected);
  expect(slowLog(x)).toBe(expected);
});

test("the quick logarithm equals the one with 192 bits everywhere, and next to 1", () => {
  const positive = fc.double({ min: 2 ** -1022, max: 1e300, noNaN: true });
  const nearOne = fc.double({ min: -0.05, max: 0.05, noNaN: true }).map((d) => 1 + d);
  fc.assert(
    fc.property(fc.oneof(positive, nearOne, fc.double({ min: 1e-9, max: 1, noNaN: true })), (x) => {
      expect(log(x)).toBe(slowLog(x));
    }),
    { numRuns: 5000 },
  );
});
