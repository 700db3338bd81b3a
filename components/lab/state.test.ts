import { expect, test } from "vitest";
import { choiceOf, choicesOf, firstFields, seedOf, shapeOf, taskOf, withSeed, withToggled, withWritten } from "./state";

test.each([
  ["64, 3, 3, 3", [64, 3, 3, 3]],
  [" (64, 3) ", [64, 3]],
  ["[5]", [5]],
  ["(5,)", [5]],
  ["64 3", [64, 3]],
  ["64×27", [64, 27]],
])("shapeOf reads %s", (text, shape) => expect(shapeOf(text)).toEqual(shape));

test.each(["", "0, 3", "-1", "2.5", "a", "1,,2", "1000, 1001", "1,1,1,1,1,1,1,1,1", "99999999"])(
  "shapeOf takes %j for none, or too much",
  (text) => expect(shapeOf(text)).toBeNull(),
);

test("seedOf reads what NumPy can be seeded with", () => {
  expect([seedOf("0"), seedOf("4294967295"), seedOf("4294967296"), seedOf("-1"), seedOf("1.5"), seedOf("")]).toEqual([
    0,
    4294967295,
    null,
    null,
    null,
    null,
  ]);
  expect(withSeed({ ...firstFields, seed: "0" }, -1)).toEqual({ seed: "4294967295" });
  expect(withSeed({ ...firstFields, seed: "x" }, 1)).toEqual({ seed: "0" });
});

test("an initializer whose arguments are half written, or that the releases lack, is not drawn", () => {
  const half = { ...firstFields, ...withWritten(firstFields, "HeUniform", "negative_slope", "0.") };
  expect(choiceOf(half, "HeUniform")).toEqual({ name: "HeUniform", args: [0, "fan_in", "leaky_relu"] });
  const wrong = { ...firstFields, ...withWritten(firstFields, "HeUniform", "negative_slope", "-") };
  expect(choicesOf(wrong).map(({ name }) => name)).toEqual(["XavierUniform", "HeNormal"]);
  const late = { ...firstFields, ...withToggled(firstFields, "XavierNormal") };
  expect(late.chosen).toEqual(["XavierUniform", "XavierNormal", "HeUniform", "HeNormal"]);
  expect(choicesOf(late)).toHaveLength(3);
  expect(taskOf({ ...late, reference: "2.x" })?.choices).toHaveLength(4);
  expect(taskOf({ ...late, shape: "" })).toBeNull();
});

test("the arguments that only later releases know are left out for the earlier ones", () => {
  const written = { ...firstFields, ...withWritten(firstFields, "TruncatedNormal", "a", "-0.5") };
  expect(choiceOf(written, "TruncatedNormal")?.args).toEqual([0.01]);
  expect(choiceOf({ ...written, reference: "2.x" }, "TruncatedNormal")?.args).toEqual([0.01, 0, -0.5, 2]);
});
