import { copy, type NDArray } from "../ndarray";

/** The elements of a float32 array in row-major order; not to be written, they may be the array's own. */
export function floats(array: NDArray): Float32Array {
  const { storage, offset, size } = array.isContiguous ? array : copy(array);
  return (storage as Float32Array).subarray(offset, offset + size);
}
