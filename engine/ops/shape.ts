import { largestArray } from "../dtype";
import { MemoryError, TypeError, ValueError } from "../errors";
import { copy, type NDArray } from "../ndarray";
import {
  broadcastTo as broadcastArray,
  concatenate,
  expandDims as expandArray,
  repeat as repeatArray,
  reshape as reshapeArray,
  squeeze as squeezeArray,
  stack as stackArrays,
  swapaxes as swapArray,
  tile as tileArray,
  transpose as transposeArray,
} from "../numpy/manipulation";
import { type Shape, sizeOf, tupleText } from "../shape";
import { checkTensor, Tensor } from "../tensor";
import { describe } from "../tensorData";
import { promote } from "./promotion";

/* Operations on shapes. Every result has elements of its own. */

const own = (array: NDArray): Tensor => Tensor.of(copy(array));

/** An axis counted from the front. @throws {TypeError} if it is no int @throws {ValueError} if there is none */
export function axisOf(axis: unknown, ndim: number, owner: string, name = "axis"): number {
  if (typeof axis !== "number" || !Number.isInteger(axis)) {
    throw new TypeError(`For '${owner}', the '${name}' must be int, but got '${describe(axis)}'.`);
  }
  if (axis >= -ndim && axis < ndim) return axis < 0 ? axis + ndim : axis;
  throw new ValueError(`For '${owner}', the '${name}' must be in range [${-ndim}, ${ndim}), but got ${axis}.`);
}

/** Several axes, each once; null or an empty list means all. @throws {ValueError} if one comes twice */
export function axesOf(axis: number | Shape | null | undefined, ndim: number, owner: string): number[] {
  const given = axis === null || axis === undefined ? [] : typeof axis === "number" ? [axis] : axis;
  if (!Array.isArray(given)) {
    throw new TypeError(`For '${owner}', the 'axis' must be int, tuple or list, but got '${describe(axis)}'.`);
  }
  if (given.length === 0) return Array.from({ length: ndim }, (_, i) => i);
  // a 0-d tensor has the axes 0 and -1 that a vector has
  const axes = given.map((one) => (ndim === 0 && (one === 0 || one === -1) ? 0 : axisOf(one, ndim, owner)));
  if (new Set(axes).size !== axes.length) {
    throw new ValueError(`For '${owner}', the 'axis' must not have an axis twice, but got ${tupleText(given)}.`);
  }
  return ndim === 0 ? [] : axes;
}

/**
 * The elements in another shape; one length may be -1.
 *
 * @throws {ValueError} if the sizes differ
 */
export function reshape(x: Tensor, shape: Shape, owner = "Reshape"): Tensor {
  const { size } = checkTensor(x, "x", owner);
  const unknown = shape.filter((length) => length === -1).length;
  const rest = sizeOf(shape.filter((length) => length !== -1));
  const fits = unknown === 0 ? rest === size : unknown === 1 && rest > 0 && size % rest === 0;
  if (!fits || shape.some((length) => !Number.isInteger(length) || length < -1)) {
    throw new ValueError(
      `For '${owner}', the shape of 'x' is ${tupleText(x.shape)} with ${size} elements, which can not become 'shape' ${tupleText(shape)}.`,
    );
  }
  const lengths = shape.map((length) => (length === -1 ? size / rest : length));
  return own(reshapeArray(x.asnumpy(), lengths));
}

/** All elements along one axis; order "F" goes down the columns first. */
export function flatten(x: Tensor, order: "C" | "F" = "C"): Tensor {
  const array = order === "F" ? transposeArray(x.asnumpy()) : x.asnumpy();
  return own(reshapeArray(array, [x.size]));
}

/** The axes in another order, reversed when none is given. @throws {ValueError} if they are not each axis once */
export function transpose(x: Tensor, axes: Shape | null = null): Tensor {
  const { ndim } = checkTensor(x, "x", "Transpose");
  if (axes === null) return own(transposeArray(x.asnumpy()));
  const order = axes.map((axis) => axisOf(axis, ndim, "Transpose", "input_perm"));
  if (order.length !== ndim || new Set(order).size !== ndim) {
    throw new ValueError(
      `For 'Transpose', the 'input_perm' must name each of the ${ndim} axes once, but got ${tupleText(axes)}.`,
    );
  }
  return own(transposeArray(x.asnumpy(), order));
}

export function swapaxes(x: Tensor, first: number, second: number): Tensor {
  const one = axisOf(first, x.ndim, "swapaxes", "axis1");
  const two = axisOf(second, x.ndim, "swapaxes", "axis2");
  return own(swapArray(x.asnumpy(), one, two));
}

/** Without axes of length 1, or without those that are named. @throws {ValueError} if a named one is longer */
export function squeeze(x: Tensor, axis: number | Shape | null = null): Tensor {
  const array = checkTensor(x, "x", "Squeeze").asnumpy();
  const named = axis === null || axis === undefined ? null : typeof axis === "number" ? [axis] : axis;
  if (named === null || named.length === 0) return own(squeezeArray(array));
  const axes = named.map((one) => axisOf(one, array.ndim, "Squeeze"));
  for (const one of axes) {
    if (array.shape[one] !== 1) {
      throw new ValueError(
        `For 'Squeeze', the shape of 'x' at 'axis' ${one} must be 1, but got ${array.shape[one]} in ${tupleText(array.shape)}.`,
      );
    }
  }
  return own(squeezeArray(array, [...new Set(axes)]));
}

