import type { DType } from "../dtype";
import { AxisError, IndexError, ValueError } from "../errors";
import { copy, NDArray } from "../ndarray";
import { axesOf, axisOf, commonShape, rowMajor, type Shape, sameShape, shapeText, sizeOf } from "../shape";
import { castInto } from "./astype";
import { shapeOf, zeros } from "./creation";
import { getItem, Slice, subscript } from "./indexing";
import { promoteTypes } from "./promotion";
import { type ArrayLike, arrayOf } from "./ufunc";

/** A lengths list with its one −1 worked out. @throws {ValueError} if the sizes differ */
export function resolveShape(size: number, shape: number | readonly number[]): number[] {
  const lengths = typeof shape === "number" ? [shape] : [...shape];
  const open = lengths.indexOf(-1);
  const asked = shapeText(lengths).replace("-1", "newaxis"); // NumPy's word for the open length
  const fail = () => new ValueError(`cannot reshape array of size ${size} into shape ${asked}`);
  if (open >= 0) {
    if (lengths.indexOf(-1, open + 1) >= 0) throw new ValueError("can only specify one unknown dimension");
    const known = lengths.reduce((product, length, axis) => (axis === open ? product : product * length), 1);
    if (known <= 0 || size % known !== 0) throw fail();
    const solved = lengths.slice();
    solved[open] = size / known;
    return shapeOf(solved);
  }
  if (sizeOf(shapeOf(lengths)) !== size) throw fail();
  return lengths;
}

/** Strides that show the same elements in another shape, or null if only a copy can. */
function viewStrides(array: NDArray, shape: Shape): number[] | null {
  const from: [number, number][] = [];
  array.shape.forEach((length, axis) => {
    if (length !== 1) from.push([length, array.strides[axis]!]);
  });
  const strides = new Array<number>(shape.length).fill(1);
  let old = 0;
  let axis = 0;
  while (axis < shape.length && old < from.length) {
    if (shape[axis] === 1) {
      axis++;
      continue;
    }
    let [newSize, oldSize] = [shape[axis]!, from[old]![0]];
    let [newEnd, oldEnd] = [axis + 1, old + 1];
    while (newSize !== oldSize) {
      if (newSize < oldSize) newSize *= shape[newEnd++]!;
      else oldSize *= from[oldEnd++]![0];
    }
    for (let k = old; k < oldEnd - 1; k++) if (from[k]![1] !== from[k + 1]![0] * from[k + 1]![1]) return null;
    let step = from[oldEnd - 1]![1];
    for (let k = newEnd - 1; k >= axis; k--) {
      strides[k] = step;
      step *= shape[k]!;
    }
    axis = newEnd;
    old = oldEnd;
  }
  return strides;
}

/** The same elements in another shape; a view where strides allow it. One length may be −1. */
export function reshape(array: NDArray, shape: number | readonly number[]): NDArray {
  const target = resolveShape(array.size, shape);
  if (array.isContiguous) return array.view(target, rowMajor(target));
  const strides = array.size === 0 ? rowMajor(target) : viewStrides(array, target);
  return strides ? array.view(target, strides) : new NDArray(array.dtype, target, copy(array).storage);
}

/** One axis, row-major; a view where strides allow it. */
export function ravel(array: NDArray): NDArray {
  return reshape(array, [array.size]);
}
/** One axis, row-major, always a copy. */
export function flatten(array: NDArray): NDArray {
  return reshape(copy(array), [array.size]);
}

/** The axes in another order, reversed without one. */
export function transpose(array: NDArray, axes?: readonly number[] | null): NDArray {
  const { ndim } = array;
  if (axes && axes.length !== ndim) throw new ValueError("axes don't match array");
  const order = axes ? axes.map((axis) => axisOf(axis, ndim)) : array.shape.map((_, axis) => ndim - 1 - axis);
  if (new Set(order).size !== ndim) throw new ValueError("repeated axis in transpose");
  return array.view(
    order.map((axis) => array.shape[axis]!),
    order.map((axis) => array.strides[axis]!),
  );
}

export function swapaxes(array: NDArray, first: number, second: number): NDArray {
  const order = array.shape.map((_, axis) => axis);
  const place = (axis: number, which: number) => {
    if (axis >= -array.ndim && axis < array.ndim) return axisOf(axis, array.ndim);
    throw new AxisError(`axis${which}: axis ${axis} is out of bounds for array of dimension ${array.ndim}`);
  };
  const [a, b] = [place(first, 1), place(second, 2)];
  [order[a], order[b]] = [order[b]!, order[a]!];
  return transpose(array, order);
}

