import { TypeError, ValueError } from "../errors";
import { type Element, elementsOf, fromValues, NDArray, toNumber } from "../ndarray";
import { cast } from "../numpy/astype";
import { commonShape, type Shape, sameShape, tupleText } from "../shape";

/* What the arguments of NumPy's random functions may be, and what they mean. */

/** How many numbers: a shape, a length, or null (or nothing) for a single plain number. */
export type Size = number | Shape | null;

/** A bound of `randint`. */
export type Bound = number | bigint | NDArray;

/** A size as a shape. @throws {TypeError} for lengths that are no whole numbers, {ValueError} for negative ones */
export function shapeOf(size: number | Shape): Shape {
  const shape = typeof size === "object" ? [...size] : [size];
  for (const length of shape) {
    if (typeof length === "bigint") throw new ValueError("Maximum allowed dimension exceeded"); // from 2⁵³ on
    if (!Number.isInteger(length)) {
      throw new TypeError(`expected a sequence of integers or a single integer, got '${length}'`);
    }
    if (length < 0) throw new ValueError("negative dimensions are not allowed");
  }
  return shape;
}

/** A parameter of a distribution in float64, as NumPy takes it before it computes. */
export function inFloat64(parameter: number | NDArray): number | NDArray {
  return typeof parameter === "number" ? parameter : cast(parameter, "float64");
}

/** The shape of a draw with one number for each element of its arguments. */
export function broadcastSize(size: Size, ...parameters: (number | bigint | NDArray)[]): Shape {
  const shapes = parameters.map((parameter) => (parameter instanceof NDArray ? parameter.shape : []));
  const wanted = size === null ? [] : [shapeOf(size)];
  const common = commonShape([...shapes, ...wanted]);
  if (common !== null && (size === null || sameShape(common, wanted[0]!))) return common;
  const all = [...shapes, ...wanted].map(tupleText).join(" and ");
  throw new ValueError(`shape mismatch: objects cannot be broadcast to a single shape, but got shapes ${all}.`);
}

/** A bound of `randint`: NumPy truncates floats. @throws {ValueError} if it is not finite */
export function wholeNumber(bound: number | bigint): bigint {
  if (typeof bound === "bigint") return bound;
  if (!Number.isFinite(bound)) throw new ValueError(`cannot convert float ${bound} to integer`);
  return BigInt(Math.trunc(bound));
}

export function asArray(bound: Bound): NDArray {
  return bound instanceof NDArray ? bound : fromValues([wholeNumber(bound)], [], "int64");
}

/** A 64-bit integer as an ordinary number where that is exact. */
export function plainInteger(value: Element): Element {
  return typeof value === "bigint" && BigInt(Number(value)) === value && Number.isSafeInteger(Number(value))
    ? Number(value)
    : value;
}

/** How many things there are to choose from. @throws {ValueError} if none, or if `a` is no 1-D array */
export function populationOf(a: number | bigint | NDArray, draws: number): number {
  if (typeof a === "bigint") throw new ValueError("high is out of bounds for int64"); // from 2⁵³ on
  if (typeof a === "number") {
    if (a <= 0 && draws !== 0) throw new ValueError("a must be greater than 0 unless no samples are taken");
    return a;
  }
  if (a.ndim !== 1) throw new ValueError("a must be 1-dimensional");
  if (a.shape[0] === 0 && draws !== 0) throw new ValueError("'a' cannot be empty unless no samples are taken");
  return a.shape[0]!;
}

/** Probabilities as float64. @throws {ValueError} if they are an array that is not 1-D */
export function chancesOf(p: ArrayLike<number> | NDArray | null): Float64Array | null {
  if (p === null) return null;
  if (!(p instanceof NDArray)) return Float64Array.from(p);
  if (p.ndim !== 1) throw new ValueError("'p' must be 1-dimensional");
  return Float64Array.from(elementsOf(p), toNumber);
}
