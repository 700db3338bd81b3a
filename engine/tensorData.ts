import { type DType, isDType } from "./dtype";
import { OverflowError, TypeError, ValueError } from "./errors";
import { copy, fromValues, NDArray } from "./ndarray";
import { astype } from "./numpy/astype";
import { elementOf, array as numpyArray } from "./numpy/creation";
import { Complex, isScalar, type Scalar, scalarKind } from "./scalar";

/** Numbers in nested arrays, all rows of a level equally long. */
export type NestedList = readonly (Scalar | NDArray | NestedList)[];

/**
 * A new array with the data of a list, a number or an array, by MindSpore's rules for a tensor without a dtype: Python
 * floats become Float32, an NDArray keeps its own dtype. The storage is never shared.
 *
 * @throws {TypeError} if input is none of these
 * @throws {ValueError} if input has more than one axis and no element
 */
export function tensorData(input: unknown, dtype: DType | null): NDArray {
  if (input instanceof NDArray) return fromArray(input, dtype);
  if (isScalar(input)) return fromScalar(input, dtype);
  if (Array.isArray(input)) return fromList(listArray(checkLeaves(input)), dtype);
  throw new TypeError(
    `For 'Tensor', the 'input_data' must be one of ['Tensor', 'ndarray', 'str_', 'list', 'tuple', 'float', 'int', 'bool', 'complex'], but got '${describe(input)}'.`,
  );
}

/** A copy of an array, in its own dtype or in `dtype`. */
export function fromArray(array: NDArray, dtype: DType | null): NDArray {
  checkNotEmpty(array);
  return dtype === null || dtype === array.dtype ? copy(array) : astype(array, dtype);
}

/** What NumPy made of a Python list: float64 becomes Float32 unless `dtype` says otherwise. */
export function fromList(array: NDArray, dtype: DType | null): NDArray {
  checkNotEmpty(array);
  const wanted = dtype ?? (array.dtype === "float64" ? "float32" : array.dtype);
  return wanted === array.dtype ? array : astype(array, wanted);
}

/** A 0-d array: a Python int is Int64, a float Float32, a complex Complex128. */
export function fromScalar(scalar: Scalar, dtype: DType | null): NDArray {
  checkRange(scalar);
  return fromValues([elementOf(scalar)], [], dtype ?? scalarDType(scalar));
}

/** @throws {OverflowError} if an int fits no 64 bits */
export function checkRange(scalar: Scalar): void {
  if (typeof scalar === "bigint") scalarDType(scalar);
}

/** The dtype that a bare Python number has in a tensor. @throws {OverflowError} if an int fits no 64 bits */
export function scalarDType(scalar: Scalar): DType {
  const kind = scalarKind(scalar);
  if (kind === "bool") return "bool";
  if (kind === "float") return "float32";
  if (kind === "complex") return "complex128";
  const value = BigInt(scalar as number | bigint);
  if (value >= -(2n ** 63n) && value < 2n ** 63n) return "int64";
  if (value >= 0n && value < 2n ** 64n) return "uint64";
  throw new OverflowError(`Python int too large to convert to C long: ${value}`);
}

function checkNotEmpty(array: NDArray): void {
  if (array.ndim > 1 && array.size === 0) {
    throw new ValueError("For 'Tensor', the 'input_data' can not contain zero dimension.");
  }
}

/** Nested arrays whose innermost items are all numbers. @throws {TypeError} */
function checkLeaves(list: readonly unknown[]): NestedList {
  for (const item of list) {
    if (Array.isArray(item)) checkLeaves(item);
    else if (!isScalar(item) && !(item instanceof NDArray)) {
      throw new TypeError(
        `For 'Tensor', the 'input_data' is a list with an element of type '${describe(item)}', which is not supported.`,
      );
    }
  }
  return list as NestedList;
}

function listArray(list: NestedList): NDArray {
  try {
    return numpyArray(list);
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    throw new TypeError(
      `For 'Tensor', the 'input_data' is a list whose rows differ in shape, so its dtype would be 'object', which is not supported. ${error.message}`,
    );
  }
}

/** How an error names a value: the JavaScript class or kind of it. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return "None";
  if (value instanceof Complex) return "complex";
  if (isScalar(value)) return scalarKind(value);
  if (typeof value === "string") return "str";
  if (typeof value === "function") return "function";
  return (value as object).constructor?.name ?? "object";
}

/** `name` as a dtype. @throws {TypeError} if it names none */
export function checkDType(name: unknown, argument: string, owner: string): DType {
  if (typeof name === "string" && isDType(name)) return name;
  throw new TypeError(`For '${owner}', the '${argument}' must be a dtype of mindspore, but got '${String(name)}'.`);
}
