import { dtypes } from "../dtype";
import { IndexError, ValueError } from "../errors";
import { NDArray as ArrayClass, type NDArray, sharesStorage, zeros } from "../ndarray";
import { isScalar, type Scalar } from "../scalar";
import { commonShape, type Shape, sameShape, shapeText, sizeOf } from "../shape";
import { castInto } from "./astype";
import { isBig, Source, walkOf } from "./blocks";
import { array, type NestedNumbers } from "./creation";

/** Python's `start:stop:step`; null stands for an absent part. */
export class Slice {
  constructor(
    readonly start: number | null = null,
    readonly stop: number | null = null,
    readonly step: number | null = null,
  ) {}
}
export const slice = (start?: number | null, stop?: number | null, step?: number | null) =>
  new Slice(start ?? null, stop ?? null, step ?? null);

/** Python's `...`. */
export const ellipsis = Symbol("...");
/** `numpy.newaxis`. */
export const newaxis = null;

/** One part of a subscript: an int, a slice, `ellipsis`, `newaxis`, a bool, an array of ints or bools, or lists of them. */
export type IndexPart = number | Slice | typeof ellipsis | null | boolean | NDArray | NestedNumbers;
/** What stands between the brackets; several parts as an array tagged by `subscript`. */
export type Index = IndexPart | Subscript;

/** Several parts of one subscript: Python's tuple. */
export class Subscript {
  constructor(readonly parts: readonly IndexPart[]) {}
}
export const subscript = (...parts: IndexPart[]) => new Subscript(parts);

/** First place, length and step of a slice of an axis, by Python's rules. @throws {ValueError} for step 0 */
export function sliceBounds({ start, stop, step }: Slice, length: number): [number, number, number] {
  const by = step ?? 1;
  if (by === 0) throw new ValueError("slice step cannot be zero");
  const low = by < 0 ? -1 : 0;
  const high = by < 0 ? length - 1 : length;
  const place = (bound: number | null, absent: number) => {
    if (bound === null) return absent;
    const from = bound < 0 ? bound + length : bound;
    return Math.min(Math.max(from, low), high);
  };
  const first = place(start, by < 0 ? high : low);
  const end = place(stop, by < 0 ? low : high);
  return [first, Math.max(0, Math.ceil((end - first) / by)), by];
}

/** What a subscript selects: a view, and for index arrays which of the view's axes they take. */
interface Plan {
  view: NDArray;
  /** Index arrays by the view's axis they pick from, all broadcast to `picked`; empty for basic subscripts. */
  picks: { axis: number; index: NDArray }[];
  picked: Shape;
  /** Where the picked axes go in the result. */
  at: number;
}

const validKinds =
  "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices";

