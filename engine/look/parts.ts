import type { NDArray } from "../ndarray";

/** Work that is done part by part, with a chance for others in between; the last step gives the result. */
export type Steps<T> = Generator<undefined, T>;

/** All steps that are left, one after the other. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Elements in a part: some milliseconds of work. Whole blocks and whole chunks of the kernels, so that no bit of a sum depends on it. */
const partSize = 2 ** 20;

/** A dense array in stretches of its elements; any other one as a whole. The last stretch also has what would be too short for one. */
export function partsOf(array: NDArray): NDArray[] {
  const { size, offset } = array;
  const count = array.isContiguous ? Math.floor(size / partSize) : 1;
  if (count < 2) return [array];
  return Array.from({ length: count }, (_, part) => {
    const start = part * partSize;
    return array.view([part === count - 1 ? size - start : partSize], [1], offset + start);
  });
}
