import { expect, test } from "vitest";
import type { OneForm } from "../../workers/protocol";
import { bytesOf, numbersOf } from "./base64";
import { knownOf } from "./known";

const base64 = (array: ArrayBufferView) => Buffer.from(array.buffer).toString("base64");
const formOf = (dtype: string, shape: number[], array: ArrayBufferView): OneForm => ({
  version: 1,
  kind: "array",
  dtype,
  shape,
  bytes: array.byteLength,
  values: base64(array),
});
const of = { handle: "" };

test("knownOf gives windows of the values in the file, on whichever axes are picked", () => {
  const ask = knownOf(
    formOf(
      "float32",
      [2, 3, 4],
      Float32Array.from({ length: 24 }, (_, index) => index / 10),
    ),
  );
  const window = ask({ kind: "slice", of, picks: ["columns", 1, "rows"], rows: [1, 9], columns: [0, 2] });
  // np.arange(24).reshape(2, 3, 4)[:, 1, :].T[1:]
  expect(window?.texts).toEqual([
    ["0.5", "1.7"],
    ["0.6", "1.8"],
    ["0.7", "1.9"],
  ]);
  expect(window?.rows).toEqual([1, 4]);
});

test("knownOf reads every dtype's bytes as Python prints them", () => {
  // struct.pack and NumPy's str
  const cases: [string, ArrayBufferView, string[]][] = [
    ["bool", Uint8Array.of(0, 1), ["False", "True"]],
    ["int8", Int8Array.of(-128, 127), ["-128", "127"]],
    ["uint64", BigUint64Array.of(18446744073709551615n), ["18446744073709551615"]],
    ["int64", BigInt64Array.of(-9007199254740993n), ["-9007199254740993"]],
    ["float16", Uint16Array.of(0x3555, 0x7bff, 0x0001, 0xfc00, 0x7e00), ["0.3333", "65500.0", "6e-08", "-inf", "nan"]],
    ["float64", Float64Array.of(0.1, -0), ["0.1", "-0.0"]],
    ["complex64", Float32Array.of(1, 2, 0.5, -1.5), ["(1+2j)", "(0.5-1.5j)"]],
  ];
  for (const [dtype, array, texts] of cases) {
    const ask = knownOf(formOf(dtype, [texts.length], array));
    const picks: ["columns"] = ["columns"];
    expect(ask({ kind: "slice", of, picks, rows: [0, 1], columns: [0, 9] })?.texts, dtype).toEqual([texts]);
  }
});

test("knownOf draws and marks, with NaN and the infinities in their places", () => {
  const ask = knownOf(formOf("float32", [2, 2], Float32Array.of(1, Number.NaN, Number.POSITIVE_INFINITY, -2)));
  const picture = ask({ kind: "picture", of, rows: 9, columns: 9 });
  expect(picture).toMatchObject({ rows: 2, columns: 2, rule: "each", low: -2, high: 1 });
  expect([...numbersOf(picture!.mean, picture!.encoding)]).toEqual([1, Number.NaN, Number.POSITIVE_INFINITY, -2]);
  expect([...bytesOf(picture!.marks!)]).toEqual([0, 1, 2, 0]);
  const marked = ask({ kind: "mark", of, range: [0, "inf"], rows: 1, columns: 1 });
  expect(marked).toMatchObject({ count: 2, total: 2 });
  expect([...bytesOf(marked!.shares)]).toEqual([255, 0, 255, 0]);
});

test("knownOf knows nothing of values that were not kept", () => {
  const ask = knownOf({ version: 1, kind: "tensor", dtype: "float32", shape: [3], bytes: 12 });
  expect(ask({ kind: "slice", of, rows: [0, 1], columns: [0, 1] })).toBeUndefined();
  expect(ask({ kind: "statistics", of })).toBeUndefined();
  expect(ask({ kind: "revisions", of })).toBeUndefined();
});
