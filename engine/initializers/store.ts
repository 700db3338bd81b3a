import { type NDArray, zeros } from "../ndarray";
import { castInto } from "../numpy/astype";

/** Let `draw` make float32 values for all elements in row-major order, and cast them into `array`. */
export function storeFloat32(array: NDArray, draw: (out: Float32Array) => void): void {
  if (array.dtype === "float32" && array.isContiguous) {
    draw((array.storage as Float32Array).subarray(array.offset, array.offset + array.size));
    return;
  }
  const values = zeros(array.shape, "float32");
  draw(values.storage as Float32Array);
  castInto(array, values);
}

/** The same with float64. A float32 array asks for its values piece by piece, so `draw` must go on where it stopped. */
export function storeFloat64(array: NDArray, draw: (out: Float64Array) => void): void {
  if (array.dtype === "float32" && array.isContiguous) {
    const storage = array.storage as Float32Array;
    const end = array.offset + array.size;
    const piece = new Float64Array(Math.min(array.size, 65536));
    for (let start = array.offset; start < end; start += piece.length) {
      const values = piece.subarray(0, end - start);
      draw(values);
      storage.set(values, start);
    }
    return;
  }
  const values = zeros(array.shape, "float64");
  draw(values.storage as Float64Array);
  castInto(array, values);
}

/** The same for a `draw` that writes each value once and reads none: a float32 array rounds them as it stores them. */
export function storeOnce(array: NDArray, draw: (out: Float64Array | Float32Array) => void): void {
  if (array.dtype === "float32") storeFloat32(array, draw);
  else storeFloat64(array, draw);
}
