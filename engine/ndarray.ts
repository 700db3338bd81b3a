import { allocate, type DType, dtypes, entriesPerElement, type Storage } from "./dtype";
import { arrayStr } from "./format/array";
import { fromHalf, toHalf } from "./half";
import { Complex } from "./scalar";
import { rowMajor, type Shape, sizeOf } from "./shape";
import { machine } from "./wasm/load";

/** One element as JavaScript holds it: bool as boolean, 64-bit ints as bigint, complex as `Complex`, else number. */
export type Element = boolean | number | bigint | Complex;

/**
 * A strided view on a typed array: NumPy's ndarray. Slices and transposes share the storage of their base, so writing
 * through one writes the other.
 *
 * shape    lengths of the axes
 * strides  elements (not bytes) from one entry of an axis to the next; may be 0 or negative
 * offset   elements from the start of the storage to the first element
 * base     the array that owns the storage, or null when this one does
 */
export class NDArray {
  constructor(
    readonly dtype: DType,
    readonly shape: Shape,
    readonly storage: Storage,
    readonly strides: readonly number[] = rowMajor(shape),
    readonly offset: number = 0,
    readonly base: NDArray | null = null,
  ) {}

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
  /** Whether the elements lie in row-major order without gaps, from `offset` on. */
  get isContiguous(): boolean {
    let step = 1;
    for (let axis = this.shape.length - 1; axis >= 0; axis--) {
      const length = this.shape[axis]!;
      if (length === 0) return true;
      if (length !== 1 && this.strides[axis] !== step) return false;
      step *= length;
    }
    return true;
  }

  /** Another window on the same storage; `offset` counts from the storage's start. */
  view(shape: Shape, strides: readonly number[], offset: number = this.offset): NDArray {
    return new NDArray(this.dtype, shape, this.storage, strides, offset, this.base ?? this);
  }

  /** NumPy's text, as Python prints it. */
  toString(): string {
    return arrayStr(this);
  }

  /** The element at a place of the storage, as `forEachPlace` yields them. */
  read(place: number): Element {
    return readers[this.dtype](this.storage, place);
  }

  /** Store an element at a place of the storage, cast as C casts: wrapped ints, rounded floats, `!= 0` for bool. */
  write(place: number, value: Element): void {
    writers[this.dtype](this.storage, place, value);
  }
}

/** Zeros; the storage is new. @throws {MemoryError} if the array would be too large */
export function zeros(shape: Shape, dtype: DType): NDArray {
  return new NDArray(dtype, [...shape], allocate(dtype, sizeOf(shape), shape));
}

/** An array whose elements are whatever was there: for those who fill them all. @throws {MemoryError} as `zeros` does */
export function empty(shape: Shape, dtype: DType): NDArray {
  return new NDArray(dtype, [...shape], allocate(dtype, sizeOf(shape), shape, false));
}

/**
 * Give an array's memory back at once, instead of when the collector finds that nobody holds it: for long loops over large
 * arrays. Neither the array nor a view of it nor its tensor may be used after that.
 */
export function dispose(array: NDArray): void {
  machine()?.heap.free(array.storage);
}

/** Whether writing into one array may change another: whether their storages overlap. */
export function sharesStorage(a: NDArray, b: NDArray): boolean {
  const [x, y] = [a.storage, b.storage];
  if (x === y) return true;
  // large arrays lie side by side in one memory, which is known by a new buffer each time it has grown
  const together = x.buffer === y.buffer || !(x.buffer instanceof ArrayBuffer || y.buffer instanceof ArrayBuffer);
  return together && x.byteOffset < y.byteOffset + y.byteLength && y.byteOffset < x.byteOffset + x.byteLength;
}

/** An array of `shape` filled with `values` in row-major order, each cast to `dtype`. */
export function fromValues(values: ArrayLike<Element>, shape: Shape, dtype: DType): NDArray {
  const array = zeros(shape, dtype);
  for (let i = 0; i < values.length; i++) array.write(i, values[i]!);
  return array;
}