/** Read a subscript: every check, no elements. @throws {IndexError} NumPy's */
function plan(target: NDArray, index: Index): Plan {
  const given: readonly IndexPart[] = index instanceof Subscript ? index.parts : [index];
  const parts: NormalPart[] = given.map(normalPart);
  const consumed = parts.reduce<number>((count, part) => {
    if (part === null || part === ellipsis || typeof part === "boolean") return count;
    return count + (part instanceof ArrayClass && part.dtype === "bool" ? part.ndim : 1);
  }, 0);
  if (parts.filter((part) => part === ellipsis).length > 1) {
    throw new IndexError("an index can only have a single ellipsis ('...')");
  }
  if (consumed > target.ndim) {
    throw new IndexError(
      `too many indices for array: array is ${target.ndim}-dimensional, but ${consumed} were indexed`,
    );
  }
  if (!parts.includes(ellipsis)) parts.push(ellipsis);
  const advanced = parts.some((part) => part instanceof ArrayClass || typeof part === "boolean");

  const shape: number[] = [];
  const strides: number[] = [];
  let offset = target.offset;
  let axis = 0;
  const picks: Plan["picks"] = [];
  // NumPy: index arrays next to each other stay in place, apart from each other they go first
  let lastPick = -2;
  let apart = false;
  let at = 0;
  const pick = (position: number, index: NDArray) => {
    if (picks.length === 0) at = shape.length;
    else if (position !== lastPick && position !== lastPick + 1) apart = true;
    lastPick = position;
    picks.push({ axis: shape.length, index });
  };
  parts.forEach((part, position) => {
    if (part === ellipsis) {
      for (const end = axis + target.ndim - consumed; axis < end; axis++) {
        shape.push(target.shape[axis]!);
        strides.push(target.strides[axis]!);
      }
    } else if (part === null) {
      shape.push(1);
      strides.push(0);
    } else if (part instanceof Slice) {
      const [first, length, step] = sliceBounds(part, target.shape[axis]!);
      if (length > 0) offset += first * target.strides[axis]!;
      shape.push(length);
      strides.push(step * target.strides[axis]!);
      axis++;
    } else if (typeof part === "number" && !advanced) {
      offset += placeOf(part, target.shape[axis]!, axis) * target.strides[axis]!;
      axis++;
    } else if (typeof part === "boolean") {
      pick(position, zeros([part ? 1 : 0], "int64"));
      shape.push(1);
      strides.push(0);
    } else {
      const indices =
        typeof part === "number"
          ? [array(placeOf(part, target.shape[axis]!, axis), "int64")]
          : indicesOf(part as NDArray, target.shape, axis);
      for (const one of indices) {
        pick(position, one);
        shape.push(target.shape[axis]!);
        strides.push(target.strides[axis]!);
        axis++;
      }
    }
  });
  const view = target.view(shape, strides, offset);
  const shapes = picks.map((one) => one.index.shape);
  const picked = commonShape(shapes);
  if (!picked) {
    throw new IndexError(
      `shape mismatch: indexing arrays could not be broadcast together with shapes ${shapes.map((one) => `${shapeText(one)} `).join("")}`,
    );
  }
  if (sizeOf(picked) > 0) checkPlaces(view, picks);
  return { view, picks, picked, at: apart ? 0 : at };
}

type NormalPart = number | Slice | typeof ellipsis | null | boolean | NDArray;

function normalPart(part: IndexPart): NormalPart {
  if (part === null || part === ellipsis || part instanceof Slice || typeof part === "boolean")
    return part as NormalPart;
  if (typeof part === "number") {
    if (Number.isInteger(part)) return part;
    throw new IndexError(validKinds);
  }
  if (part instanceof ArrayClass) return checkIndexArray(part);
  if (isScalar(part)) throw new IndexError(validKinds);
  const list = array(part as NestedNumbers);
  return list.size === 0 ? zeros(list.shape, "int64") : checkIndexArray(list);
}

function checkIndexArray(index: NDArray): NDArray | number | boolean {
  const { kind } = dtypes[index.dtype];
  if (kind === "float" || kind === "complex") {
    throw new IndexError(index.ndim === 0 ? validKinds : "arrays used as indices must be of integer (or boolean) type");
  }
  if (index.ndim > 0) return index;
  const value = index.read(index.offset);
  return kind === "bool" ? (value as boolean) : Number(value); // 0-d: as the plain number
}

function placeOf(index: number, length: number, axis: number): number {
  if (index >= -length && index < length) return index < 0 ? index + length : index;
  throw new IndexError(`index ${index} is out of bounds for axis ${axis} with size ${length}`);
}

/** An index array as one or, for a mask of several axes, several int arrays. */
function indicesOf(index: NDArray, shape: Shape, axis: number): NDArray[] {
  if (index.dtype !== "bool") return [index];
  for (let i = 0; i < index.ndim; i++) {
    if (index.shape[i] !== shape[axis + i]) {
      throw new IndexError(
        `boolean index did not match indexed array along dimension ${axis + i}; dimension is ${shape[axis + i]} but corresponding boolean dimension is ${index.shape[i]}`,
      );
    }
  }
  return placesOfTrue(index);
}