/** Axes moved to new places, the others in their order. */
export function moveaxis(array: NDArray, source: number | readonly number[], destination: number | readonly number[]) {
  const prefixed = (axis: number | readonly number[], name: string) => {
    const list = typeof axis === "number" ? [axis] : axis;
    const places = list.map((one) => {
      if (one >= -array.ndim && one < array.ndim) return axisOf(one, array.ndim);
      throw new AxisError(`${name}: axis ${one} is out of bounds for array of dimension ${array.ndim}`);
    });
    if (new Set(places).size !== places.length) throw new ValueError(`repeated axis in \`${name}\` argument`);
    return places;
  };
  const from = prefixed(source, "source");
  const to = prefixed(destination, "destination");
  if (from.length !== to.length) {
    throw new ValueError("`source` and `destination` arguments must have the same number of elements");
  }
  const order = array.shape.map((_, axis) => axis).filter((axis) => !from.includes(axis));
  const pairs = to.map((place, i) => [place, from[i]!] as const).sort((a, b) => a[0] - b[0]);
  for (const [place, axis] of pairs) order.splice(place, 0, axis);
  return transpose(array, order);
}

export function expandDims(array: NDArray, axis: number | readonly number[]): NDArray {
  const axes = typeof axis === "number" ? [axis] : axis;
  const ndim = array.ndim + axes.length;
  const added = new Set(axesOf(axes, ndim));
  const shape: number[] = [];
  const strides: number[] = [];
  for (let at = 0, old = 0; at < ndim; at++) {
    const fresh = added.has(at);
    shape.push(fresh ? 1 : array.shape[old]!);
    strides.push(fresh ? 0 : array.strides[old]!);
    if (!fresh) old++;
  }
  return array.view(shape, strides);
}

/** Without the axes of length 1, or without the given ones. @throws {ValueError} if a given one is longer */
export function squeeze(array: NDArray, axis?: number | readonly number[] | null): NDArray {
  const given = axis === undefined || axis === null ? null : axesOf(axis, array.ndim);
  if (given?.some((one) => array.shape[one] !== 1)) {
    throw new ValueError("cannot select an axis to squeeze out which has size not equal to one");
  }
  const kept = array.shape.map((_, i) => i).filter((i) => (given ? !given.includes(i) : array.shape[i] !== 1));
  return array.view(
    kept.map((i) => array.shape[i]!),
    kept.map((i) => array.strides[i]!),
  );
}

/** A view of a larger shape whose repeated elements are one. */
export function broadcastTo(array: ArrayLike, shape: number | readonly number[]): NDArray {
  const from = arrayOf(array);
  const target = shapeOf(shape);
  if (from.ndim > target.length) {
    throw new ValueError("input operand has more dimensions than allowed by the axis remapping");
  }
  const common = commonShape([from.shape, target]);
  if (!common || !sameShape(common, target)) {
    throw new ValueError(
      `operands could not be broadcast together with remapped shapes [original->remapped]: ${shapeText(from.shape)}  and requested shape ${shapeText(target)}`,
    );
  }
  const skip = target.length - from.ndim;
  const strides = target.map((_, axis) =>
    axis < skip || from.shape[axis - skip] === 1 ? 0 : from.strides[axis - skip]!,
  );
  return from.view(target, strides);
}

/** Elements in reverse order along the axes, all without one. A view. */
export function flip(array: NDArray, axis?: number | readonly number[] | null): NDArray {
  const axes = new Set(axesOf(axis, array.ndim));
  return getItem(array, subscript(...array.shape.map((_, i) => new Slice(null, null, axes.has(i) ? -1 : 1))));
}

function joinDType(arrays: readonly NDArray[], dtype?: DType | null): DType {
  return dtype ?? arrays.map((one) => one.dtype).reduce(promoteTypes);
}