/** Call `visit` with the storage place of each element, in row-major order. */
export function forEachPlace(array: NDArray, visit: (place: number, index: number) => void): void {
  const { shape, strides, ndim } = array;
  const size = array.size;
  if (size === 0) return;
  if (ndim === 0) {
    visit(array.offset, 0);
    return;
  }
  const counters = new Array<number>(ndim).fill(0);
  const last = ndim - 1;
  const inner = shape[last]!;
  const step = strides[last]!;
  let row = array.offset;
  for (let index = 0; ; ) {
    for (let k = 0, place = row; k < inner; k++, place += step) visit(place, index++);
    if (index >= size) return;
    for (let axis = last - 1; ; axis--) {
      row += strides[axis]!;
      if (++counters[axis]! < shape[axis]!) break;
      row -= strides[axis]! * shape[axis]!;
      counters[axis] = 0;
    }
  }
}

/** The elements in row-major order. */
export function elementsOf(array: NDArray): Element[] {
  const elements: Element[] = new Array(array.size);
  const read = readers[array.dtype];
  forEachPlace(array, (place, index) => {
    elements[index] = read(array.storage, place);
  });
  return elements;
}

/** A row-major copy with storage of its own. */
export function copy(array: NDArray): NDArray {
  const fresh = empty(array.shape, array.dtype);
  const entries = entriesPerElement(array.dtype);
  const from = array.storage as Float64Array; // any storage: entries move unread
  const to = fresh.storage as Float64Array;
  if (array.isContiguous) {
    to.set(from.subarray(array.offset * entries, (array.offset + array.size) * entries));
  } else if (entries === 1) {
    forEachPlace(array, (place, index) => {
      to[index] = from[place]!;
    });
  } else {
    forEachPlace(array, (place, index) => {
      to[2 * index] = from[2 * place]!;
      to[2 * index + 1] = from[2 * place + 1]!;
    });
  }
  return fresh;
}

/** A JavaScript number for any element; a complex one loses its imaginary part, as C's cast does. */
export function toNumber(element: Element): number {
  return element instanceof Complex ? element.re : Number(element);
}

function toBigInt(element: Element): bigint {
  if (typeof element === "bigint") return element;
  const value = toNumber(element);
  if (Number.isFinite(value)) return BigInt(Math.trunc(value));
  return -(2n ** 63n); // what x86-64 converts NaN and infinities to
}

function toInt(element: Element): number {
  if (typeof element === "bigint") return Number(BigInt.asIntN(32, element));
  const value = toNumber(element);
  return Number.isFinite(value) ? Math.trunc(value) : 0;
}

type Reader = (storage: Storage, place: number) => Element;
type Writer = (storage: Storage, place: number, value: Element) => void;

const readNumber: Reader = (storage, place) => storage[place]!;
const readComplex: Reader = (storage, place) =>
  new Complex(storage[2 * place]! as number, storage[2 * place + 1]! as number);

/** How each dtype's elements come out of its storage. */
export const readers: { [D in DType]: Reader } = {
  bool: (storage, place) => storage[place] !== 0,
  int8: readNumber,
  int16: readNumber,
  int32: readNumber,
  int64: readNumber,
  uint8: readNumber,
  uint16: readNumber,
  uint32: readNumber,
  uint64: readNumber,
  float16: (storage, place) => fromHalf(storage[place]! as number),
  float32: readNumber,
  float64: readNumber,
  complex64: readComplex,
  complex128: readComplex,
};

const writeInt: Writer = (storage, place, value) => {
  storage[place] = toInt(value);
};
const writeBigInt: Writer = (storage, place, value) => {
  storage[place] = toBigInt(value);
};
const writeFloat: Writer = (storage, place, value) => {
  storage[place] = toNumber(value);
};
const writeComplex: Writer = (storage, place, value) => {
  storage[2 * place] = toNumber(value);
  storage[2 * place + 1] = value instanceof Complex ? value.im : 0;
};

/** How each dtype's elements go into its storage. */
export const writers: { [D in DType]: Writer } = {
  bool: (storage, place, value) => {
    storage[place] = (value instanceof Complex ? value.re !== 0 || value.im !== 0 : Number(value) !== 0) ? 1 : 0;
  },
  int8: writeInt,
  int16: writeInt,
  int32: writeInt,
  int64: writeBigInt,
  uint8: writeInt,
  uint16: writeInt,
  uint32: writeInt,
  uint64: writeBigInt,
  float16: (storage, place, value) => {
    storage[place] = toHalf(toNumber(value));
  },
  float32: writeFloat,
  float64: writeFloat,
  complex64: writeComplex,
  complex128: writeComplex,
};
