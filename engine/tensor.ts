import { type DType, dtypes } from "./dtype";
import { TypeError, ValueError } from "./errors";
import { arrayStr } from "./format";
import { Initializer } from "./initializers/initializer";
import { NDArray, zeros } from "./ndarray";
import { astypeTensor, copyTensor, fillTensor } from "./ops/creation";
import {
  type Axes,
  argmax,
  argmin,
  cumsum,
  type ExtremeOptions,
  max,
  min,
  ptp,
  reduceAll,
  reduceAny,
  reduceMean,
  reduceProd,
  type SumOptions,
  std,
  sum,
  variance,
} from "./ops/reduce";
import {
  choose,
  clip,
  diagonal,
  expandAs,
  item,
  itemset,
  maskedFill,
  narrow,
  resize,
  searchsorted,
  take,
  trace,
} from "./ops/select";
import { expandDims, flatten, repeat, reshape, squeeze, swapaxes, transpose } from "./ops/shape";
import { getByIndex, type Part, setByIndex } from "./ops/subscript";
import { abs } from "./ops/unary";
import type { RandomState } from "./random/state";
import { tensorRepr } from "./repr";
import type { RevisedBy } from "./revisions";
import type { Scalar } from "./scalar";
import { rowMajor, type Shape, sizeOf } from "./shape";
import { checkDType, describe, fromList, type NestedList, tensorData } from "./tensorData";

export type TensorInput = Tensor | NDArray | Scalar | NestedList;

export interface TensorOptions {
  /** Only together with `init`; a number is a 1-d shape. */
  shape?: Shape | number | null;
  /** What draws the data when they are first needed; needs `dtype`, `shape` and `random` beside it. */
  init?: Initializer | null;
  /** The session's random state, which the draw reads. */
  random?: RandomState;
}

/** Data that nobody has asked for yet. */
interface Pending {
  init: Initializer;
  random: RandomState;
  shape: Shape;
  dtype: DType;
}

const adopted = Symbol("adopted");

/**
 * MindSpore's Tensor: an array that operations read and never change; only assignment by index and `Parameter` replace
 * its data. Without `dtype` a Python int is Int64, a float Float32, and an NDArray keeps its dtype.
 *
 * Source: MindSpore `mindspore.Tensor`.
 */
export class Tensor {
  private contents: NDArray | Pending;
  /** The tensor that this one was read from by index, and where: assigning here writes back there. */
  origin: { parent: Tensor; index: unknown } | null = null;

  /**
   * @throws {TypeError} if the data are of no usable kind, both or neither of data and init are given, or dtype is none
   * @throws {ValueError} if shape comes with data, init lacks dtype or shape, or an axis has length 0
   */
  constructor(inputData?: TensorInput | null, dtype?: DType | null, options?: TensorOptions);
  /** @internal */
  constructor(array: NDArray, mark: typeof adopted);
  constructor(
    inputData: TensorInput | null = null,
    dtype: DType | typeof adopted | null = null,
    options: TensorOptions = {},
  ) {
    if (dtype === adopted) {
      this.contents = inputData as NDArray;
      return;
    }
    const { shape = null, init = null } = options;
    checkTogether(inputData, dtype, shape, init);
    if (dtype !== null) checkDType(dtype, "dtype", "Tensor");
    if (init !== null) {
      this.contents = pending(init, toShape(shape!), dtype!, options.random);
    } else if (inputData instanceof Tensor) {
      const array = inputData.asnumpy();
      this.contents = dtype === null || dtype === array.dtype ? array : tensorData(array, dtype);
    } else {
      this.contents = tensorData(inputData, dtype);
    }
  }

  /** A tensor on an array itself: what writes into the one shows in the other. */
  static of(array: NDArray): Tensor {
    return new Tensor(array, adopted);
  }
  /** A tensor whose data `init` draws when they are first needed. */
  static pending(shape: Shape, dtype: DType, init: Initializer, random: RandomState): Tensor {
    return new Tensor(null, dtype, { shape, init, random });
  }
  /** A tensor of what NumPy makes of a list: float64 becomes Float32 when no dtype is given. */
  static fromList(array: NDArray, dtype: DType | null = null): Tensor {
    return Tensor.of(fromList(array, dtype));
  }
  /** MindSpore's `from_numpy`: a tensor that shares an array's memory. @throws {ValueError} if it is not contiguous */
  static fromNumpy(array: NDArray): Tensor {
    if (!array.isContiguous) throw new ValueError("For 'from_numpy', the array must be C-contiguous.");
    return Tensor.of(array);
  }

