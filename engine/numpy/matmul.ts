import { checkpoint } from "../checkpoint";
import { type DType, dtypes } from "../dtype";
import { ValueError } from "../errors";
import { toHalf } from "../half";
import { empty, NDArray, zeros } from "../ndarray";
import { broadcastShapes, rowMajor, type Shape, shapeText, sizeOf } from "../shape";
import { type Matrix, multiplyMatrices as productOf } from "../wasm/matmul";
import { multiply } from "./arithmetic";
import { cast } from "./astype";
import { isBig, Source } from "./blocks";
import { broadcastTo, expandDims, reshape, squeeze, swapaxes } from "./manipulation";
import { resultType } from "./promotion";
import { type ArrayLike, arrayOf } from "./ufunc";

/**
 * Product of the matrices in the last two axes; 1-D operands count as a row or column, leading axes broadcast.
 * Float sums run along the shared axis in order, each product and sum rounded to the dtype.
 *
 * @throws {ValueError} for 0-d operands or lengths that differ
 */
export function matmul(x: ArrayLike, y: ArrayLike): NDArray {
  const [a, b] = [arrayOf(x), arrayOf(y)];
  const signature = "(n?,k),(k,m?)->(n?,m?)";
  for (const [i, one] of [a, b].entries()) {
    if (one.ndim === 0) {
      throw new ValueError(
        `matmul: Input operand ${i} does not have enough dimensions (has 0, gufunc core with signature ${signature} requires 1)`,
      );
    }
  }
  const left = a.ndim === 1 ? expandDims(a, 0) : a;
  const right = b.ndim === 1 ? expandDims(b, 1) : b;
  const [n, k] = left.shape.slice(-2) as [number, number];
  const [k2, m] = right.shape.slice(-2) as [number, number];
  if (k !== k2) {
    throw new ValueError(
      "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature " +
        `${signature} (size ${k2} is different from ${k})`,
    );
  }
  const batch = broadcastShapes(left.shape.slice(0, -2), right.shape.slice(0, -2));
  const dtype = resultType(a, b);
  const ready = [left, right].map((one) => {
    const wide = broadcastTo(cast(one, dtype), [...batch, ...one.shape.slice(-2)]);
    return reshape(wide, [sizeOf(batch), ...one.shape.slice(-2)]);
  }) as [NDArray, NDArray];
  const result = (dtype === "float32" ? empty : zeros)([...batch, n, m], dtype); // products of float32 set every element
  const size = { n, k, m };
  for (let i = 0; i < sizeOf(batch); i++) {
    multiplyMatrices(matrixAt(ready[0], i), matrixAt(ready[1], i), result, i * n * m, size);
  }
  const axes = [...(a.ndim === 1 ? [-2] : []), ...(b.ndim === 1 ? [-1] : [])];
  return axes.length ? squeeze(result, axes) : result;
}

function matrixAt(stack: NDArray, i: number): NDArray {
  return stack.view(stack.shape.slice(1), stack.strides.slice(1), stack.offset + i * stack.strides[0]!);
}

interface Size {
  n: number;
  k: number;
  m: number;
}

function multiplyMatrices(a: NDArray, b: NDArray, result: NDArray, place: number, size: Size): void {
  const { n, k, m } = size;
  if (n === 0 || m === 0) return;
  const { kind } = dtypes[a.dtype];
  if (kind === "complex") {
    complexProduct(a, b, result, place, size);
    return;
  }
  if (isBig(a.dtype)) {
    const [one, two] = [new Source(a, a.shape, n * k), new Source(b, b.shape, k * m)];
    const [x, y] = [one.numbers(0, n * k).slice(), two.numbers(0, k * m).slice()];
    if (one.bound * two.bound * Math.max(1, k) <= 2 ** 53) {
      const sums = new Float64Array(n * m);
      rowProduct(x, y, sums, size, false);
      const target = result.storage as BigInt64Array;
      for (let i = 0; i < sums.length; i++) target[place + i] = BigInt(sums[i]!);
      return;
    }
    bigProduct(a, b, result, place, size);
    return;
  }
  if (a.dtype === "float32" && multiplyFast(a, b, result, place, size)) return;
  const x = new Source(a, a.shape, n * k).numbers(0, n * k);
  const y = new Source(b, b.shape, k * m).numbers(0, k * m);
  if (a.dtype === "float64") {
    rowProduct(x, y, (result.storage as Float64Array).subarray(place, place + n * m), size, false);
    return;
  }
  if (a.dtype === "float32") {
    rowProduct32(x, y, (result.storage as Float32Array).subarray(place, place + n * m), size);
    return;
  }
  const sums = new Float64Array(n * m);
  rowProduct(x, y, sums, size, a.dtype === "int32" || a.dtype === "uint32");
  const target = result.storage as Float64Array;
  for (let i = 0; i < sums.length; i++) {
    const sum = sums[i]!;
    target[place + i] = a.dtype === "float16" ? toHalf(Math.fround(sum)) : kind === "bool" ? (sum ? 1 : 0) : sum;
  }
}

