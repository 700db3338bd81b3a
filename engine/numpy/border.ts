import { allocate, type DType, dtypes, type Storage } from "../dtype";
import { ValueError } from "../errors";
import { arrayRepr, arrayStr, arrayText, defaultPrintOptions, type PrintOptions, scalarText } from "../format";
import { copy, type Element, fromValues, NDArray, sharesStorage } from "../ndarray";
import { Complex, Float, type Scalar } from "../scalar";
import { broadcastShapes, sameShape } from "../shape";
import { cast } from "./astype";
import { ellipsis, getItem, type Index, type IndexPart, Slice, Subscript, setItem } from "./indexing";
import { fits, minScalarType, type Operand } from "./promotion";

/*
 * Doors for a language on the other side of a border, where every crossing costs: numbers come as plain arguments
 * instead of lists, bytes as one buffer, and small questions are functions, which cross cheaper than attributes.
 */

export const ndimOf = (array: NDArray) => array.shape.length;
export const dtypeOf = (array: NDArray) => array.dtype;
export const sizeOfArray = (array: NDArray) => array.size;
export const isContiguous = (array: NDArray) => array.isContiguous;

/** An element as it crosses: a complex number as its two parts, −0 as a text, since the number would arrive as the int 0. */
export type Crossing = number | bigint | boolean | "-0" | { re: Crossing; im: Crossing };

function crossing(element: Element): Crossing {
  if (element instanceof Complex) return { re: crossing(element.re), im: crossing(element.im) };
  return Object.is(element, -0) ? "-0" : element;
}

/** The first element. */
export const itemOf = (array: NDArray): Crossing => crossing(array.read(array.offset));

/** An element by its place in row-major order. */
export function itemAt(array: NDArray, place: number): Crossing {
  let rest = place;
  let at = array.offset;
  for (let axis = array.ndim - 1; axis >= 0; axis--) {
    const length = array.shape[axis]!;
    at += (rest % length) * array.strides[axis]!;
    rest = Math.floor(rest / length);
  }
  return crossing(array.read(at));
}

/** A float that may be whole; `Complex` from its parts. */
export const float = (value: number) => new Float(value);
export const complex = (re: number, im: number) => new Complex(re, im);

/** A 0-d array of one element. */
export function scalar(dtype: DType, value: Element, imaginary?: number): NDArray {
  return fromValues([imaginary === undefined ? value : new Complex(Number(value), imaginary)], [], dtype);
}

/** A small array: dtype, number of axes, the lengths, then the elements. */
export function fromNumbers(dtype: DType, ndim: number, ...numbers: Element[]): NDArray {
  return fromValues(numbers.slice(ndim), numbers.slice(0, ndim) as number[], dtype);
}

/** An array over a typed array that nobody else holds. */
export function fromBuffer(storage: Storage, dtype: DType, shape: readonly number[]): NDArray {
  return new NDArray(dtype, [...shape], storage);
}

/** An array of little-endian bytes. @throws {ValueError} if they are not exactly enough */
export function fromBytes(bytes: Uint8Array, dtype: DType, shape: readonly number[]): NDArray {
  const size = shape.reduce((product, length) => product * length, 1);
  if (bytes.length !== size * dtypes[dtype].bytes)
    throw new ValueError("buffer size must be a multiple of element size");
  const storage = allocate(dtype, size, shape, false);
  const own = new Uint8Array(storage.buffer, storage.byteOffset, storage.byteLength);
  own.set(bytes);
  if (dtype === "bool") for (let i = 0; i < own.length; i++) own[i] = own[i] ? 1 : 0;
  return new NDArray(dtype, [...shape], storage);
}

/** The elements in row-major order as little-endian bytes; they may be the array's own memory. */
export function bytesOf(array: NDArray): Uint8Array {
  if (array.size === 0) return new Uint8Array(0); // a view without elements may start beyond its storage
  const dense = array.isContiguous ? array : copy(array);
  const { storage, offset, nbytes, itemsize } = dense;
  return new Uint8Array(storage.buffer, storage.byteOffset + offset * itemsize, nbytes);
}