/** Arrays one after the other along an axis; axis null flattens them first. */
export function concatenate(values: readonly ArrayLike[], axis: number | null = 0, dtype?: DType | null): NDArray {
  if (values.length === 0) throw new ValueError("need at least one array to concatenate");
  let arrays = values.map(arrayOf);
  if (axis === null) arrays = arrays.map(ravel);
  const first = arrays[0]!;
  if (first.ndim === 0) throw new ValueError("zero-dimensional arrays cannot be concatenated");
  const along = axisOf(axis ?? 0, first.ndim);
  const shape = [...first.shape];
  arrays.forEach((one, i) => {
    if (i === 0) return;
    if (one.ndim !== first.ndim) {
      throw new ValueError(
        "all the input arrays must have same number of dimensions, but the array at index 0 has " +
          `${first.ndim} dimension(s) and the array at index ${i} has ${one.ndim} dimension(s)`,
      );
    }
    one.shape.forEach((length, k) => {
      if (k !== along && length !== first.shape[k]) {
        throw new ValueError(
          "all the input array dimensions except for the concatenation axis must match exactly, but along dimension " +
            `${k}, the array at index 0 has size ${first.shape[k]} and the array at index ${i} has size ${length}`,
        );
      }
    });
    shape[along]! += one.shape[along]!;
  });
  const result = zeros(shape, joinDType(arrays, dtype));
  let start = 0;
  for (const one of arrays) {
    const window = [...shape];
    window[along] = one.shape[along]!;
    castInto(result.view(window, result.strides, start * result.strides[along]!), one);
    start += one.shape[along]!;
  }
  return result;
}

/** Arrays of one shape along a new axis. */
export function stack(values: readonly ArrayLike[], axis = 0): NDArray {
  if (values.length === 0) throw new ValueError("need at least one array to stack");
  const arrays = values.map(arrayOf);
  if (arrays.some((one) => !sameShape(one.shape, arrays[0]!.shape))) {
    throw new ValueError("all input arrays must have the same shape");
  }
  return concatenate(
    arrays.map((one) => expandDims(one, axisOf(axis, one.ndim + 1))),
    axis < 0 ? axis + arrays[0]!.ndim + 1 : axis,
  );
}

/** At least 1, 2 or 3 axes, as NumPy adds them. */
export function atleast1d(value: ArrayLike): NDArray {
  const one = arrayOf(value);
  return one.ndim === 0 ? reshape(one, [1]) : one;
}
export function atleast2d(value: ArrayLike): NDArray {
  const one = atleast1d(value);
  return one.ndim === 1 ? expandDims(one, 0) : one;
}
export function atleast3d(value: ArrayLike): NDArray {
  const two = arrayOf(value).ndim < 2 ? atleast2d(value) : arrayOf(value);
  return two.ndim === 2 ? expandDims(two, 2) : two;
}

export const vstack = (values: readonly ArrayLike[]) => concatenate(values.map(atleast2d), 0);
export const hstack = (values: readonly ArrayLike[]) => {
  const arrays = values.map(atleast1d);
  return concatenate(arrays, arrays[0]?.ndim === 1 ? 0 : 1);
};
export const dstack = (values: readonly ArrayLike[]) => concatenate(values.map(atleast3d), 2);
export const columnStack = (values: readonly ArrayLike[]) =>
  concatenate(
    values.map((value) => (arrayOf(value).ndim < 2 ? transpose(atleast2d(value)) : arrayOf(value))),
    1,
  );

/** NumPy looks the axis up in the shape, and so fails with the tuple's words. */
function splitAxis(array: NDArray, axis: number): number {
  if (axis >= -array.ndim && axis < array.ndim) return axisOf(axis, array.ndim);
  throw new IndexError("tuple index out of range");
}

/** Cut at places along an axis, or into parts of which the first are longer by one where it does not come out even. */
export function arraySplit(array: NDArray, parts: number | readonly number[], axis = 0): NDArray[] {
  const along = splitAxis(array, axis);
  const length = array.shape[along]!;
  let bounds: number[];
  if (typeof parts === "number") {
    if (parts <= 0) throw new ValueError("number sections must be larger than 0.");
    const short = Math.floor(length / parts);
    const longer = length % parts;
    bounds = [0];
    for (let i = 0; i < parts; i++) bounds.push(bounds[i]! + short + (i < longer ? 1 : 0));
  } else {
    bounds = [0, ...parts, length];
  }
  const everything = array.shape.map(() => new Slice());
  return bounds.slice(1).map((stop, i) => {
    const cut = everything.slice();
    cut[along] = new Slice(bounds[i]!, stop);
    return getItem(array, subscript(...cut));
  });
}

/** Cut at places, or into equal parts. @throws {ValueError} if it does not come out even */
export function split(array: NDArray, parts: number | readonly number[], axis = 0): NDArray[] {
  if (typeof parts === "number" && parts > 0 && array.shape[splitAxis(array, axis)]! % parts !== 0) {
    throw new ValueError("array split does not result in an equal division");
  }
  return arraySplit(array, parts, axis);
}

