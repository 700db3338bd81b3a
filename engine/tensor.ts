import { type DType, dtypes } from "./dtype";
import { TypeError, ValueError } from "./errors";
import { arrayStr } from "./format";
import { Initializer } from "./initializers/initializer";
import { NDArray, zeros } from "./ndarray";
import type { RandomState } from "./random/state";
import { tensorRepr } from "./repr";
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

  /** Takes over another tensor's storage, shape and dtype. */
  assignValue(value: Tensor): this {
    this.adopt(value.asnumpy());
    return this;
  }

  /** Replaces the data; views that were handed out before keep the old ones. */
  protected adopt(array: NDArray): void {
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