/** Strides in bytes, as NumPy counts them. */
export function byteStrides(array: NDArray): number[] {
  return array.strides.map((stride) => stride * array.itemsize);
}

/** Overwrite an array's bytes: what a writable buffer hands back. */
export function setBytes(array: NDArray, bytes: Uint8Array): void {
  setItem(array, new Subscript([]), fromBytes(bytes, array.dtype, array.shape));
}

/** `array[index]` for one int. An element of a 1-D array comes as itself, anything else as a view. */
export function getAt(array: NDArray, index: number): NDArray | Crossing {
  if (array.shape.length === 1 && index >= 0 && index < array.shape[0]!) {
    return crossing(array.read(array.offset + index * array.strides[0]!));
  }
  return elementOr(getItem(array, index));
}

function elementOr(item: NDArray): NDArray | Crossing {
  return item.shape.length === 0 ? itemOf(item) : item;
}

/** What a subscript's tokens stand for. */
const tokens = { int: 0, slice: 1, ellipsis: 2, newaxis: 3, bool: 4, array: 5 } as const;

/** A subscript written as tokens: each kind's number, then what it needs. */
function subscriptOf(written: readonly unknown[]): Subscript {
  const parts: IndexPart[] = [];
  for (let i = 0; i < written.length; ) {
    switch (written[i++]) {
      case tokens.int:
        parts.push(Number(written[i++]));
        break;
      case tokens.slice:
        parts.push(new Slice(bound(written[i]), bound(written[i + 1]), bound(written[i + 2])));
        i += 3;
        break;
      case tokens.ellipsis:
        parts.push(ellipsis);
        break;
      case tokens.newaxis:
        parts.push(null);
        break;
      case tokens.bool:
        parts.push(Boolean(written[i++]));
        break;
      default:
        parts.push(written[i++] as NDArray);
    }
  }
  return new Subscript(parts);
}

function bound(value: unknown): number | null {
  return value === undefined || value === null ? null : Number(value);
}

/** `array[…]` for a subscript in tokens. Ints for all axes give the element itself. */
export function getByTokens(array: NDArray, ...written: unknown[]): NDArray | Crossing {
  const index = subscriptOf(written);
  const item = getItem(array, index);
  return index.parts.length >= array.ndim && index.parts.every((part) => typeof part === "number")
    ? elementOr(item)
    : item;
}

export function setByTokens(array: NDArray, value: NDArray | Scalar, ...written: unknown[]): void {
  setItem(array, subscriptOf(written) as Index, value);
}

export type GivenPrintOptions = Partial<PrintOptions> & { separator?: string; prefix?: string; suffix?: string };

export const strText = (array: NDArray, options?: GivenPrintOptions) =>
  arrayStr(array, { ...defaultPrintOptions, ...options });
export const reprText = (array: NDArray, options?: GivenPrintOptions) =>
  arrayRepr(array, { ...defaultPrintOptions, ...options });
export const bodyText = (array: NDArray, options: GivenPrintOptions = {}) =>
  arrayText(array, { ...defaultPrintOptions, ...options }, options);
export const scalarTextOf = (array: NDArray) => scalarText(array.read(array.offset), array.dtype);

/** Give an array's elements to another: `target[...] = value`. */
export function assign(target: NDArray, value: NDArray | Scalar): void {
  setItem(target, new Subscript([ellipsis]), value);
}

export const sameLayout = (a: NDArray, b: NDArray) => sameShape(a.shape, b.shape) && a.dtype === b.dtype;
export { cast, copy, sharesStorage };

/** An array's shape as a list of its own. */
export const shapeList = (array: NDArray) => [...array.shape];
/** The common shape of several. */
export const shapeTogether = (shapes: readonly (readonly number[])[]) => broadcastShapes(...shapes);
/** Whether a scalar's value fits a dtype, whatever the scalar's own dtype is. */
export const scalarFits = (operand: Operand, to: DType) => fits(minScalarType(operand), to);

export { floatString } from "../format";
