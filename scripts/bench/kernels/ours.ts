import { Normal, Uniform } from "../../../engine/initializers";
import { dispose, empty, type NDArray } from "../../../engine/ndarray";
import { add } from "../../../engine/numpy/arithmetic";
import { exp } from "../../../engine/numpy/math";
import { matmul } from "../../../engine/numpy/matmul";
import { sum } from "../../../engine/numpy/reduce";
import { conv2d } from "../../../engine/ops/conv2d";
import { RandomState } from "../../../engine/random/state";
import { openSession } from "../../../engine/session";
import { Tensor } from "../../../engine/tensor";
import { machine, useKernels } from "../../../engine/wasm/load";

/** One of the bench's cases; only the fields of its kind are there. */
interface Case {
  kind: string;
  x: number[];
  weight: number[];
  stride: number;
  padMode: "same" | "valid";
  size: number;
}

const random = new RandomState();
random.setSeed(1);

function filled(shape: number[], numbers: (shape: number[]) => Float32Array): NDArray {
  const array = empty(shape, "float32");
  (array.storage as Float32Array).set(numbers(shape));
  return array;
}

const draw = (shape: number[], initializer: Normal | Uniform, reference: "1.6" | "2.x") => {
  const out = empty(shape, "float32");
  const state = new RandomState({ reference });
  state.setSeed(1);
  return () => initializer.fill(out, state);
};

/* What makes a large result gives it back at once, as the peers' runs do. */
const makers: { [kind: string]: (one: Case, numbers: (shape: number[]) => Float32Array) => () => unknown } = {
  conv: ({ x, weight, stride, padMode }, numbers) => {
    const [images, kernels] = [Tensor.of(filled(x, numbers)), Tensor.of(filled(weight, numbers))];
    return () => dispose(conv2d(images, kernels, { stride: [stride, stride], padMode }).asnumpy());
  },
  matmul: ({ size }, numbers) => {
    const [a, b] = [filled([size, size], numbers), filled([size, size], numbers)];
    return () => dispose(matmul(a, b));
  },
  add: ({ size }, numbers) => {
    const [a, b] = [filled([size], numbers), filled([size], numbers)];
    return () => dispose(add(a, b));
  },
  double: ({ size }, numbers) => {
    const a = filled([size], numbers);
    return () => dispose(add(a, a));
  },
  exp: ({ size }, numbers) => {
    const a = filled([size], numbers);
    return () => dispose(exp(a));
  },
  sum: ({ size }, numbers) => {
    const a = filled([size], numbers);
    return () => sum(a);
  },
  normal: ({ size }) => draw([size], new Normal(1), "1.6"),
  uniform: ({ size }) => draw([size], new Uniform(1), "2.x"),
  uniformNumpy: ({ size }) => draw([size], new Uniform(1), "1.6"),
  normal2: ({ size }) => draw([size], new Normal(1), "2.x"),
  dense: () => {
    const { nn, Tensor: Bound } = openSession({ random });
    const layer = new nn.Dense(3, 4);
    const x = new Bound(
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      "float32",
    );
    return () => layer.construct(x);
  },
};

/** What runs a case once. */
export function open(one: Case, numbers: (shape: number[]) => Float32Array): (() => unknown) | null {
  return makers[one.kind]?.(one, numbers) ?? null;
}

export const loaded = () => machine() !== null;
export { openPeak } from "./peak";
export { useKernels };