/** One more axis of length 1. @throws {ValueError} if axis is not in [-ndim - 1, ndim] */
export function expandDims(x: Tensor, axis: number): Tensor {
  const { ndim } = checkTensor(x, "x", "ExpandDims");
  return own(expandArray(x.asnumpy(), axisOf(axis, ndim + 1, "ExpandDims")));
}

/** x repeated along axes so that it has the shape. @throws {ValueError} if it does not broadcast to it */
export function broadcastTo(x: Tensor, shape: Shape): Tensor {
  const skip = shape.length - checkTensor(x, "x", "BroadcastTo").ndim;
  const wanted = shape.map((length, axis) => (length === -1 && axis >= skip ? x.shape[axis - skip]! : length));
  if (skip < 0 || x.shape.some((length, axis) => length !== 1 && length !== wanted[axis + skip])) {
    throw new ValueError(
      `For 'BroadcastTo', the shape of 'x' must broadcast to the target shape ${tupleText(shape)}, but got ${tupleText(x.shape)}.`,
    );
  }
  return own(broadcastArray(x.asnumpy(), wanted));
}

/** Tensors end to end along an axis, in their common dtype. @throws {ValueError} if other lengths differ */
export function concat(tensors: readonly Tensor[], axis = 0): Tensor {
  const { arrays, dtype } = together(tensors, "Concat");
  const ndim = arrays[0]!.ndim;
  const along = axisOf(axis, ndim, "Concat");
  for (const array of arrays) {
    const fits = array.ndim === ndim && array.shape.every((length, i) => i === along || length === arrays[0]!.shape[i]);
    if (!fits) {
      throw new ValueError(
        `For 'Concat', the shapes must be the same except along 'axis' ${axis}, but got ${arrays.map((one) => tupleText(one.shape)).join(" and ")}.`,
      );
    }
  }
  return Tensor.of(concatenate(arrays, along, dtype));
}

/** Tensors of one shape side by side along a new axis. @throws {ValueError} if the shapes differ */
export function stack(tensors: readonly Tensor[], axis = 0): Tensor {
  const { arrays } = together(tensors, "Stack");
  for (const array of arrays) {
    if (tupleText(array.shape) !== tupleText(arrays[0]!.shape)) {
      throw new ValueError(
        `For 'Stack', the shapes of all inputs must be the same, but got ${tupleText(arrays[0]!.shape)} and ${tupleText(array.shape)}.`,
      );
    }
    if (array.dtype !== arrays[0]!.dtype) {
      throw new TypeError(
        `For 'Stack', the types of all inputs must be the same, but got ${arrays[0]!.dtype} and ${array.dtype}.`,
      );
    }
  }
  return Tensor.of(stackArrays(arrays, axisOf(axis, arrays[0]!.ndim + 1, "Stack")));
}

function together(tensors: readonly Tensor[], owner: string) {
  if (!Array.isArray(tensors) || tensors.length === 0) {
    throw new ValueError(`For '${owner}', the input must be a tuple or list of at least one Tensor.`);
  }
  const arrays = tensors.map((tensor) => checkTensor(tensor, "input_x", owner).asnumpy());
  return {
    arrays,
    dtype: promote(
      arrays.map((array) => array.dtype),
      [],
      owner,
    ),
  };
}

/** Equal parts along an axis. @throws {ValueError} if the axis does not divide into them */
export function split(x: Tensor, axis = 0, outputNum = 1): Tensor[] {
  const along = axisOf(axis, checkTensor(x, "x", "Split").ndim, "Split");
  const length = x.shape[along]!;
  if (outputNum < 1 || length % outputNum !== 0) {
    throw new ValueError(
      `For 'Split', the 'x' shape at 'axis' ${axis} must be divisible by 'output_num' ${outputNum}, but got ${length}.`,
    );
  }
  const array = x.asnumpy();
  const part = length / outputNum;
  const shape = array.shape.map((old, i) => (i === along ? part : old));
  return Array.from({ length: outputNum }, (_, i) =>
    own(array.view(shape, array.strides, array.offset + i * part * array.strides[along]!)),
  );
}

/** @throws {MemoryError} if so many elements cannot be held */
function checkRoom(size: number, x: Tensor): void {
  if (size * x.itemsize > largestArray) {
    throw new MemoryError(`Unable to allocate an array with ${size} elements of data type ${x.dtype}`);
  }
}

/** The tensor several times along each axis. */
export function tile(x: Tensor, multiples: Shape): Tensor {
  checkRoom(checkTensor(x, "x", "Tile").size * sizeOf(multiples), x);
  return own(tileArray(checkTensor(x, "x", "Tile").asnumpy(), multiples));
}

/** Each element several times, along an axis or flattened. */
export function repeat(x: Tensor, repeats: number | Shape, axis: number | null = null): Tensor {
  const along = axis === null || axis === undefined ? null : axisOf(axis, x.ndim, "repeat");
  const counts = typeof repeats === "number" ? [repeats] : repeats;
  if (counts.some((count) => !(count >= 0))) {
    throw new ValueError(`For 'repeat', the 'repeats' must be >= 0, but got ${tupleText(counts)}.`);
  }
  checkRoom(x.size * Math.max(...counts), x);
  return own(repeatArray(x.asnumpy(), repeats, along));
}
