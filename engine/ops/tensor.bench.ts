import { NDArray } from "../ndarray";
import { openSession } from "../session";
import { Tensor } from "../tensor";
import { activate } from "./activation";
import { add } from "./arithmetic";
import { conv2d } from "./conv2d";

/** A measured piece of work; with `elements` the time is told for each. */
export interface Case {
  name: string;
  elements?: number;
  run: () => void;
}

const repeats = 1e5;

/** What small operations cost, and the convolutions that networks of the tutorial's kind are made of. */
export function openCases(): Case[] {
  const three = new Tensor([1, 2, 3]);
  const floats = new Tensor([1.5, 2.5, 3.5]);
  const large = images([1000, 1000]);
  const few = images([1001]);
  const many = images([10_000_000]);
  const { nn } = openSession();
  const again = (work: () => void) => () => {
    for (let i = 0; i < repeats; i++) work();
  };
  const convolution = (name: string, x: number[], weight: number[]): Case => {
    const [input, kernel] = [images(x), images(weight)];
    return { name, run: () => void conv2d(input, kernel) };
  };
  const dense = new nn.Dense(784, 256);
  const digits = images([32, 784]);
  return [
    { name: "t + 1 on 3 ints (an element is one operation)", elements: repeats, run: again(() => add(three, 1)) },
    { name: "t + t on 3 floats", elements: repeats, run: again(() => add(floats, floats)) },
    { name: "t + t on a million floats", elements: 1e6, run: () => void add(large, large) },
    { name: "tanh of a million floats", elements: 1e6, run: () => void activate("Tanh", large) },
    convolution("Conv2d 3 → 64, 3 × 3, on 16 × 50 (the tutorial's)", [1, 3, 16, 50], [64, 3, 3, 3]),
    convolution("Conv2d 64 → 64, 3 × 3, on 56 × 56", [1, 64, 56, 56], [64, 64, 3, 3]),
    { name: "Dense 784 → 256 on 32 rows", run: () => void dense.construct(digits) },
    { name: "the text of 1,001 floats (its corners)", run: () => void few.toString() },
    { name: "the text of 10⁷ floats (must cost the same)", run: () => void many.toString() },
  ];
}

/** Some float32 numbers in a shape. */
function images(shape: number[]): Tensor {
  const size = shape.reduce((product, length) => product * length, 1);
  return Tensor.of(
    new NDArray(
      "float32",
      shape,
      Float32Array.from({ length: size }, (_, i) => Math.sin(i)),
    ),
  );
}
