import fc from "fast-check";
import { expect, test } from "vitest";
import { fromValues } from "./ndarray";
import { arange, full, ones, zeros } from "./numpy/creation";
import { reshape } from "./numpy/manipulation";
import { Complex, Float } from "./scalar";
import { Tensor } from "./tensor";

// spec §4.2, from printed MindSpore documentation

test.each([
  ["one float", new Tensor([5.0 + 1e-9], "float32"), "Tensor(shape=[1], dtype=Float32, value= [ 5.00000000e+00])"],
  ["ints", new Tensor([1, 2, 3], "int32"), "Tensor(shape=[3], dtype=Int32, value= [1, 2, 3])"],
  ["a 0-d float", new Tensor(new Float(4)), "Tensor(shape=[], dtype=Float32, value= 4)"],
  [
    "a matrix",
    new Tensor([[0.5, 6], [15, -4]], "float32"), // biome-ignore format: rows
    "Tensor(shape=[2, 2], dtype=Float32, value=\n[[ 5.00000000e-01,  6.00000000e+00],\n [ 1.50000000e+01, -4.00000000e+00]])",
  ],
  ["no element", new Tensor([]), "Tensor(shape=[0], dtype=Float32, value= )"],
  [
    "half floats",
    new Tensor([1, -2.5], "float16"),
    "Tensor(shape=[2], dtype=Float16, value= [ 1.0000e+00, -2.5000e+00])",
  ],
  ["bools", new Tensor([true, false]), "Tensor(shape=[2], dtype=Bool, value= [ True, False])"],
  ["ints of several widths", new Tensor([1, -20]), "Tensor(shape=[2], dtype=Int64, value= [  1, -20])"],
  [
    "what is not finite",
    new Tensor([Number.NaN, Number.NEGATIVE_INFINITY]),
    "Tensor(shape=[2], dtype=Float32, value= [            nan,            -inf])",
  ],
  ["an 8-bit int, as a character", new Tensor(65, "int8"), "Tensor(shape=[], dtype=Int8, value= A)"],
  ["a complex number", new Tensor(new Complex(1, 2)), "Tensor(shape=[], dtype=Complex128, value= (1,2))"],
  ["a bool", new Tensor(true), "Tensor(shape=[], dtype=Bool, value= True)"],
])("the text of %s", (_, tensor, text) => expect(tensor.repr()).toBe(text));

// C's %g, by glibc
test.each([
  [4, "4"],
  [0.1, "0.1"],
  [1e-5, "1e-05"],
  [1e6, "1e+06"],
  [123456, "123456"],
  [1234567, "1.23457e+06"],
  [0.0001, "0.0001"],
  [-0, "-0"],
  [1.5, "1.5"],
  [100, "100"],
  [999999.5, "1e+06"],
  [2.5e-7, "2.5e-07"],
])("a 0-d %d has 6 significant digits: %s", (value, text) => {
  expect(new Tensor(new Float(value), "float64").repr()).toBe(`Tensor(shape=[], dtype=Float64, value= ${text})`);
});

test("a long vector is written out, twelve floats or 24 ints a line, with a break even behind the last", () => {
  const line = Array.from({ length: 12 }, () => " 1.00000000e+00").join(", ");
  expect(Tensor.of(ones([13], "float32")).repr()).toBe(
    `Tensor(shape=[13], dtype=Float32, value= [${line}, \n  1.00000000e+00])`,
  );
  expect(Tensor.of(ones([12], "float32")).repr()).toBe(`Tensor(shape=[12], dtype=Float32, value= [${line}\n ])`);
  const ints = Array.from({ length: 24 }, () => "1").join(", ");
  expect(Tensor.of(ones([25], "int64")).repr()).toBe(`Tensor(shape=[25], dtype=Int64, value= [${ints}, \n 1])`);
});

test("axes longer than 6 show three entries of each end, whatever the size", () => {
  expect(Tensor.of(reshape(arange(14), [2, 7])).repr()).toBe(
    "Tensor(shape=[2, 7], dtype=Int64, value=\n[[ 0,  1,  2 ...  4,  5,  6],\n [ 7,  8,  9 ... 11, 12, 13]])",
  );
  expect(Tensor.of(reshape(arange(7), [7, 1])).repr()).toBe(
    "Tensor(shape=[7, 1], dtype=Int64, value=\n[[0],\n [1],\n [2],\n ...\n [4],\n [5],\n [6]])",
  );
  expect(Tensor.of(reshape(arange(8), [2, 2, 2])).repr()).toBe(
    "Tensor(shape=[2, 2, 2], dtype=Int64, value=\n[[[0, 1],\n  [2, 3]],\n [[4, 5],\n  [6, 7]]])",
  );
});

test("a large tensor is printed from its corners alone", () => {
  const started = performance.now();
  expect(Tensor.of(full([3000, 3000], 1.5, "float32")).repr()).toContain(" 1.50000000e+00 ...  1.50000000e+00");
  expect(performance.now() - started).toBeLessThan(1000); // 9 million elements would take far longer
  expect(Tensor.of(zeros([2, 3], "int32")).repr()).toContain("[[0, 0, 0],\n [0, 0, 0]]");
});

test("every float32 that is printed reads back as itself", () => {
  fc.assert(
    fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const [scalar, vector] = [[], [1]].map((shape) => Tensor.of(fromValues([value], shape, "float32")));
      expect(Math.fround(Number(`${scalar}`))).toBe(value);
      const [, digits] = vector!.repr().match(/value= \[ *(.*)\]\)$/)!;
      expect(Math.fround(Number(digits))).toBe(value); // nine digits are enough for any float32
    }),
    { numRuns: 2000 },
  );
});
