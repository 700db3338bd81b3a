import { expect, test } from "vitest";
import type { Variable } from "../../workers/protocol";
import { columns, rowsOf, windowOf } from "./rows";

const variables: Variable[] = [
  { name: "net", language: "python", type: "Conv2d", bytes: 6912 },
  { name: "Image", language: "python", type: "Tensor", shape: [1, 3, 16, 50], dtype: "Float32", bytes: 9600 },
  { name: "a", language: "typescript", type: "NDArray", shape: [6], dtype: "int64", bytes: 48 },
  { name: "n", language: "typescript", type: "number" },
  { name: "n", language: "python", type: "int" },
];
const names = (filter: string, by: keyof typeof columns = "name", isDown = false) =>
  rowsOf(variables, filter, { by, isDown }).map(({ name, language }) => `${name}:${language[0]}`);

test("rows stand by name whatever its case, and equal ones by language", () => {
  expect(names("")).toEqual(["a:t", "Image:p", "n:p", "n:t", "net:p"]);
});
test("rows stand by the number of elements and by size, those without at the lower end", () => {
  expect(names("", "shape", true)).toEqual(["Image:p", "a:t", "n:p", "n:t", "net:p"]);
  expect(names("", "bytes")).toEqual(["n:p", "n:t", "a:t", "net:p", "Image:p"]);
});
test("a filter keeps what holds every word of it, in any column", () => {
  expect(names("tensor float32")).toEqual(["Image:p"]);
  expect(names("TYPESCRIPT")).toEqual(["a:t", "n:t"]);
  expect(names("16, 50")).toEqual(["Image:p"]);
  expect(names("none such")).toEqual([]);
});
test("a shape reads as Python writes it, a size in bytes, kB or MB", () => {
  expect(variables.map((one) => columns.shape.text(one))).toEqual(["", "(1, 3, 16, 50)", "(6,)", "", ""]);
  expect(variables.map((one) => columns.bytes.text(one))).toEqual(["6.9 kB", "9.6 kB", "48 B", "", ""]);
});
test("of 10,000 rows those in sight are drawn, with ten on either side", () => {
  expect(windowOf(10_000, 32, 3_200, 320)).toEqual({ from: 90, to: 120 });
  expect(windowOf(10_000, 32, 0, 320)).toEqual({ from: 0, to: 20 });
  expect(windowOf(5, 32, 0, 320)).toEqual({ from: 0, to: 5 });
  expect(windowOf(5, 32, 99_999, 320)).toEqual({ from: 0, to: 5 });
});
