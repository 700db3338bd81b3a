import { expect, test } from "vitest";
import { readForm } from "./schema";

const base64 = (bytes: number) => Buffer.alloc(bytes).toString("base64");
const one = { version: 1, kind: "tensor", shape: [2, 3], dtype: "float32", bytes: 24 };
const picture = {
  ...{ rows: 2, columns: 3, sourceRows: 2, sourceColumns: 3, rule: "each", encoding: "f4" },
  ...{ mean: base64(24), low: 0, high: 0 },
};

test("readForm reads what a notebook keeps, and numbers that JavaScript cannot hold", () => {
  expect(readForm({ ...one, picture, values: base64(24) })).toMatchObject({ shape: [2, 3], picture: { rows: 2 } });
  expect(readForm({ ...one, bytes: { "sporebook:number": "24.0" } })?.version).toBe(1);
  expect(
    readForm({ version: 1, kind: "cell", title: "Conv2d", members: [{ shape: [], dtype: "int8", bytes: 1 }] }),
  ).toMatchObject({
    members: [{ dtype: "int8" }],
  });
});

test.each<[string, unknown]>([
  ["a text", "tensor"],
  ["nothing", null],
  ["another version", { ...one, version: 2 }],
  ["a negative length", { ...one, shape: [-1] }],
  ["half an element", { ...one, shape: [1.5] }],
  ["too many axes", { ...one, shape: Array(65).fill(1) }],
  ["values that are too few for the shape", { ...one, values: base64(20) }],
  ["values of a dtype that nobody knows", { ...one, dtype: "__proto__", values: base64(24) }],
  ["values that are no base64", { ...one, values: "<script>" }],
  ["too many values", { ...one, shape: [5000], dtype: "int8", values: base64(5000) }],
  ["a picture that is smaller than it says", { ...one, picture: { ...picture, mean: base64(20) } }],
  ["a picture larger than what it shows", { ...one, picture: { ...picture, sourceRows: 1 } }],
  ["a picture of a million tiles", { ...one, picture: { ...picture, rows: 1000, columns: 1000 } }],
  ["marks that do not fit", { ...one, picture: { ...picture, marks: base64(5) } }],
  [
    "a histogram with an edge too few",
    {
      ...one,
      histogram: { edges: [0, 1], counts: [1, 2], below: 0, above: 0, nan: 0, positiveInf: 0, negativeInf: 0 },
    },
  ],
  ["a list without members", { version: 1, kind: "list", title: "list" }],
  [
    "too many members",
    { version: 1, kind: "list", title: "", members: Array(1001).fill({ shape: [], dtype: "int8", bytes: 1 }) },
  ],
])("readForm refuses %s", (_, form) => {
  expect(readForm(form)).toBeNull();
});