  get shape(): Shape {
    return this.contents.shape;
  }
  get dtype(): DType {
    return this.contents.dtype;
  }
  get ndim(): number {
    return this.shape.length;
  }
  get size(): number {
    return sizeOf(this.shape);
  }
  /** Bytes of one element. */
  get itemsize(): number {
    return dtypes[this.dtype].bytes;
  }
  get nbytes(): number {
    return this.size * this.itemsize;
  }
  /** Bytes from one entry of an axis to the next, in row-major order. */
  get strides(): number[] {
    return rowMajor(this.shape).map((step) => step * this.itemsize);
  }
  /** Whether the data are still to be drawn. */
  get hasInit(): boolean {
    return !(this.contents instanceof NDArray);
  }
  /** What will draw the data, or null. */
  get init(): Initializer | null {
    return this.contents instanceof NDArray ? null : this.contents.init;
  }
  /** Length of the first axis. @throws {TypeError} if there is none */
  get length(): number {
    const length = this.shape[0];
    if (length === undefined) throw new TypeError("Not support len of a 0-D tensor");
    return length;
  }

  /** The data as an array that shares the tensor's memory; draws them if they are pending. */
  asnumpy(): NDArray {
    if (this.contents instanceof NDArray) return this.contents;
    const { init, random, shape, dtype } = this.contents;
    const array = zeros(shape, dtype);
    init.fill(array, random);
    this.contents = array;
    return array;
  }

  /** Draws the pending data. @throws {TypeError} if nothing is pending */
  initData(): this {
    if (!this.hasInit) {
      throw new TypeError("init_data must be set Tensor.init, init can't be None.");
    }
    this.asnumpy();
    return this;
  }

  // Methods: each gives a new tensor and leaves this one as it is. Axes may be negative.

  /** The elements cast as C casts; with `copy` false this tensor itself if it has the dtype. */
  astype(dtype: DType, copy = true): Tensor {
    return astypeTensor(this, checkDType(dtype, "dtype", "astype"), copy);
  }
  /** One length may be -1. @throws {ValueError} if the sizes differ */
  reshape(...shape: readonly number[] | [Shape]): Tensor {
    return reshape(this, lengths(shape), "reshape");
  }
  /** As `reshape`. @throws {ValueError} without a length */
  view(...shape: readonly number[] | [Shape]): Tensor {
    if (shape.length === 0) throw new ValueError("For 'view', the shape must not be empty.");
    return reshape(this, lengths(shape), "view");
  }
  ravel(): Tensor {
    return flatten(this);
  }
  flatten(order: "C" | "F" = "C"): Tensor {
    return flatten(this, order);
  }
  /** The axes in another order, reversed when none is given. */
  transpose(...axes: readonly number[] | [Shape]): Tensor {
    return transpose(this, axes.length === 0 ? null : lengths(axes));
  }
  get T(): Tensor {
    return transpose(this);
  }
  swapaxes(axis1: number, axis2: number): Tensor {
    return swapaxes(this, axis1, axis2);
  }
  squeeze(axis: number | Shape | null = null): Tensor {
    return squeeze(this, axis);
  }
  expandDims(axis: number): Tensor {
    return expandDims(this, axis);
  }
  expandAs(other: Tensor): Tensor {
    return expandAs(this, other);
  }
  repeat(repeats: number | Shape, axis: number | null = null): Tensor {
    return repeat(this, repeats, axis);
  }
  abs(): Tensor {
    return abs(this);
  }
  all(axis: Axes = null, keepDims = false): Tensor {
    return reduceAll(this, axis, keepDims);
  }
  any(axis: Axes = null, keepDims = false): Tensor {
    return reduceAny(this, axis, keepDims);
  }
  /** In the tensor's dtype: that of integers is cut towards zero. */
  mean(axis: Axes = null, keepDims = false): Tensor {
    return reduceMean(this, axis, keepDims);
  }
  sum(options: SumOptions = {}): Tensor {
    return sum(this, options);
  }
  max(options: ExtremeOptions = {}): Tensor {
    return max(this, options);
  }
  min(options: ExtremeOptions = {}): Tensor {
    return min(this, options);
  }
  /** Int32; the first place wins. */
  argmax(axis: number | null = null): Tensor {
    return argmax(this, axis);
  }
  argmin(axis: number | null = null): Tensor {
    return argmin(this, axis);
  }
  var(axis: Axes = null, ddof = 0, keepdims = false): Tensor {
    return variance(this, axis, ddof, keepdims);
  }
  std(axis: Axes = null, ddof = 0, keepdims = false): Tensor {
    return std(this, axis, ddof, keepdims);
  }
  cumsum(axis: number | null = null, dtype: DType | null = null): Tensor {
    return cumsum(this, axis, dtype);
  }
  prod(axis: Axes = null, keepDims = false): Tensor {
    return reduceProd(this, axis, keepDims);
  }
  ptp(axis: Axes = null, keepdims = false): Tensor {
    return ptp(this, axis, keepdims);
  }
  clip(xmin: Tensor | Scalar | null, xmax: Tensor | Scalar | null): Tensor {
    return clip(this, xmin, xmax);
  }
  /** One number everywhere; null means NaN. */
  fill(value: Scalar | null): Tensor {
    return fillTensor(this, value);
  }
  maskedFill(mask: Tensor, value: Scalar): Tensor {
    return maskedFill(this, mask, value);
  }
  copy(): Tensor {
    return copyTensor(this);
  }
  take(indices: Tensor, axis: number | null = null, mode = "clip"): Tensor {
    return take(this, indices, axis, mode);
  }
  diagonal(offset = 0, axis1 = 0, axis2 = 1): Tensor {
    return diagonal(this, offset, axis1, axis2);
  }
  trace(offset = 0, axis1 = 0, axis2 = 1): Tensor {
    return trace(this, offset, axis1, axis2);
  }
  choose(choices: readonly Tensor[], mode = "clip"): Tensor {
    return choose(this, choices, mode);
  }
  searchsorted(v: Tensor | Scalar, side = "left"): Tensor {
    return searchsorted(this, v, side);
  }
  resize(...shape: readonly number[] | [Shape]): Tensor {
    return resize(this, lengths(shape));
  }
  narrow(axis: number, start: number, length: number): Tensor {
    return narrow(this, axis, start, length);
  }
  /** One element as a 0-d tensor. */
  item(index: number | Shape | null = null): Tensor {
    return item(this, index);
  }
  itemset(index: number | Shape | null, value: Scalar): Tensor {
    return itemset(this, index, value);
  }
  /** `tensor[index]`: a tensor of its own that remembers this one, so that assigning into it writes back. */
  get(...index: readonly Part[]): Tensor {
    return getByIndex(this, { parts: index });
  }
  /** `tensor[index] = value`; the index is a list here. */
  set(index: readonly Part[], value: Tensor | Scalar | NestedList): this {
    setByIndex(this, { parts: index }, value);
    return this;
  }
  *[Symbol.iterator](): Iterator<Tensor> {
    for (let i = 0; i < this.length; i++) yield getByIndex(this, i);
  }

