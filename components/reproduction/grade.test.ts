import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Expected, expectedOf, printedOf, withExpected } from "./expected";
import { gradeOf } from "./grade";

const dense = `Parameter (name=weight, shape=(4, 3), dtype=Float32, requires_grad=True)
[[-0.0164615  -0.01204428 -0.00813806]
 [-0.00270927 -0.0113328  -0.01384139]
 [ 0.00849093  0.00351116  0.00989969]
 [ 0.00233028  0.00649209 -0.0021333 ]]
`;
const other = `Parameter (name=weight, shape=(4, 3), dtype=Float32, requires_grad=True)
[[ 1.2e-02 -0.01204428 -0.00813806]
 [-0.00270927 -0.0113328  -0.01384139]
 [ 0.00849093  0.00351116  0.00989969]
 [ 0.00233028  nan -0.0021333 ]]`;

/** Neighbours in float32 and float16: `numpy.nextafter`, NumPy 1.24, printed by NumPy. */
test.each([
  // what is expected, what is printed, the grade
  ["[1. 2.]\n", "[1. 2.]\n", "text"],
  ["[1. 2.]\n", "[1. 2.]", "text"],
  ["", "", "text"],
  ["8.7720710e-01", "8.7720716e-01", "ulp"], // nextafter(float32(0.8772071), 1)
  ["8.7720710e-01", "8.7720728e-01", "different"], // three steps
  ["[0.1 0.2]", "[0.10000001 0.2       ]", "ulp"], // nextafter(float32(0.1), 1); the columns are wider
  ["[0.3]", "[0.29999998]", "ulp"], // nextafter(float32(0.3), 0)
  ["[0.3]", "[0.299998]", "different"],
  ["[16777216.]", "[16777218.]", "ulp"], // a step is 2 there
  ["[16777216.]", "[16777220.]", "different"],
  ["[-1.0e-45]", "[-1.4e-45]", "different"], // too short to have been cut
  ["0.1", "0.10000000000000002", "ulp"], // nextafter(0.1, 1), float64
  ["0.1", "0.10000000000000005", "different"],
  ["0.1234567890123456", "0.1234567890123499", "different"],
  ["[0.12345678]", "[0.12345679]", "ulp"], // NumPy cuts float64 there
  ["array([0.12345678, 1.0], dtype=float64)", "array([0.12345679, 1.0], dtype=float64)", "ulp"],
  ["array([0.12345678, 1.0], dtype=float64)", "array([0.12345680, 1.0], dtype=float64)", "different"],
  ["Tensor(dtype=Float16, value=[0.3])", "Tensor(dtype=Float16, value=[0.2998])", "ulp"], // a print of 4 digits may be cut
  ["30.5", "30.6", "different"],
  ["[12. 18.]", "[13. 18.]", "different"],
  ["15", "16", "different"],
  ["12345678", "12345679", "different"],
  ["0.0", "-0.0", "different"],
  ["nan", "inf", "different"],
  ["[nan 1.0000001]", "[nan 1.]", "ulp"],
  ["a b", "a  b", "different"], // only the layout
  ["conv1", "conv2", "different"],
  ["x", "x\ny", "different"],
  [dense, other, "different"],
])("%j printed as %j is graded %s", (text, printed, grade) => {
  expect(gradeOf({ text }, printed).grade).toBe(grade);
});

describe("values that were never seeded", () => {
  const unseeded = (text: string): Expected => ({ text, values: "unseeded" });
  test.each([
    ["the same values", dense, dense, "text"],
    ["other values", dense, other, "structure"],
    ["another name", dense, other.replace("weight", "bias"), "different"],
    ["another shape in words", dense, other.replace("(4, 3)", "(3, 4)"), "different"],
    ["another dtype", dense, other.replace("Float32", "Float16"), "different"],
    ["a value less", dense, other.replace(" nan", ""), "different"],
    ["other integers in brackets", "[1 2 3]", "[4 5 6]", "structure"],
    ["other integers outside of brackets", "total 3", "total 4", "different"],
    ["a float alone", "loss 0.25", "loss 1.5", "structure"],
    ["a shape in brackets", "Tensor(shape=[2, 2], value=[1. 2.])", "Tensor(shape=[2, 3], value=[1. 2.])", "different"],
    ["a value of such a tensor", "Tensor(shape=[2], value=[1. 2.])", "Tensor(shape=[2], value=[3. 2.])", "structure"],
    ["words", "done", "failed", "different"],
  ])("%s", (_, wanted, printed, grade) => {
    expect(gradeOf(unseeded(wanted), printed).grade).toBe(grade);
  });
});

test("the first difference passes over what is close enough", () => {
  const { at } = gradeOf({ text: "[8.7720710e-01\n 0.5]" }, "[8.7720716e-01\n 0.75]");
  expect(at).toEqual({ expected: [16, 19], printed: [16, 20] });
  const shorter = gradeOf({ text: "a b" }, "a");
  expect(shorter.at).toEqual({ expected: [2, 3], printed: [1, 1] });
});

test("a megabyte of numbers is graded, and what is larger is only compared", () => {
  const row = (last: string) => `${"0.12345678 ".repeat(80_000)}${last}`;
  expect(gradeOf({ text: row("0.12345678") }, row("0.12345679")).grade).toBe("ulp");
  const large = row("0.12345678").repeat(2);
  expect(gradeOf({ text: large }, `${large.slice(0, -1)}9`).grade).toBe("different");
});

test("every text of the tutorial has its own grade, and none passes for another", () => {
  const texts = Object.values(
    JSON.parse(readFileSync("e2e/expected/network-parameters.json", "utf8")) as { [id: string]: string },
  );
  for (const text of texts)
    for (const printed of texts) expect(gradeOf({ text }, printed).grade).toBe(text === printed ? "text" : "different");
});

describe("expectedOf", () => {
  const of = (expected: unknown) => expectedOf({ metadata: { sporebook: { expected } } });
  test.each([
    ["a text", "a\n", { text: "a\n" }],
    ["lines", ["a\n", "b"], { text: "a\nb" }],
    ["values of chance", { text: ["a"], values: "unseeded" }, { text: "a", values: "unseeded" }],
    ["nothing", undefined, null],
    ["a number", 1, null],
    ["another rule", { text: "a", values: "any" }, null],
    ["too much", "a".repeat(4_000_001), null],
  ])("reads %s", (_, raw, read) => expect(of(raw)).toEqual(read));

  test("is written beside what else the metadata hold, and goes without a trace", () => {
    const cell = { metadata: { tags: ["x"], sporebook: { twin: 1 } } };
    const pinned = withExpected(cell, { text: "a\nb" });
    expect(pinned.metadata).toEqual({ tags: ["x"], sporebook: { twin: 1, expected: ["a\n", "b"] } });
    expect(withExpected(pinned, null).metadata).toEqual(cell.metadata);
    expect(withExpected(withExpected({ metadata: {} }, { text: "", values: "unseeded" }), null).metadata).toEqual({});
  });
});

test("printedOf joins what was printed, shown and raised, without bars and warnings", () => {
  const text = printedOf([
    { output_type: "stream", name: "stdout", text: "a" },
    { output_type: "stream", name: "stderr", text: "careful\n" },
    {
      output_type: "display_data",
      data: { "application/vnd.sporebook.progress+json": {}, "text/plain": "100%" },
      metadata: {},
    },
    { output_type: "execute_result", data: { "text/plain": "15" }, metadata: {}, execution_count: 1 },
    { output_type: "error", ename: "ValueError", evalue: "no", traceback: [] },
  ]);
  expect(text).toBe("a\n15\nValueError: no");
});
