import { checkpoint } from "../checkpoint";
import { type DType, dtypes, type Storage } from "../dtype";
import type { NDArray } from "../ndarray";
import { blockSize, Source } from "../numpy/blocks";

export { blockSize };

/** Blocks between two looks at the stop button. */
const blocksBetween = 32;

/** Hears an array's elements in row-major order, at most `blockSize` at a time, whatever its strides. Not to be written. */
export function forEachBlock(array: NDArray, visit: (block: Storage, count: number, start: number) => void): void {
  const { size } = array;
  const source = new Source(array);
  let blocks = 0;
  for (let start = 0; start < size; start += blockSize) {
    const count = Math.min(blockSize, size - start);
    visit(source.raw(start, count), count, start);
    if (++blocks % blocksBetween === 0) checkpoint();
  }
}

/** Unsigned entries of the elements' own width, at most 32 bits: the bits of what a storage holds. */
export function wordsOf({ buffer, byteOffset, byteLength }: Storage, dtype: DType) {
  const bytes = dtypes[dtype].bytes;
  if (bytes === 1) return new Uint8Array(buffer, byteOffset, byteLength);
  if (bytes === 2) return new Uint16Array(buffer, byteOffset, byteLength / 2);
  return new Uint32Array(buffer, byteOffset, byteLength / 4);
}

/** How many of those an element has. */
export const wordsPerElement = (dtype: DType): number => Math.max(1, dtypes[dtype].bytes / 4);