/** Where an array is not zero: one int64 array of places for each axis, in row-major order. */
export function placesOfTrue(mask: NDArray): NDArray[] {
  const values = new Source(mask, mask.shape, mask.size).numbers(0, mask.size);
  const imaginary =
    dtypes[mask.dtype].kind === "complex" ? new Source(mask, mask.shape, mask.size).pairs(0, mask.size) : null;
  const flat: number[] = [];
  for (let i = 0; i < values.length; i++)
    if (values[i] !== 0 || (imaginary && imaginary[2 * i + 1] !== 0)) flat.push(i);
  const places = mask.shape.map(() => zeros([flat.length], "int64"));
  const counters = flat.slice();
  for (let axis = mask.ndim - 1; axis >= 0; axis--) {
    const length = mask.shape[axis]!;
    const { buffer, byteOffset } = places[axis]!.storage;
    const words = new Int32Array(buffer as ArrayBuffer, byteOffset, 2 * flat.length);
    for (let i = 0; i < counters.length; i++) {
      const rest = Math.floor(counters[i]! / length);
      words[2 * i] = counters[i]! - rest * length; // lengths stay below 2³¹
      counters[i] = rest;
    }
  }
  return places;
}

function checkPlaces(view: NDArray, picks: Plan["picks"]): void {
  for (const { axis, index } of picks) {
    const length = view.shape[axis]!;
    const source = new Source(index);
    for (let start = 0; start < index.size; start += 4096) {
      const values = source.numbers(start, Math.min(4096, index.size - start));
      for (const value of values) {
        if (value < -length || value >= length) {
          throw new IndexError(`index ${value} is out of bounds for axis ${axis} with size ${length}`);
        }
      }
    }
  }
}

/** The storage place of each picked combination, and the shape and strides of what is taken at each. */
function placesOf({ view, picks, picked }: Plan): { places: Float64Array; shape: number[]; strides: number[] } {
  const count = sizeOf(picked);
  const places = new Float64Array(count).fill(view.offset);
  const taken = new Set(picks.map((one) => one.axis));
  for (const { axis, index } of picks) {
    const values = new Source(index, picked, count).numbers(0, count);
    const stride = view.strides[axis]!;
    const length = view.shape[axis]!;
    for (let i = 0; i < count; i++) {
      const value = values[i]!;
      places[i]! += (value < 0 ? value + length : value) * stride;
    }
  }
  const shape: number[] = [];
  const strides: number[] = [];
  view.shape.forEach((length, axis) => {
    if (taken.has(axis)) return;
    shape.push(length);
    strides.push(view.strides[axis]!);
  });
  return { places, shape, strides };
}

/** Offsets, from the first element, of the elements of a strided block in row-major order. */
function offsetsIn(block: NDArray): Float64Array {
  const { lengths, steps } = walkOf(block, block.shape);
  let offsets = new Float64Array(1);
  lengths.forEach((length, axis) => {
    const next = new Float64Array(offsets.length * length);
    for (let i = 0, at = 0; i < offsets.length; i++) {
      for (let k = 0; k < length; k++) next[at++] = offsets[i]! + k * steps[axis]!;
    }
    offsets = next;
  });
  return block.size === 0 ? new Float64Array(0) : offsets;
}

/** Axes order that puts the picked axes, which lead, at `at`. */
function movePicked(array: NDArray, pickedDims: number, at: number): NDArray {
  if (at === 0 || pickedDims === 0) return array;
  const axes = [];
  for (let axis = 0; axis < array.ndim; axis++) {
    if (axis < at) axes.push(pickedDims + axis);
    else if (axis < at + pickedDims) axes.push(axis - at);
    else axes.push(axis);
  }
  return array.view(
    axes.map((axis) => array.shape[axis]!),
    axes.map((axis) => array.strides[axis]!),
  );
}

/**
 * `array[index]`: a view for ints, slices, `ellipsis` and `newaxis`; a copy for index arrays, masks and lists.
 *
 * @throws {IndexError} NumPy's sentences
 */
