import { LinAlgError, ValueError } from "../../errors";
import type { NDArray } from "../../ndarray";
import { commonShape, type Shape, shapeText, sizeOf } from "../../shape";
import { broadcastTo, ravel, reshape, transpose } from "../manipulation";
import { type ArrayLike, arrayOf } from "../ufunc";
import * as complexLu from "./complex/lu";
import { complexIdentity, identity } from "./matrix";
import * as realLu from "./real/lu";
import { type LinearTypes, linearTypes, Stack, squareArgument, stacked } from "./stack";

/** Solve every system of two stacks of the same length; null stands for a singular matrix. */
function solveEach(a: NDArray, b: NDArray, { complex }: LinearTypes): (Float64Array | null)[] {
  const left = new Stack(a, complex);
  const right = new Stack(b, complex);
  return Array.from({ length: left.count }, (_, i) => {
    if (complex) {
      const x = right.complex(i);
      return complexLu.solveInPlace(left.complex(i), x) ? x.pairs : null;
    }
    const x = right.real(i);
    return realLu.solveInPlace(left.real(i), x) ? x.data : null;
  });
}

function allSolved(parts: readonly (Float64Array | null)[]): Float64Array[] {
  return parts.map((part) => {
    if (part) return part;
    throw new LinAlgError("Singular matrix");
  });
}

/** How NumPy writes an operand whose leading axes, before `core` others, do not fit those of another one. */
function remapped(shape: Shape, core: number, outCore: number): string {
  const axes = [...shape.slice(0, shape.length - core), ...new Array<string>(outCore).fill("newaxis")];
  return `${shapeText(shape)}->(${axes.join(",")})`;
}

/**
 * x with a·x = b, by LU decomposition with partial pivoting.
 *
 * a        [..., M, M]
 * b        [..., M, K]; or [..., M], if it has exactly one axis less than a
 * returns  the shape of b, its leading axes broadcast with those of a
 *
 * @throws {LinAlgError} if a is not square or is singular
 * @throws {ValueError} if the lengths of a and b differ
 */
export function solve(a: ArrayLike, b: ArrayLike): NDArray {
  const left = squareArgument(a);
  const given = arrayOf(b);
  const types = linearTypes(left, given);
  const isVector = given.ndim === left.ndim - 1;
  const name = isVector ? "solve1" : "solve";
  const signature = isVector ? "(m,m),(m)->(m)" : "(m,m),(m,n)->(m,n)";
  if (!isVector && given.ndim < 2) {
    throw new ValueError(
      `${name}: Input operand 1 does not have enough dimensions (has ${given.ndim}, gufunc core with signature ${signature} requires 2)`,
    );
  }
  const right = isVector ? reshape(given, [...given.shape, 1]) : given;
  const [rows, cols] = right.shape.slice(-2) as [number, number];
  const order = left.shape[left.ndim - 1]!;
  if (rows !== order) {
    throw new ValueError(
      `${name}: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature ${signature} (size ${rows} is different from ${order})`,
    );
  }
  const batch = commonShape([left.shape.slice(0, -2), right.shape.slice(0, -2)]);
  if (!batch) {
    const [core, wanted] = isVector ? [1, `(${rows})`] : [2, `(${rows},${cols})`];
    throw new ValueError(
      "operands could not be broadcast together with remapped shapes [original->remapped]: " +
        `${remapped(left.shape, 2, core)} ${remapped(given.shape, core, core)}  and requested shape ${wanted}`,
    );
  }
  const wideLeft = broadcastTo(left, [...batch, order, order]);
  const wideRight = broadcastTo(right, [...batch, rows, cols]);
  const parts = allSolved(solveEach(wideLeft, wideRight, types));
  return stacked(batch, isVector ? [rows] : [rows, cols], parts, types.complex, types.result);
}

/** The inverse of each matrix, or null where there is none; and what dtype it is to have. */
function invertEach(matrices: NDArray): { parts: (Float64Array | null)[]; types: LinearTypes } {
  const types = linearTypes(matrices);
  const stack = new Stack(matrices, types.complex);
  const parts = Array.from({ length: stack.count }, (_, i) => {
    if (types.complex) {
      const inverse = complexIdentity(stack.rows);
      return complexLu.solveInPlace(stack.complex(i), inverse) ? inverse.pairs : null;
    }
    const inverse = identity(stack.rows);
    return realLu.solveInPlace(stack.real(i), inverse) ? inverse.data : null;
  });
  return { parts, types };
}

/** The inverse of a [..., M, M]. @throws {LinAlgError} if a is not square or is singular */
export function inv(a: ArrayLike): NDArray {
  const matrices = squareArgument(a);
  const { parts, types } = invertEach(matrices);
  return stacked(matrices.shape.slice(0, -2), matrices.shape.slice(-2), allSolved(parts), types.complex, types.result);
}

/** The inverse with NaN in place of the inverse of a singular matrix. */
export function invOrNaN(a: ArrayLike): NDArray {
  const matrices = squareArgument(a);
  const { parts, types } = invertEach(matrices);
  const size = sizeOf(matrices.shape.slice(-2)) * (types.complex ? 2 : 1);
  const filled = parts.map((part) => part ?? new Float64Array(size).fill(Number.NaN));
  return stacked(matrices.shape.slice(0, -2), matrices.shape.slice(-2), filled, types.complex, types.result);
}

/**
 * x with tensordot(a, x, x.ndim) = b.
 *
 * axes     axes of a to move to its end first
 * @throws {LinAlgError} if the lengths of a do not fit, or if it is singular
 */
export function tensorsolve(a: ArrayLike, b: ArrayLike, axes?: readonly number[] | null): NDArray {
  let left = arrayOf(a);
  const right = arrayOf(b);
  if (axes) {
    const order = left.shape.map((_, axis) => axis);
    for (const axis of axes) {
      const place = order.indexOf(axis);
      if (place < 0) throw new ValueError("list.remove(x): x not in list");
      order.splice(place, 1);
      order.push(axis);
    }
    left = transpose(left, order);
  }
  const shape = left.shape.slice(-(left.ndim - right.ndim));
  const size = sizeOf(shape);
  if (left.size !== size ** 2) {
    throw new LinAlgError(
      "Input arrays must satisfy the requirement             prod(a.shape[b.ndim:]) == prod(a.shape[:b.ndim])",
    );
  }
  return reshape(solve(reshape(left, [size, size]), ravel(right)), shape);
}

/**
 * The inverse of a in the sense of tensordot: a [..I, ..J] with `ind` axes in I gives [..J, ..I].
 *
 * @throws {ValueError} if ind is not positive
 * @throws {LinAlgError} if the lengths do not fit, or if it is singular
 */
export function tensorinv(a: ArrayLike, ind = 2): NDArray {
  const array = arrayOf(a);
  if (ind <= 0) throw new ValueError("Invalid ind argument.");
  const rest = array.shape.slice(ind);
  return reshape(inv(reshape(array, [sizeOf(rest), -1])), [...rest, ...array.shape.slice(0, ind)]);
}
