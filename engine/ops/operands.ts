import { type DType, dtypes } from "../dtype";
import { TypeError, ValueError } from "../errors";
import { NDArray } from "../ndarray";
import { elementOf } from "../numpy/creation";
import { runSmall } from "../numpy/small";
import type { BinaryUfunc } from "../numpy/ufunc";
import { Float, isScalar, type Scalar, scalarKind } from "../scalar";
import { commonShape, sameShape, tupleText } from "../shape";
import { Tensor } from "../tensor";
import { checkRange, describe, fromList, type NestedList, tensorData } from "../tensorData";
import { promote, promoteScalar } from "./promotion";

/** What stands beside a tensor: a tensor, a plain number, or a list, which takes the tensor's dtype. */
export type Operand = Tensor | Scalar | NestedList | NDArray;

/** Two operands that can meet elementwise, and the dtype they meet in. */
export interface Meeting {
  x: NDArray;
  y: NDArray;
  dtype: DType;
}

/**
 * The operands as arrays of shapes that broadcast, and MindSpore's common dtype. A number has that dtype already;
 * arrays are still to be cast.
 *
 * @throws {TypeError} if neither is a tensor, or their dtypes do not meet
 * @throws {ValueError} if their shapes do not broadcast
 */
export function meet(x: Operand, y: Operand, owner: string): Meeting {
  if (x instanceof Tensor) {
    if (isScalar(y)) {
      const array = x.asnumpy();
      const dtype = promoteScalar(array.dtype, scalarKind(y), owner);
      return { x: array, y: scalarArray(y, dtype), dtype };
    }
    return meetArrays(x.asnumpy(), arrayOf(y, x.dtype, owner), owner);
  }
  if (!(y instanceof Tensor)) {
    throw new TypeError(`For '${owner}', one operand must be a Tensor, but got '${describe(x)}' and '${describe(y)}'.`);
  }
  if (isScalar(x)) {
    const array = y.asnumpy();
    const dtype = promoteScalar(array.dtype, scalarKind(x), owner);
    return { x: scalarArray(x, dtype), y: array, dtype };
  }
  return meetArrays(arrayOf(x, y.dtype, owner), y.asnumpy(), owner);
}

/**
 * The result at once, where both operands have the result's dtype already and are small: what cells do most. Null sends
 * the caller the long way, which gives the same bits.
 */
export function meetSmall(tableOf: (dtype: DType) => BinaryUfunc, x: Operand, y: Operand): NDArray | null {
  const a = x instanceof Tensor ? x.asnumpy() : x;
  const b = y instanceof Tensor ? y.asnumpy() : y;
  if (a instanceof NDArray) {
    if (b instanceof NDArray ? a.dtype === b.dtype : isPlain(b)) return runSmall(tableOf(a.dtype), a, b as Scalar);
  } else if (b instanceof NDArray && isPlain(a)) return runSmall(tableOf(b.dtype), a as Scalar, b);
  return null;
}

function isPlain(value: unknown): boolean {
  return typeof value === "number" || value instanceof Float;
}

function meetArrays(x: NDArray, y: NDArray, owner: string): Meeting {
  checkBroadcast(x, y, owner);
  return { x, y, dtype: x.dtype === y.dtype ? x.dtype : promote([x.dtype, y.dtype], [], owner) };
}

/** @throws {ValueError} if two shapes do not broadcast */
export function checkBroadcast(x: NDArray, y: NDArray, owner: string): void {
  if (sameShape(x.shape, y.shape) || commonShape([x.shape, y.shape])) return;
  throw new ValueError(
    `For '${owner}', x.shape and y.shape need to broadcast. The value of x.shape[i] or y.shape[i] must be 1 or they must be equal, but got x.shape: ${tupleText(x.shape)}, y.shape: ${tupleText(y.shape)}.`,
  );
}

function arrayOf(operand: unknown, dtype: DType, owner: string): NDArray {
  if (operand instanceof Tensor) return operand.asnumpy();
  if (operand instanceof NDArray) return fromList(operand, dtype); // a host language's list
  if (Array.isArray(operand)) return tensorData(operand, dtype);
  throw new TypeError(
    `For '${owner}', the operand must be a Tensor, number, list or tuple, but got '${describe(operand)}'.`,
  );
}

/** A number as a 0-d array, cast as C casts. */
export function scalarArray(scalar: Scalar, dtype: DType): NDArray {
  checkRange(scalar);
  const { storage, kind } = dtypes[dtype];
  const array = new NDArray(dtype, noAxes, new storage(kind === "complex" ? 2 : 1), noAxes, 0);
  array.write(0, elementOf(scalar));
  return array;
}
const noAxes: readonly number[] = [];
