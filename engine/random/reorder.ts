import { entriesPerElement } from "../dtype";
import { copy, forEachPlace, NDArray, zeros } from "../ndarray";
import { type Shape, sizeOf } from "../shape";

/** An int64 array of whole numbers, 0 ≤ each < 2⁵³. */
export function indexArray(indices: ArrayLike<number>, shape: Shape = [indices.length]): NDArray {
  const pairs = new Uint32Array(2 * indices.length);
  for (let i = 0; i < indices.length; i++) {
    pairs[2 * i] = indices[i]!;
    pairs[2 * i + 1] = Math.floor(indices[i]! / 2 ** 32);
  }
  return new NDArray("int64", shape, new BigInt64Array(pairs.buffer));
}

/** Put the items along the first axis in a new order, in place: item `order[i]` comes to place i. */
export function reorder(array: NDArray, order: ArrayLike<number>): void {
  const width = sizeOf(array.shape.slice(1));
  const entries = entriesPerElement(array.dtype);
  const from = copy(array).storage as Float64Array; // any storage: entries move unread
  const to = array.storage as Float64Array;
  forEachPlace(array, (place, index) => {
    const column = index % width;
    const source = order[(index - column) / width]! * width + column;
    for (let k = 0; k < entries; k++) to[entries * place + k] = from[entries * source + k]!;
  });
}

/** The items of a 1-D array at the given places, in an array of `shape`. */
export function gather(array: NDArray, indices: ArrayLike<number>, shape: Shape): NDArray {
  const items = zeros(shape, array.dtype);
  const entries = entriesPerElement(array.dtype);
  const from = array.storage as Float64Array;
  const to = items.storage as Float64Array;
  for (let i = 0; i < indices.length; i++) {
    const place = array.offset + indices[i]! * array.strides[0]!;
    for (let k = 0; k < entries; k++) to[entries * i + k] = from[entries * place + k]!;
  }
  return items;
}