export function getItem(target: NDArray, index: Index): NDArray {
  const selected = plan(target, index);
  if (selected.picks.length === 0) return selected.view;
  const { places, shape, strides } = placesOf(selected);
  const block = selected.view.view(shape, strides);
  const result = zeros([...selected.picked, ...shape], target.dtype);
  const inner = offsetsIn(block);
  move(
    target.storage as Float64Array,
    result.storage as Float64Array,
    places,
    inner,
    dtypes[target.dtype].kind === "complex",
    true,
  );
  return movePicked(result, selected.picked.length, selected.at);
}

/** Copy between scattered places and a dense run of entries; `reading` is from the scattered ones. */
function move(
  scattered: Float64Array,
  dense: Float64Array,
  places: Float64Array,
  inner: Float64Array,
  paired: boolean,
  reading: boolean,
): void {
  const entries = paired ? 2 : 1;
  for (let i = 0, at = 0; i < places.length; i++) {
    for (let k = 0; k < inner.length; k++) {
      const place = (places[i]! + inner[k]!) * entries;
      for (let e = 0; e < entries; e++, at++) {
        if (reading) dense[at] = scattered[place + e]!;
        else scattered[place + e] = dense[at]!;
      }
    }
  }
}

/**
 * `array[index] = value`, the value cast to the array's dtype and broadcast to what the subscript selects.
 *
 * @throws {IndexError} for the subscript, {ValueError} for a value that does not broadcast
 */
export function setItem(target: NDArray, index: Index, value: NDArray | Scalar | NestedNumbers): void {
  const selected = plan(target, index);
  const given = value instanceof ArrayClass ? value : assignable(value, target);
  if (selected.picks.length === 0) {
    const trimmed = trimTo(given, selected.view.shape);
    castInto(selected.view, sharesStorage(trimmed, target) ? copyOf(trimmed) : trimmed);
    return;
  }
  const { places, shape, strides } = placesOf(selected);
  const block = selected.view.view(shape, strides);
  const values = zeros([...selected.picked, ...shape], target.dtype);
  const facing = movePicked(values, selected.picked.length, selected.at);
  castInto(facing, trimTo(given, facing.shape, mismatch(index, given, selected, facing.shape)));
  move(
    target.storage as Float64Array,
    values.storage as Float64Array,
    places,
    offsetsIn(block),
    dtypes[target.dtype].kind === "complex",
    false,
  );
}

function assignable(value: Scalar | NestedNumbers, target: NDArray): NDArray {
  // a number keeps its own value up to the cast; bigints beyond 64 bits are refused there
  return isScalar(value) && isBig(target.dtype) && typeof value === "bigint"
    ? array(value, target.dtype)
    : array(value);
}

function copyOf(array: NDArray): NDArray {
  const fresh = zeros(array.shape, array.dtype);
  castInto(fresh, array);
  return fresh;
}

function mismatch(index: Index, given: NDArray, selected: Plan, shape: Shape): string {
  const mask = index instanceof ArrayClass && index.dtype === "bool";
  if (mask && given.ndim === 1) {
    return `NumPy boolean array indexing assignment cannot assign ${given.size} input values to the ${selected.picked[0]} output values where the mask is true`;
  }
  return `shape mismatch: value array of shape ${shapeText(given.shape)}  could not be broadcast to indexing result of shape ${shapeText(shape)}`;
}

/** A value that broadcasts to a shape, without leading axes of length 1 that are too many. */
function trimTo(
  value: NDArray,
  shape: Shape,
  message = `could not broadcast input array from shape ${shapeText(value.shape)} into shape ${shapeText(shape)}`,
): NDArray {
  let extra = value.ndim - shape.length;
  let trimmed = value;
  for (; extra > 0 && trimmed.shape[0] === 1; extra--) {
    trimmed = trimmed.view(trimmed.shape.slice(1), trimmed.strides.slice(1));
  }
  const common = extra > 0 ? null : commonShape([trimmed.shape, shape]);
  if (!common || !sameShape(common, shape)) throw new ValueError(message);
  return trimmed;
}
