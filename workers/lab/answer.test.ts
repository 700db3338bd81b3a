import { expect, test } from "vitest";
import { initializer, Normal, RandomState } from "../../engine";
import { answerTo } from "./answer";
import type { LabTask, Series } from "./protocol";

const task: LabTask = {
  shape: [64, 3, 3, 3],
  reference: "1.6",
  seed: 0,
  unit: "value",
  choices: [
    { name: "XavierUniform", args: [1] },
    { name: "Normal", args: [0.2, 1] },
  ],
};

test("answerTo bins every element once, on one axis, and goes by the drawn values", () => {
  const { low, high, drawn } = answerTo(task);
  const width = (high - low) / 80;
  const random = new RandomState({ reference: "1.6" });
  random.setSeed(0);
  const values = [
    ...(initializer(new Normal(0.2, 1), [64, 3, 3, 3], "float32", random).initData().asnumpy().storage as Float32Array),
  ];
  const normal = drawn[1] as Series;
  expect(normal.bins.reduce((sum, density) => sum + density * width, 0)).toBeCloseTo(1, 12);
  const count = (i: number) => values.filter((x) => x >= low + i * width && x < low + (i + 1) * width).length;
  for (const i of [40, 55, 63]) expect(normal.bins[i]! * width * values.length).toBeCloseTo(count(i), 6);
  expect(Number(normal.mean)).toBeCloseTo(values.reduce((sum, x) => sum + x, 0) / values.length, 6);
  expect(normal.theory!.p).toBeGreaterThan(0.01);
});

test("answerTo draws the theory as a line under which there is one", () => {
  const { drawn } = answerTo(task);
  for (const { theory } of drawn as Series[]) {
    const { line } = theory!;
    const area = line.slice(1).reduce((sum, [x, y], i) => sum + ((x - line[i]![0]) * (y + line[i]![1])) / 2, 0);
    expect(area).toBeCloseTo(1, 3);
  }
});

test("answerTo counts in deviations, so that all theories are as wide", () => {
  const { low, high, drawn } = answerTo({ ...task, unit: "deviation" });
  expect([low, high].map(Math.abs).every((end) => end > 3.5 && end < 5)).toBe(true);
  const tops = (drawn as Series[]).map(({ theory }) => Math.max(...theory!.line.map(([, density]) => density)));
  expect(tops[0]).toBeCloseTo(1 / (2 * Math.sqrt(3)), 5);
  expect(tops[1]).toBeCloseTo(1 / Math.sqrt(2 * Math.PI), 3);
});

test("answerTo gives back what an initializer says against a shape, and draws the others", () => {
  const { drawn } = answerTo({ ...task, shape: [5] });
  expect(drawn[0]).toEqual({ refused: expect.stringContaining("For 'XavierUniform', the dimension") });
  expect(drawn[1]).toHaveProperty("bins");
  expect(answerTo({ ...task, choices: [] }).drawn).toEqual([]);
});
