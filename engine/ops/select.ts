import { dtypes } from "../dtype";
import { IndexError, TypeError, ValueError } from "../errors";
import { copy, NDArray, zeros } from "../ndarray";
import { maximumTable, minimumTable } from "../numpy/arithmetic";
import { astype, castInto } from "../numpy/astype";
import { getItem, Slice, Subscript } from "../numpy/indexing";
import { ravel, reshape } from "../numpy/manipulation";
import { choose as chooseArray, diagonal as diagonalArray, take as takeArray, where } from "../numpy/selection";
import { searchsorted as searchArray } from "../numpy/sorting";
import { runBinary } from "../numpy/ufunc";
import type { Scalar } from "../scalar";
import { commonShape, type Shape, sizeOf, tupleText } from "../shape";
import { checkTensor, Tensor } from "../tensor";
import { checkBroadcast, scalarArray } from "./operands";
import { reduceSum } from "./reduce";
import { axisOf, broadcastTo } from "./shape";

/* Operations that pick elements by place or by condition. */

/** An int tensor. @throws {TypeError} */
function places(x: Tensor, owner: string): NDArray {
  const { kind, label } = dtypes[checkTensor(x, "indices", owner).dtype];
  if (kind === "int" || kind === "uint") return x.asnumpy();
  throw new TypeError(`For '${owner}', the type of 'indices' must be an int type, but got Tensor[${label}].`);
}

/** Entries of an axis by place. @throws {IndexError} if a place is outside */
export function gather(x: Tensor, indices: Tensor, axis = 0): Tensor {
  const along = axisOf(axis, checkTensor(x, "input_params", "Gather").ndim, "Gather");
  return Tensor.of(copy(takeArray(x.asnumpy(), places(indices, "Gather"), along)));
}

/** `Tensor.take`: without an axis from the flattened tensor; mode "clip", "wrap" or "raise". */
export function take(x: Tensor, indices: Tensor, axis: number | null = null, mode = "clip"): Tensor {
  if (!["raise", "wrap", "clip"].includes(mode)) {
    throw new ValueError(`For 'take', the 'mode' must be one of ['raise', 'wrap', 'clip'], but got '${mode}'.`);
  }
  const along = axis === null || axis === undefined ? null : axisOf(axis, x.ndim, "take");
  return Tensor.of(copy(takeArray(x.asnumpy(), places(indices, "take"), along, mode)));
}

/** One in the class's place of a new axis, zero elsewhere; `onValue` and `offValue` give both and their dtype. */
export function oneHot(indices: Tensor, depth: number, onValue: Tensor, offValue: Tensor, axis = -1): Tensor {
  const classes = astype(places(indices, "OneHot"), "float64");
  const at = axis === -1 ? classes.ndim : axisOf(axis, classes.ndim + 1, "OneHot");
  const out = zeros([classes.size, depth], onValue.dtype);
  castInto(out, offValue.asnumpy());
  const [on] = [onValue.asnumpy()];
  const one = on.read(on.offset);
  const flat = classes.storage as Float64Array;
  flat.forEach((place, row) => {
    if (place >= 0 && place < depth) out.write(row * depth + place, one);
  });
  const spread = reshape(out, [...classes.shape, depth]);
  const order = classes.shape.map((_, i) => i);
  order.splice(at, 0, classes.ndim);
  return Tensor.of(
    copy(
      spread.view(
        order.map((i) => spread.shape[i]!),
        order.map((i) => spread.strides[i]!),
      ),
    ),
  );
}

/** A bound of `clip`; null leaves that side open. */
export type Bound = Tensor | Scalar | NDArray | null;

/**
 * Every element brought between two bounds, which are cast to the tensor's dtype first.
 *
 * @throws {ValueError} if both are absent
 */
