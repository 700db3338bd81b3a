import { type NDArray, zeros } from "../../ndarray";
import { swapaxes } from "../manipulation";
import { absolute, conjugate } from "../math";
import type { ArrayLike } from "../ufunc";
import { eigh, eigvalsh } from "./symmetricEigenvalues";

/** The places of the last axis of each row of `values` in the order of descending magnitude. */
function orders(values: NDArray): number[][] {
  const n = values.shape[values.ndim - 1]!;
  const sizes = absolute(values).storage as Float64Array;
  return Array.from({ length: n === 0 ? 0 : values.size / n }, (_, row) =>
    Array.from({ length: n }, (_, i) => i)
      .sort((i, j) => sizes[row * n + i]! - sizes[row * n + j]! || i - j)
      .reverse(),
  );
}

/** The entries of the last axis in another order, row by row; `repeat` rows in turn share one. */
function taken(array: NDArray, places: readonly number[][], repeat: number, signs: NDArray | null = null): NDArray {
  const n = array.shape[array.ndim - 1]!;
  const result = zeros(array.shape, array.dtype);
  const [from, to] = [array.storage as Float64Array, result.storage as Float64Array];
  const entries = from.length / array.size;
  for (let row = 0; row * n < array.size; row++) {
    const stack = Math.floor(row / repeat);
    places[stack]!.forEach((place, i) => {
      const sign = signs ? Math.sign((signs.storage as Float64Array)[stack * n + place]!) : 1;
      for (let k = 0; k < entries; k++) {
        to[(row * n + i) * entries + k] = from[(row * n + place) * entries + k]! * sign;
      }
    });
  }
  return result;
}

/** The singular value decomposition of Hermitian matrices, from their eigenvalues: singular values are magnitudes. */
export function hermitianSvd(a: ArrayLike): [NDArray, NDArray, NDArray] {
  const [values, vectors] = eigh(a);
  const places = orders(values);
  const n = values.shape[values.ndim - 1]!;
  const v = taken(vectors, places, n, values);
  return [taken(vectors, places, n), absolute(taken(values, places, 1)), conjugate(swapaxes(v, -1, -2))];
}

export function hermitianSingularValues(a: ArrayLike): NDArray {
  const values = eigvalsh(a);
  return absolute(taken(values, orders(values), 1));
}
