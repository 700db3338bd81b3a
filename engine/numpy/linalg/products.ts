import { IndexError, ValueError } from "../../errors";
import type { NDArray } from "../../ndarray";
import { sizeOf } from "../../shape";
import { multiply } from "../arithmetic";
import { expandDims, ravel, reshape, swapaxes, transpose } from "../manipulation";
import { conjugate } from "../math";
import { dot } from "../matmul";
import { type ArrayLike, arrayOf } from "../ufunc";

/** Which axes `tensordot` sums over: the last and the first so many, or one axis or several of each array. */
export type TensordotAxes = number | readonly [number | readonly number[], number | readonly number[]];

function lengthOf({ shape }: NDArray, axis: number): number {
  const length = shape[axis < 0 ? axis + shape.length : axis];
  if (length === undefined) throw new IndexError("tuple index out of range");
  return length;
}

/**
 * The sum of products over pairs of axes.
 *
 * returns  the other axes of a, then those of b
 * @throws {ValueError} if the axes do not pair, or their lengths differ
 * @throws {IndexError} for an axis that an array does not have
 */
export function tensordot(a: ArrayLike, b: ArrayLike, axes: TensordotAxes = 2): NDArray {
  const [left, right] = [arrayOf(a), arrayOf(b)];
  const range = (start: number, count: number): number[] =>
    Array.from({ length: Math.max(0, count) }, (_, i) => start + i);
  const listed = (axis: number | readonly number[]): readonly number[] => (typeof axis === "number" ? [axis] : axis);
  const [leftAxes, rightAxes] =
    typeof axes === "number" ? [range(-axes, axes), range(0, axes)] : [listed(axes[0]), listed(axes[1])];
  if (
    leftAxes.length !== rightAxes.length ||
    leftAxes.some((axis, i) => lengthOf(left, axis) !== lengthOf(right, rightAxes[i]!))
  ) {
    throw new ValueError("shape-mismatch for sum");
  }
  const summedLeft = leftAxes.map((axis) => (axis < 0 ? axis + left.ndim : axis));
  const summedRight = rightAxes.map((axis) => (axis < 0 ? axis + right.ndim : axis));
  const restLeft = range(0, left.ndim).filter((axis) => !summedLeft.includes(axis));
  const restRight = range(0, right.ndim).filter((axis) => !summedRight.includes(axis));
  const lengths = (array: NDArray, some: readonly number[]): number[] => some.map((axis) => array.shape[axis]!);
  const count = sizeOf(lengths(left, summedLeft));
  const [outLeft, outRight] = [lengths(left, restLeft), lengths(right, restRight)];
  const rows = reshape(transpose(left, [...restLeft, ...summedLeft]), [sizeOf(outLeft), count]);
  const columns = reshape(transpose(right, [...summedRight, ...restRight]), [count, sizeOf(outRight)]);
  return reshape(dot(rows, columns), [...outLeft, ...outRight]);
}

/** Sums of products over the last axes. @throws {ValueError} if their lengths differ */
export function inner(a: ArrayLike, b: ArrayLike): NDArray {
  const [left, right] = [arrayOf(a), arrayOf(b)];
  return dot(left, left.ndim === 0 || right.ndim < 2 ? right : swapaxes(right, -1, -2));
}

/** Every product of an element of a and one of b: [a.size, b.size]. */
export function outer(a: ArrayLike, b: ArrayLike): NDArray {
  return multiply(expandDims(ravel(arrayOf(a)), 1), expandDims(ravel(arrayOf(b)), 0));
}

/** The sum of conj(a) times b, over all elements. @throws {ValueError} if the sizes differ */
export function vdot(a: ArrayLike, b: ArrayLike): NDArray {
  const [left, right] = [ravel(arrayOf(a)), ravel(arrayOf(b))];
  return dot(conjugate(left), reshape(right, left.shape));
}

/**
 * The Kronecker product: every element of a times the whole of b, [a₀·b₀, a₁·b₁, …] of the shapes, the shorter one
 * preceded by ones.
 */
export function kron(a: ArrayLike, b: ArrayLike): NDArray {
  const [left, right] = [arrayOf(a), arrayOf(b)];
  if (left.ndim === 0 || right.ndim === 0) return multiply(left, right);
  const ndim = Math.max(left.ndim, right.ndim);
  const padded = ({ shape, ndim: own }: NDArray): number[] => [...new Array<number>(ndim - own).fill(1), ...shape];
  const [leftShape, rightShape] = [padded(left), padded(right)];
  const product = multiply(
    reshape(
      left,
      leftShape.flatMap((length) => [length, 1]),
    ),
    reshape(
      right,
      rightShape.flatMap((length) => [1, length]),
    ),
  );
  return reshape(
    product,
    leftShape.map((length, axis) => length * rightShape[axis]!),
  );
}
