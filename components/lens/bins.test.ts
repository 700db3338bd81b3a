import { expect, test } from "vitest";
import type { Histogram } from "../../workers/protocol";
import { barsPath, countIn, edgeAt, edgesOf, rangeOf, spanOf } from "./bins";
import { ticksBetween } from "./ticks";

const histogram = (edges: Histogram["edges"], counts: number[]): Histogram => ({
  ...{ edges, counts },
  ...{ below: 0, above: 0, nan: 0, positiveInf: 0, negativeInf: 0 },
});

test("a range of whole numbers ends before the bin's upper edge, one of floats at it", () => {
  const whole = histogram([0, 5, 10, 15], [1, 2, 3]);
  expect(rangeOf(whole, [1, 3], "int32")).toEqual([5, 14]);
  expect(rangeOf(whole, [1, 3], "float32")).toEqual([5, 15]);
  expect(rangeOf(histogram(["9007199254740993", "9007199254740995"], [1]), [0, 1], "int64")).toEqual([
    "9007199254740993",
    "9007199254740994",
  ]);
});

test("spanOf finds the bins of a range again", () => {
  const one = histogram([0, 0.5, 1, 1.5], [1, 2, 3]);
  expect(spanOf(one, rangeOf(one, [1, 3], "float32"), "float32")).toEqual([1, 3]);
  expect(spanOf(one, ["nan", "nan"], "float32")).toBeNull();
  expect(spanOf(one, [0.25, 1], "float32")).toBeNull();
  expect(countIn(one, [1, 3])).toBe(5);
});

test("bars stand beside one another, the highest as high as the box", () => {
  const one = histogram([0, 1, 2, 4], [1, 0, 2]);
  expect(barsPath(one, edgesOf(one), 400, 100)).toBe("M0.00 100V50.00H100.00V100ZM200.00 100V0.00H400.00V100Z");
  expect(barsPath(one, edgesOf(one), 400, 100, [2, 3])).toBe("M200.00 100V0.00H400.00V100Z");
  expect([0, 0.2, 0.6, 1].map((part) => edgeAt(edgesOf(one), part))).toEqual([0, 1, 2, 3]);
});

test("ticks are round numbers within the axis", () => {
  expect(ticksBetween(-0.036, 0.034, 4)).toEqual([-0.02, 0, 0.02]);
  expect(ticksBetween(0, 1900, 4)).toEqual([0, 500, 1000, 1500]);
  expect(ticksBetween(3, 3, 4)).toEqual([3]);
});