/** Each element, or each entry of an axis, several times. */
export function repeat(array: NDArray, repeats: number | readonly number[], axis?: number | null): NDArray {
  const from = axis === undefined || axis === null ? ravel(array) : array;
  const along = axisOf(axis ?? 0, from.ndim);
  const length = from.shape[along]!;
  const given = typeof repeats === "number" ? [repeats] : repeats;
  if (given.some((count) => count < 0)) throw new ValueError("repeats may not contain negative values.");
  if (given.length !== 1 && given.length !== length) {
    throw new ValueError(
      `operands could not be broadcast together with shape ${shapeText([length])} ${shapeText([given.length])}`,
    );
  }
  const countOf = (i: number) => given[given.length === 1 ? 0 : i]!;
  let total = 0;
  for (let i = 0; i < length; i++) total += countOf(i);
  const places = zeros([total], "int64");
  const storage = places.storage as BigInt64Array;
  for (let i = 0, start = 0; i < length; start += countOf(i++)) storage.fill(BigInt(i), start, start + countOf(i));
  const index = from.shape.map((_, i) => (i === along ? places : new Slice()));
  return getItem(from, subscript(...index));
}

/** The whole array several times along each axis. */
export function tile(value: ArrayLike, repeats: number | readonly number[]): NDArray {
  const from = arrayOf(value);
  const given = typeof repeats === "number" ? [repeats] : [...repeats];
  const ndim = Math.max(from.ndim, given.length);
  const shape = [...new Array<number>(ndim - from.ndim).fill(1), ...from.shape];
  const counts = [...new Array<number>(ndim - given.length).fill(1), ...given].map((count) => Math.max(0, count));
  const paired = reshape(
    from,
    shape.flatMap((length) => [1, length]),
  );
  const wide = broadcastTo(
    paired,
    shape.flatMap((length, axis) => [counts[axis]!, length]),
  );
  return reshape(
    copy(wide),
    shape.map((length, axis) => length * counts[axis]!),
  );
}

/** Elements moved along an axis, those that leave come in at the other end. Without an axis, of the flattened array. */
export function roll(
  array: NDArray,
  shift: number | readonly number[],
  axis?: number | readonly number[] | null,
): NDArray {
  if (axis === undefined || axis === null) {
    const total = typeof shift === "number" ? shift : shift.reduce((sum, one) => sum + one, 0);
    return reshape(roll(ravel(array), total, 0), array.shape);
  }
  const axes = (typeof axis === "number" ? [axis] : axis).map((one) => axisOf(one, array.ndim));
  const shifts = typeof shift === "number" ? axes.map(() => shift) : shift;
  if (shifts.length !== axes.length && shifts.length !== 1 && axes.length !== 1) {
    throw new ValueError("'shift' and 'axis' should be scalars or 1D sequences");
  }
  let result = copy(array);
  for (let i = 0; i < Math.max(axes.length, shifts.length); i++) {
    const along = axes[axes.length === 1 ? 0 : i]!;
    const length = array.shape[along]!;
    if (length === 0) continue;
    const by = ((shifts[shifts.length === 1 ? 0 : i]! % length) + length) % length;
    const [head, tail] = arraySplit(result, [length - by], along);
    result = concatenate([tail!, head!], along);
  }
  return result;
}

/** The same storage read as another dtype. @throws {ValueError} if the last axis does not come out even */
export function viewAs(array: NDArray, dtype: DType): NDArray {
  const fresh = zeros([0], dtype);
  const [from, to] = [array.itemsize, fresh.itemsize];
  const shape = [...array.shape];
  if (from !== to) {
    if (array.ndim === 0)
      throw new ValueError("Changing the dtype of a 0d array is only supported if the itemsize is unchanged");
    if (!array.isContiguous)
      throw new ValueError("To change to a dtype of a different size, the last axis must be contiguous");
    const bytes = shape[shape.length - 1]! * from;
    if (bytes % to !== 0) {
      throw new ValueError(
        from > to
          ? "When changing to a smaller dtype, its size must be a divisor of the size of original dtype"
          : "When changing to a larger dtype, its size must be a divisor of the total size in bytes of the last axis of the array.",
      );
    }
    shape[shape.length - 1] = bytes / to;
  }
  const { buffer, byteOffset, byteLength } = array.storage;
  const unit = fresh.storage.BYTES_PER_ELEMENT;
  const start = array.offset * from;
  const aligned = (byteOffset + start) % unit === 0 && byteLength % unit === 0 && start % to === 0;
  if (!aligned) return viewAs(copy(array), dtype);
  const storage = new (fresh.storage.constructor as Float64ArrayConstructor)(
    buffer as ArrayBuffer,
    byteOffset,
    byteLength / unit,
  );
  const strides = from === to ? array.strides : rowMajor(shape);
  return new NDArray(dtype, shape, storage, strides, start / to, array.base ?? array);
}