  /** Takes over another tensor's storage, shape and dtype. */
  assignValue(value: Tensor, by: RevisedBy = "assign"): this {
    this.replaceData(value.asnumpy(), by);
    return this;
  }

  /** Replaces the data; arrays that were handed out before keep the old ones. */
  replaceData(array: NDArray, _by?: RevisedBy): void {
    this.contents = array;
  }

  /** NumPy's text of the data; a host language with print options of its own prints the array itself. */
  toString(): string {
    return arrayStr(this.asnumpy());
  }

  /** MindSpore's own text, which stands for a tensor inside a list: `Tensor(shape=[2], dtype=Int64, value= [1, 2])`. */
  repr(): string {
    return tensorRepr(this.shape, this.dtype, this.contents instanceof NDArray ? this.contents : null);
  }
}

function checkTogether(inputData: unknown, dtype: unknown, shape: unknown, init: unknown): void {
  if (inputData !== null && shape !== null) {
    throw new ValueError("For 'Tensor', if 'input_data' is not None, the 'shape' must be None.");
  }
  if (init !== null && (shape === null || dtype === null)) {
    throw new ValueError("For 'Tensor', 'init', 'dtype' and 'shape' must have values at the same time.");
  }
  if ((inputData === null) === (init === null)) {
    const got = init === null ? "neither" : "both";
    throw new TypeError(
      `For 'Tensor', exactly one of 'input_data' and 'init' must be given (not None), but got ${got}.`,
    );
  }
}

function pending(init: unknown, shape: Shape, dtype: DType, random: RandomState | undefined): Pending {
  if (!(init instanceof Initializer)) {
    throw new TypeError(`For 'Tensor', the 'init' must be an Initializer, but got '${describe(init)}'.`);
  }
  if (random === undefined) throw new ValueError("For 'Tensor', 'init' needs the random state it draws from.");
  for (const length of shape) {
    if (!Number.isInteger(length) || length <= 0) {
      throw new ValueError(`For 'Tensor', each element of 'shape' must be a positive integer, but got ${length}.`);
    }
  }
  return { init, random, shape: [...shape], dtype };
}

function toShape(shape: Shape | number): Shape {
  return typeof shape === "number" ? [shape] : shape;
}

/** `value` if it is a tensor. @throws {TypeError} that names the argument and its owner */
export function checkTensor(value: unknown, argument: string, owner: string): Tensor {
  if (value instanceof Tensor) return value;
  throw new TypeError(`For '${owner}', the '${argument}' must be a Tensor, but got '${describe(value)}'.`);
}

/** Lengths or axes given one by one or as one list. */
function lengths(given: readonly number[] | readonly [Shape]): Shape {
  return (Array.isArray(given[0]) ? given[0] : given) as Shape;
}
