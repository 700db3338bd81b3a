import { AxisError, ValueError } from "../../errors";
import type { NDArray } from "../../ndarray";
import { axisOf, commonShape, shapeText } from "../../shape";
import { multiply, subtract } from "../arithmetic";
import { cast } from "../astype";
import { ellipsis, getItem, subscript } from "../indexing";
import { broadcastTo, moveaxis, stack } from "../manipulation";
import { negative } from "../math";
import { promoteTypes } from "../promotion";
import { type ArrayLike, arrayOf } from "../ufunc";

export interface CrossOptions {
  /** The axes that hold the vectors of a, b and of the result; the last ones by default. */
  axisa?: number;
  axisb?: number;
  axisc?: number;
  /** All three at once. */
  axis?: number | null;
}

function checkAxis(axis: number, ndim: number, name: string): number {
  if (axis >= -ndim && axis < ndim) return axisOf(axis, ndim);
  throw new AxisError(`${name}: axis ${axis} is out of bounds for array of dimension ${ndim}`);
}

/**
 * The cross product of vectors of 2 or 3 components (a missing third one is 0); of two plane vectors only the third
 * component, without an axis.
 *
 * @throws {ValueError} for other lengths, or shapes that do not broadcast
 * @throws {AxisError} for an axis that an array does not have
 */
export function cross(a: ArrayLike, b: ArrayLike, options: CrossOptions = {}): NDArray {
  const { axisa = -1, axisb = -1, axisc = -1, axis = null } = options;
  const [left, right] = [arrayOf(a), arrayOf(b)];
  const placeA = checkAxis(axis ?? axisa, left.ndim, "axisa");
  const placeB = checkAxis(axis ?? axisb, right.ndim, "axisb");
  const dtype = promoteTypes(left.dtype, right.dtype);
  const x = cast(moveaxis(left, placeA, -1), dtype);
  const y = cast(moveaxis(right, placeB, -1), dtype);
  const [m, n] = [x.shape[x.ndim - 1]!, y.shape[y.ndim - 1]!];
  if (m < 2 || m > 3 || n < 2 || n > 3) {
    throw new ValueError("incompatible dimensions for cross product\n(dimension must be 2 or 3)");
  }
  const shapes = [x.shape.slice(0, -1), y.shape.slice(0, -1)] as const;
  const shape = commonShape(shapes);
  if (!shape) {
    throw new ValueError(
      "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between " +
        `arg 0 with shape ${shapeText(shapes[0])} and arg 1 with shape ${shapeText(shapes[1])}.`,
    );
  }
  const at = (array: NDArray, i: number): NDArray => getItem(array, subscript(ellipsis, i));
  const [[a0, a1], [b0, b1]] = [
    [at(x, 0), at(x, 1)],
    [at(y, 0), at(y, 1)],
  ] as [[NDArray, NDArray], [NDArray, NDArray]];
  const third = subtract(multiply(a0, b1), multiply(a1, b0));
  if (m === 2 && n === 2) return third;
  const placeC = checkAxis(axis ?? axisc, shape.length + 1, "axisc");
  const a2 = m === 3 ? at(x, 2) : null;
  const b2 = n === 3 ? at(y, 2) : null;
  const first =
    a2 && b2 ? subtract(multiply(a1, b2), multiply(a2, b1)) : b2 ? multiply(a1, b2) : negative(multiply(a2!, b1));
  const second =
    a2 && b2 ? subtract(multiply(a2, b0), multiply(a0, b2)) : b2 ? negative(multiply(a0, b2)) : multiply(a2!, b0);
  const parts = [first, second, third].map((part) => broadcastTo(part, shape));
  return moveaxis(stack(parts, -1), -1, placeC);
}
