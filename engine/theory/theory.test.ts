import { expect, test } from "vitest";
import {
  Constant,
  HeNormal,
  HeUniform,
  Normal,
  Orthogonal,
  TruncatedNormal,
  VarianceScaling,
  XavierUniform,
} from "../initializers";
import { type Theory, theoryOf } from "./theory";

const lines = (theory: Theory | null) =>
  theory!.steps.map(({ quantity, formula, numbers, value }) => `${quantity} = ${formula} = ${numbers} = ${value}`);

test("theoryOf spells He's arithmetic out with the numbers of the shape", () => {
  expect(lines(theoryOf(new HeUniform(), [64, 3, 3, 3], "1.6"))).toEqual([
    "fanIn = shape[1] · ∏ shape[2:] = 3 · 3 · 3 = 27",
    "fanOut = shape[0] · ∏ shape[2:] = 64 · 3 · 3 = 576",
    `gain = √(2 / (1 + negative_slope²)) = √(2 / (1 + 0²)) = ${Math.SQRT2}`,
    `bound = √3 · gain / √fan_in = √3 · 1.41421 / √27 = ${Math.sqrt(3) * (Math.SQRT2 / Math.sqrt(27))}`,
    `deviation = bound / √3 = 0.471405 / √3 = ${(Math.sqrt(3) * (Math.SQRT2 / Math.sqrt(27))) / Math.sqrt(3)}`,
  ]);
  expect(lines(theoryOf(new HeNormal(0, "fan_out", "tanh"), [4, 5], "2.x")).slice(0, 3)).toEqual([
    "fanIn = shape[1] = 5 = 5",
    "fanOut = shape[0] = 4 = 4",
    `gain = 5 / 3 = 5 / 3 = ${5 / 3}`,
  ]);
});

test("theoryOf knows that the default of VarianceScaling is uniform in spite of its name", () => {
  const { steps, distribution } = theoryOf(new VarianceScaling(), [64, 3, 3, 3], "1.6")!;
  expect(steps.map(({ quantity }) => quantity)).toEqual(["fanIn", "fanOut", "variance", "bound", "deviation"]);
  expect(distribution.high).toBeCloseTo(Math.sqrt(3 / 27), 12);
});

test("theoryOf cuts TruncatedNormal at two sigma in 1.x and two hundred sigma away in 2.x", () => {
  const [old, late] = (["1.6", "2.x"] as const).map((era) => theoryOf(new TruncatedNormal(), [2, 2], era)!);
  expect([old!.distribution.high, late!.distribution.high]).toEqual([0.02, 2]);
  expect(late!.distribution.deviation).toBeCloseTo(0.01, 12);
});

test("theoryOf has none where nothing is random, or one element says nothing", () => {
  expect(theoryOf(new Constant(1), [2, 2], "1.6")).toBeNull();
  expect(theoryOf(new Normal(0), [2, 2], "1.6")).toBeNull();
  expect(theoryOf(new Orthogonal(), [1, 1], "1.6")).toBeNull();
});

test("theoryOf refuses what the initializer refuses", () => {
  expect(() => theoryOf(new XavierUniform(), [3], "1.6")).toThrow("For 'XavierUniform', the dimension");
});
