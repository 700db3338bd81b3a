import * as fc from "fast-check";
import { expect, test } from "vitest";
import { onCheckpoint } from "../checkpoint";
import { NDArray } from "../ndarray";
import { transpose } from "../numpy/manipulation";
import { matmul } from "../numpy/matmul";
import { conv2d } from "../ops/conv2d";
import { Tensor } from "../tensor";
import { assemble, machine } from "./load";
import { changedBytes, floatsFrom } from "./twins";

const seeds = fc.integer({ min: 1, max: 2 ** 31 - 1 });

const floats = (seed: number, shape: number[], wild = false) =>
  new NDArray(
    "float32",
    shape,
    floatsFrom(
      seed,
      shape.reduce((a, b) => a * b, 1),
      wild,
    ),
  );

test("the kernels load here, and all of them take less than 40 KB", () => {
  expect(machine()).not.toBeNull();
  const { binary, tables } = assemble();
  expect(binary.length).toBeLessThanOrEqual(40 * 1024);
  expect(tables.length).toBeLessThanOrEqual(8 * 1024); // computed by the engine, not shipped
});

test("matmul by kernel has the plain loop's bits for any shape and layout", () => {
  const length = fc.integer({ min: 1, max: 70 });
  fc.assert(
    fc.property(
      seeds,
      length,
      length,
      length,
      fc.boolean(),
      fc.boolean(),
      fc.boolean(),
      (seed, n, k, m, a, b, wild) => {
        const x = a ? transpose(floats(seed, [k, n], wild)) : floats(seed, [n, k], wild);
        const y = b ? transpose(floats(seed + 1, [m, k], wild)) : floats(seed + 1, [k, m], wild);
        expect(changedBytes(() => matmul(x, y))).toBe(0);
      },
    ),
  );
});

test("stacked and sliced matrices multiply by kernel to the plain loop's bits", () => {
  const x = floats(5, [3, 40, 33]);
  const y = floats(6, [3, 33, 29]);
  const every = (array: NDArray) =>
    array.view([3, 20, 33], [array.strides[0]!, 2 * array.strides[1]!, array.strides[2]!]);
  expect(changedBytes(() => matmul(x, y))).toBe(0);
  expect(changedBytes(() => matmul(every(x), y))).toBe(0);
  expect(changedBytes(() => matmul(floats(7, [300, 700]), floats(8, [700, 150])))).toBe(0);
});

test("conv2d by kernel has the plain loop's bits for any geometry", () => {
  const geometry = fc.record({
    seed: seeds,
    batch: fc.integer({ min: 1, max: 3 }),
    perGroup: fc.integer({ min: 1, max: 4 }),
    filters: fc.integer({ min: 1, max: 9 }),
    group: fc.integer({ min: 1, max: 3 }),
    size: fc.tuple(fc.integer({ min: 5, max: 23 }), fc.integer({ min: 5, max: 23 })),
    kernel: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })),
    stride: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
    dilation: fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 2 })),
    padding: fc.tuple(...([0, 1, 2, 3] as const).map(() => fc.integer({ min: 0, max: 3 }))),
    padMode: fc.constantFrom("same", "valid", "pad"),
    hasBias: fc.boolean(),
    wild: fc.boolean(),
  });
  fc.assert(
    fc.property(geometry, ({ seed, batch, perGroup, filters, group, size, kernel, wild, hasBias, ...options }) => {
      const x = Tensor.of(floats(seed, [batch, perGroup * group, ...size], wild));
      const weight = Tensor.of(floats(seed + 1, [filters * group, perGroup, ...kernel], wild));
      const bias = hasBias ? Tensor.of(floats(seed + 2, [filters * group], wild)) : null;
      const padding = options.padding as [number, number, number, number];
      fc.pre(options.dilation[0] * (kernel[0] - 1) < size[0] && options.dilation[1] * (kernel[1] - 1) < size[1]);
      expect(changedBytes(() => conv2d(x, weight, { ...options, padding, group, bias }).asnumpy())).toBe(0);
    }),
  );
});

test.each([
  ["the tutorial's", [1, 3, 16, 50], [64, 3, 3, 3], 1, "same"],
  ["deep", [1, 300, 7, 9], [10, 300, 3, 3], 1, "same"],
  ["LeNet's first", [4, 1, 28, 28], [6, 1, 5, 5], 1, "valid"],
  ["a step of two", [1, 3, 60, 61], [16, 3, 7, 7], 2, "same"],
  ["one point", [2, 64, 9, 9], [32, 64, 1, 1], 1, "valid"],
] as const)("conv2d by kernel has the plain loop's bits for %s layer", (_, x, weight, stride, padMode) => {
  const [images, kernels] = [floats(9, [...x]), floats(10, [...weight])];
  expect(
    changedBytes(() => conv2d(Tensor.of(images), Tensor.of(kernels), { stride: [stride, stride], padMode }).asnumpy()),
  ).toBe(0);
});

test.each([16, 4])("a batch of many small images with %i filters can be stopped between them", (filters) => {
  let checks = 0;
  const before = onCheckpoint(() => {
    checks++;
  });
  try {
    conv2d(Tensor.of(floats(11, [800 / filters, 16, 32, 32])), Tensor.of(floats(12, [filters, 16, 3, 3])));
  } finally {
    onCheckpoint(before);
  }
  // 118 million multiplications; a core does 34 million in two milliseconds
  expect(checks).toBeGreaterThanOrEqual(3);
});