export function clip(x: Tensor, low: Bound, high: Bound): Tensor {
  if (low == null && high == null) throw new ValueError("For 'clip', one of 'xmin' and 'xmax' must be given.");
  let array = x.asnumpy();
  const bound = (value: Tensor | Scalar | NDArray) => {
    const given = value instanceof Tensor ? value.asnumpy() : value;
    const found = given instanceof NDArray ? astype(given, x.dtype) : scalarArray(given, x.dtype);
    checkBroadcast(array, found, "clip");
    return found;
  };
  if (low != null) array = runBinary(maximumTable, array, bound(low), x.dtype);
  if (high != null) array = runBinary(minimumTable, array, bound(high), x.dtype);
  return Tensor.of(array);
}

/** `value` where a Bool mask is true. @throws {TypeError} if mask is not Bool */
export function maskedFill(x: Tensor, mask: Tensor, value: Scalar): Tensor {
  if (checkTensor(mask, "mask", "masked_fill").dtype !== "bool") {
    throw new TypeError(`For 'masked_fill', the type of 'mask' must be Bool, but got ${dtypes[mask.dtype].label}.`);
  }
  checkBroadcast(x.asnumpy(), mask.asnumpy(), "masked_fill");
  return Tensor.of(where(mask.asnumpy(), scalarArray(value, x.dtype), x.asnumpy()));
}

/** Elements of x where condition is true, else of y. The dtypes of x and y must be equal. */
export function select(condition: Tensor, x: Tensor, y: Tensor): Tensor {
  if (checkTensor(condition, "cond", "Select").dtype !== "bool") {
    throw new TypeError(`For 'Select', the type of 'cond' must be Bool, but got ${dtypes[condition.dtype].label}.`);
  }
  const [a, b] = [checkTensor(x, "x", "Select").asnumpy(), checkTensor(y, "y", "Select").asnumpy()];
  if (a.dtype !== b.dtype) {
    throw new TypeError(`For 'Select', the types of 'x' and 'y' must be the same, but got ${a.dtype} and ${b.dtype}.`);
  }
  if (!commonShape([condition.shape, a.shape, b.shape])) {
    throw new ValueError(
      `For 'Select', the shapes must be the same, but got ${[condition, x, y].map((one) => tupleText(one.shape)).join(", ")}.`,
    );
  }
  return Tensor.of(where(condition.asnumpy(), a, b));
}

/** A diagonal of two axes as the last one. @throws {ValueError} if there are not two axes */
export function diagonal(x: Tensor, offset = 0, axis1 = 0, axis2 = 1): Tensor {
  if (x.ndim < 2) throw new ValueError(`For 'diagonal', the tensor must have at least 2 axes, but got ${x.ndim}.`);
  return Tensor.of(copy(diagonalArray(x.asnumpy(), offset, axis1, axis2)));
}
/** The sum of a diagonal, in the tensor's dtype. */
export function trace(x: Tensor, offset = 0, axis1 = 0, axis2 = 1): Tensor {
  return reduceSum(diagonal(x, offset, axis1, axis2), -1);
}

/** For each element the tensor whose number it is. mode: "raise", "wrap" or "clip". */
export function choose(x: Tensor, choices: readonly Tensor[], mode = "clip"): Tensor {
  const numbers = astype(places(x, "choose"), "int64");
  const flat = numbers.storage as BigInt64Array;
  const count = BigInt(choices.length);
  for (let i = 0; i < flat.length; i++) {
    const value = flat[i]!;
    if (mode === "raise" && (value < 0n || value >= count)) {
      throw new ValueError(`For 'choose', the index ${value} is out of range [0, ${count}).`);
    }
    flat[i] =
      mode === "wrap" ? ((value % count) + count) % count : value < 0n ? 0n : value >= count ? count - 1n : value;
  }
  return Tensor.of(
    chooseArray(
      numbers,
      choices.map((one) => one.asnumpy()),
    ),
  );
}

/** Where values would go into a sorted 1-d tensor, as Int32. */
export function searchsorted(x: Tensor, v: Tensor | Scalar, side = "left"): Tensor {
  if (side !== "left" && side !== "right") {
    throw new ValueError(`For 'searchsorted', the 'side' must be 'left' or 'right', but got '${side}'.`);
  }
  if (x.ndim !== 1) throw new ValueError(`For 'searchsorted', the tensor must have 1 axis, but got ${x.ndim}.`);
  const values = v instanceof Tensor ? v.asnumpy() : new Tensor(v).asnumpy();
  return Tensor.of(astype(searchArray(x.asnumpy(), values, side), "int32"));
}