/** The same by a kernel, on the matrices where they lie; false where it has none to offer. */
function multiplyFast(a: NDArray, b: NDArray, result: NDArray, place: number, size: Size): boolean {
  const [x, y] = [a, b].map(({ storage, offset, strides }) => ({
    values: storage as Float32Array,
    offset,
    rowStep: strides[0]!,
    columnStep: strides[1]!,
  })) as [Matrix, Matrix];
  return productOf(x, y, result.storage as Float32Array, place, size);
}

/** sums[i, j] += x[i, l] · y[l, j], l in order; `wrap` keeps 32-bit integers exact. */
function rowProduct(x: Float64Array, y: Float64Array, sums: Float64Array, { n, k, m }: Size, wrap: boolean): void {
  for (let i = 0; i < n; i++) {
    const row = sums.subarray(i * m, (i + 1) * m);
    for (let l = 0; l < k; l++) {
      const factor = x[i * k + l]!;
      const at = l * m;
      if (wrap) for (let j = 0; j < m; j++) row[j] = (row[j]! + Math.imul(factor, y[at + j]!)) | 0;
      else for (let j = 0; j < m; j++) row[j] = row[j]! + factor * y[at + j]!;
    }
    if ((i * k * m) % 65536 < k * m) checkpoint();
  }
}

/** sums[i, j] = Σ x[i, l] · y[l, j] in float32, each product and each sum rounded. */
function rowProduct32(x: Float64Array, y: Float64Array, sums: Float32Array, { n, k, m }: Size): void {
  const narrow = Float32Array.from(y);
  for (let i = 0; i < n; i++) {
    const row = sums.subarray(i * m, (i + 1) * m).fill(0);
    for (let l = 0; l < k; l++) {
      const factor = Math.fround(x[i * k + l]!);
      const at = l * m;
      for (let j = 0; j < m; j++) row[j] = row[j]! + Math.fround(factor * narrow[at + j]!);
    }
    if ((i * k * m) % 65536 < k * m) checkpoint();
  }
}

function bigProduct(a: NDArray, b: NDArray, result: NDArray, place: number, { n, k, m }: Size): void {
  const unsigned = a.dtype === "uint64";
  const x = new Source(a, a.shape, n * k).bigints(0, n * k, unsigned);
  const y = new Source(b, b.shape, k * m).bigints(0, k * m, unsigned);
  const target = result.storage as BigInt64Array;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) {
      let sum = 0n;
      for (let l = 0; l < k; l++) sum += x[i * k + l]! * y[l * m + j]!;
      target[place + i * m + j] = sum;
    }
    checkpoint();
  }
}

function complexProduct(a: NDArray, b: NDArray, result: NDArray, place: number, { n, k, m }: Size): void {
  const x = new Source(a, a.shape, n * k).pairs(0, n * k);
  const y = new Source(b, b.shape, k * m).pairs(0, k * m);
  const target = result.storage as Float64Array;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) {
      let [re, im] = [0, 0];
      for (let l = 0; l < k; l++) {
        const [p, q] = [2 * (i * k + l), 2 * (l * m + j)];
        re += x[p]! * y[q]! - x[p + 1]! * y[q + 1]!;
        im += x[p]! * y[q + 1]! + x[p + 1]! * y[q]!;
      }
      target[2 * (place + i * m + j)] = re;
      target[2 * (place + i * m + j) + 1] = im;
    }
  }
}

/**
 * Sum over the last axis of x and the second last of y (the only one of a vector); a product if one is 0-d.
 *
 * @throws {ValueError} if the lengths differ
 */
export function dot(x: ArrayLike, y: ArrayLike): NDArray {
  const [a, b] = [arrayOf(x), arrayOf(y)];
  if (a.ndim === 0 || b.ndim === 0) return multiply(x, y);
  const shared = b.ndim === 1 ? 0 : b.ndim - 2;
  if (a.shape[a.ndim - 1] !== b.shape[shared]) {
    throw new ValueError(
      `shapes ${shapeText(a.shape)} and ${shapeText(b.shape)} not aligned: ${a.shape[a.ndim - 1]} (dim ${a.ndim - 1}) != ${b.shape[shared]} (dim ${shared})`,
    );
  }
  const k = b.shape[shared]!;
  const rest = b.shape.filter((_, axis) => axis !== shared);
  const last = b.ndim === 1 ? b : swapaxes(b, -1, -2); // the shared axis goes last, then all others are columns
  const columns = reshape(last, [sizeOf(rest), k]);
  const outer: Shape = a.shape.slice(0, -1);
  const product = matmul(reshape(a, [sizeOf(outer), k]), swapaxes(columns, 0, 1));
  return new NDArray(product.dtype as DType, [...outer, ...rest], product.storage, rowMajor([...outer, ...rest]));
}
