import { type DType, dtypes } from "../dtype";
import { NDArray } from "../ndarray";
import { zeros } from "./creation";

const partOf: { [D in DType]?: DType } = { complex64: "float32", complex128: "float64" };

/** The real parts, a view; of real arrays the array itself. */
export function real(array: NDArray): NDArray {
  const part = partOf[array.dtype];
  if (!part) return array;
  const strides = array.strides.map((stride) => 2 * stride);
  return new NDArray(part, array.shape, array.storage, strides, 2 * array.offset, array.base ?? array);
}

/** The imaginary parts, a view; of real arrays zeros. */
export function imag(array: NDArray): NDArray {
  const part = partOf[array.dtype];
  if (!part) return zeros(array.shape, array.dtype);
  const strides = array.strides.map((stride) => 2 * stride);
  return new NDArray(part, array.shape, array.storage, strides, 2 * array.offset + 1, array.base ?? array);
}

export const isComplex = (array: NDArray) => dtypes[array.dtype].kind === "complex";
