import type { NDArray } from "../ndarray";
import { bytesOf } from "../numpy/border";
import { useKernels } from "./load";

/* What the tests of kernels share: each holds a kernel to the bits of its plain twin. */

/** What `run` gives without kernels and with them. */
export function bothWays<T>(run: () => T): [plain: T, fast: T] {
  const before = useKernels(false);
  try {
    const plain = run();
    useKernels(true);
    return [plain, run()];
  } finally {
    useKernels(before);
  }
}

/** An array's elements as bytes; every NaN counts as the same, for WebAssembly leaves its sign open. */
export function bitsOf(array: NDArray): Uint8Array {
  const bytes = bytesOf(array).slice();
  if (array.dtype === "float32" || array.dtype === "float64") {
    const values = new (array.dtype === "float32" ? Float32Array : Float64Array)(bytes.buffer);
    for (let i = 0; i < values.length; i++) if (Number.isNaN(values[i])) values[i] = Number.NaN;
  }
  return bytes;
}

/** How many bytes of a result the kernels change: 0 is what has to come out. */
export function changedBytes(run: () => NDArray): number {
  const [plain, fast] = bothWays(run);
  if (plain.dtype !== fast.dtype || `${plain.shape}` !== `${fast.shape}`) return Number.NaN;
  const bits = bitsOf(fast);
  return bitsOf(plain).reduce((count, byte, i) => (byte === bits[i] ? count : count + 1), 0);
}

const special = [
  0,
  -0,
  1,
  -1,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  2 ** -149,
  -(2 ** -130),
  3e38,
];

/** `length` float32 numbers drawn from a seed: ordinary ones, and with `wild` many special and subnormal ones. */
export function floatsFrom(seed: number, length: number, wild = false): Float32Array {
  let state = seed | 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  const bits = new Uint32Array(1);
  const float = new Float32Array(bits.buffer);
  return Float32Array.from({ length }, () => {
    if (!wild) return next() / 2 ** 31 - 1;
    const pick = next() % 4;
    if (pick === 0) return special[next() % special.length]!;
    if (pick === 1) return next() / 2 ** 31 - 1;
    bits[0] = next();
    return float[0]!;
  });
}
