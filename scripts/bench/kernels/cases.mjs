/* What is measured: the layers a–e, matrix products, elementwise operations, folds, random fills and one small call. */

const conv = (name, x, weight, stride, padMode) => ({ kind: "conv", name, x, weight, stride, padMode });
const million10 = 10_000_000;

export const cases = [
  conv("conv a: 1×3×16×50 → 64, 3×3", [1, 3, 16, 50], [64, 3, 3, 3], 1, "same"),
  conv("conv b: 1×64×56×56 → 64, 3×3", [1, 64, 56, 56], [64, 64, 3, 3], 1, "same"),
  conv("conv c: 32×1×28×28 → 6, 5×5", [32, 1, 28, 28], [6, 1, 5, 5], 1, "valid"),
  conv("conv d: 1×256×14×14 → 512, 1×1", [1, 256, 14, 14], [512, 256, 1, 1], 1, "valid"),
  conv("conv e: 1×3×224×224 → 64, 7×7 by 2", [1, 3, 224, 224], [64, 3, 7, 7], 2, "same"),
  ...[256, 512, 1024].map((size) => ({ kind: "matmul", name: `matmul ${size}`, size })),
  ...["add", "exp", "sum", "normal", "uniform"].map((kind) => ({ kind, name: `${kind} of 10⁷`, size: million10 })),
  { kind: "dense", name: "Dense 3 → 4 on 2 rows" },
];

/** The result's height and width, and the zeros around the image: "same" as ONNX and MindSpore count it. */
export function geometryOf({ x, weight, stride, padMode }) {
  return [2, 3].map((axis) => {
    const [length, kernel] = [x[axis], weight[axis]];
    if (padMode === "valid") return { out: Math.floor((length - kernel) / stride) + 1, before: 0, after: 0 };
    const out = Math.ceil(length / stride);
    const total = Math.max(0, (out - 1) * stride + kernel - length);
    return { out, before: Math.floor(total / 2), after: Math.ceil(total / 2) };
  });
}

/** Multiplications and additions of a case, or null where elements are counted. */
export function operationsOf(one) {
  if (one.kind === "matmul") return 2 * one.size ** 3;
  if (one.kind !== "conv") return null;
  const [height, width] = geometryOf(one);
  return 2 * one.x[0] * height.out * width.out * one.weight.reduce((a, b) => a * b);
}

/** Some float32 numbers, the same for all. */
export function numbers(shape) {
  const size = shape.reduce((a, b) => a * b, 1);
  const values = new Float32Array(size);
  let state = 12345;
  for (let i = 0; i < size; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    values[i] = state / 2 ** 31;
  }
  return values;
}