/** The first elements in another shape; zeros where it is larger. */
export function resize(x: Tensor, shape: Shape): Tensor {
  if (shape.some((length) => length < 0)) {
    throw new ValueError(`For 'resize', the lengths must be >= 0, but got ${tupleText(shape)}.`);
  }
  const out = zeros(shape, x.dtype);
  const kept = Math.min(x.size, sizeOf(shape));
  const flat = ravel(x.asnumpy());
  castInto(reshape(out, [out.size]).view([kept], [1]), flat.view([kept], flat.strides));
  return Tensor.of(out);
}

/** `length` entries of an axis from `start` on. @throws {ValueError} if they are not all there */
export function narrow(x: Tensor, axis: number, start: number, length: number): Tensor {
  const along = axisOf(axis, x.ndim, "narrow");
  const most = x.shape[along]!;
  if (start < 0 || length < 1 || start + length > most) {
    throw new ValueError(`For 'narrow', 'start' ${start} and 'length' ${length} must fit into the axis of ${most}.`);
  }
  const parts = x.shape.map((_, i) => (i === along ? new Slice(start, start + length) : new Slice()));
  return Tensor.of(copy(getItem(x.asnumpy(), new Subscript(parts))));
}

export function expandAs(x: Tensor, other: Tensor): Tensor {
  return broadcastTo(x, checkTensor(other, "x", "expand_as").shape);
}

/**
 * `Tensor.item`: one element as a 0-d tensor; by place in the flattened tensor, or by one int an axis.
 *
 * @throws {ValueError} without an index if the shape is not (1,), or if the number of ints is not that of the axes
 * @throws {IndexError} if there is no such place
 */
export function item(x: Tensor, index: number | Shape | null = null): Tensor {
  if (index === null || index === undefined) {
    if (x.ndim === 1 && x.size === 1) return x;
    throw new ValueError(
      `For 'item', without an index the tensor must have the shape (1,), but got ${tupleText(x.shape)}.`,
    );
  }
  const array = x.asnumpy();
  const place = placeOf(array, index, "item", ValueError);
  return Tensor.of(copy(array.view([], [], place)));
}

/** `Tensor.itemset`: a new tensor with one element replaced. */
export function itemset(x: Tensor, index: number | Shape | null, value: Scalar): Tensor {
  const array = copy(x.asnumpy());
  if (index === null || index === undefined) {
    if (!(x.ndim === 1 && x.size === 1)) {
      throw new IndexError(
        `For 'itemset', without an index the tensor must have the shape (1,), but got ${tupleText(x.shape)}.`,
      );
    }
    array.write(0, scalarArray(value, x.dtype).read(0));
    return Tensor.of(array);
  }
  array.write(placeOf(array, index, "itemset", IndexError), scalarArray(value, x.dtype).read(0));
  return Tensor.of(array);
}

function placeOf(array: NDArray, index: number | Shape, owner: string, Count: new (message: string) => Error): number {
  if (typeof index === "number") {
    if (index < -array.size || index >= array.size) {
      throw new IndexError(`For '${owner}', the index ${index} is out of bounds for a size of ${array.size}.`);
    }
    let rest = index < 0 ? index + array.size : index;
    let place = array.offset;
    for (let axis = array.ndim - 1; axis >= 0; axis--) {
      place += (rest % array.shape[axis]!) * array.strides[axis]!;
      rest = Math.floor(rest / array.shape[axis]!);
    }
    return place;
  }
  if (index.length !== array.ndim) {
    throw new Count(`For '${owner}', the index must have ${array.ndim} ints, but got ${index.length}.`);
  }
  return index.reduce((place, one, axis) => {
    const length = array.shape[axis]!;
    if (one < -length || one >= length) {
      throw new IndexError(`For '${owner}', the index ${one} is out of bounds for axis ${axis} with size ${length}.`);
    }
    return place + (one < 0 ? one + length : one) * array.strides[axis]!;
  }, array.offset);
}
