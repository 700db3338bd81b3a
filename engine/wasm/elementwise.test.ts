import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DType } from "../dtype";
import { NDArray } from "../ndarray";
import * as numpy from "../numpy";
import { astype } from "../numpy/astype";
import { full } from "../numpy/creation";
import { exp, log, tanh } from "../numpy/exponential";
import { activate } from "../ops/activation";
import { Tensor } from "../tensor";
import { machine } from "./load";
import { changedBytes, floatsFrom } from "./twins";

const seeds = fc.integer({ min: 1, max: 2 ** 31 - 1 });
const sizes = fc.integer({ min: 2048, max: 9000 });

/** Numbers of a dtype, many of them special. */
function numbers(seed: number, shape: number[], dtype: DType): NDArray {
  const size = shape.reduce((a, b) => a * b, 1);
  const floats = floatsFrom(seed, size, true);
  if (dtype === "float32") return new NDArray(dtype, shape, floats);
  const storage =
    dtype === "float64"
      ? Float64Array.from(floats, (x, i) => (i % 3 ? x * 1e40 : x / 3))
      : dtype === "int32"
        ? new Int32Array(floats.buffer)
        : BigInt64Array.from(new Int32Array(floats.buffer), (x, i) => BigInt(x) * (i % 3 ? 1n : 0x12345678n));
  return new NDArray(dtype, shape, storage);
}

const dtypes = ["float32", "float64", "int32", "int64"] as const;
const floats = ["float32", "float64"] as const;
const pairs = ["add", "subtract", "multiply", "maximum", "minimum"] as const;
const comparisons = ["equal", "notEqual", "less", "lessEqual", "greater", "greaterEqual"] as const;
const singles = ["negative", "absolute", "square"] as const;

describe.each(dtypes)("of %s, kernels give the plain loops' bits:", (dtype) => {
  test.each([...pairs, ...comparisons])("%s", (name) => {
    fc.assert(
      fc.property(seeds, sizes, (seed, size) => {
        const [x, y] = [numbers(seed, [size], dtype), numbers(seed + 1, [size], dtype)];
        if (name === "equal") (y.storage as Float32Array).set((x.storage as Float32Array).subarray(0, size / 2));
        expect(changedBytes(() => numpy[name](x, y))).toBe(0);
      }),
      { numRuns: 10 },
    );
  });
  test.each(singles)("%s", (name) => {
    expect(changedBytes(() => numpy[name](numbers(3, [5003], dtype)))).toBe(0);
  });
  test.each(dtypes)("a cast to %s", (other) => {
    expect(changedBytes(() => astype(numbers(4, [5003], dtype), other))).toBe(0);
  });
});

describe.each(floats)("of %s, kernels give the plain loops' bits:", (dtype) => {
  test("divide", () => {
    expect(changedBytes(() => numpy.divide(numbers(1, [5003], dtype), numbers(2, [5003], dtype)))).toBe(0);
  });
  test("sqrt", () => {
    expect(changedBytes(() => numpy.sqrt(numbers(1, [5003], dtype)))).toBe(0);
  });
});

test("operands of any layout, in the kernels' memory or not, give the plain loops' bits", () => {
  const large = astype(numbers(1, [200, 300], "float64"), "float32"); // lies in the kernels' memory
  const small = numbers(2, [40, 60], "float32"); // does not
  const rows = large.view([100, 300], [600, 1]);
  const turned = large.view([300, 200], [1, 300]);
  for (const x of [large, small, rows, turned, large.view([199, 300], [300, 1], 300)]) {
    expect(changedBytes(() => numpy.add(x, x))).toBe(0);
    expect(changedBytes(() => numpy.multiply(x, 3))).toBe(0);
    expect(changedBytes(() => numpy.subtract(2.5, x))).toBe(0);
    expect(changedBytes(() => numpy.add(x, numbers(5, [x.shape[1]!], "float32")))).toBe(0);
    expect(changedBytes(() => numpy.less(x, numbers(6, [x.shape[0]!, 1], "float32")))).toBe(0);
    expect(changedBytes(() => numpy.exp(x))).toBe(0);
  }
});

test("a result that is written into a part of an array leaves the rest as it was", () => {
  const make = () => {
    const target = full([20_000], 7, "float32");
    const part = target.view([5003], [1], 1001);
    numpy.add(numbers(1, [5003], "float32"), 1, { out: part });
    numpy.multiply(part, part, { out: target.view([5003], [1], 1003) }); // overlaps what it reads
    numpy.negative(target.view([3000], [2], 8001), { out: target.view([3000], [2], 8001) });
    return target;
  };
  expect(changedBytes(make)).toBe(0);
});

describe.each(["exp", "log", "tanh"] as const)("%s of float32", (name) => {
  const plain = { exp, log, tanh }[name];
  /** Every 4099th float32, negative ones too. */
  const all = new Float32Array(Uint32Array.from({ length: 2 ** 32 / 4099 }, (_, i) => i * 4099).buffer);

  test("has the plain one's bits by kernel, over all exponents", () => {
    expect(machine()!.kernels[`${name}_float32`]).toBeDefined();
    expect(changedBytes(() => numpy[name](new NDArray("float32", [all.length], all)))).toBe(0);
  });

  test("is Math's, rounded once, but for one in a hundred thousand at most", () => {
    let different = 0;
    for (const x of all) {
      const [ours, theirs] = [Math.fround(plain(x)), Math.fround(Math[name](x))];
      if (!Object.is(ours, theirs)) different++;
    }
    expect(different).toBeLessThan(all.length / 1e5);
  });
});

test.each(["ReLU", "Sigmoid", "Tanh"] as const)("%s by kernel has the plain one's bits", (name) => {
  const x = Tensor.of(numbers(7, [3, 5003], "float32"));
  expect(changedBytes(() => activate(name, x).asnumpy())).toBe(0);
});
