import { ValueError } from "../errors";
import type { NDArray } from "../ndarray";
import { fill as fillWith } from "../numpy/creation";
import { Initializer } from "./initializer";

/** Ones on the main diagonal of a matrix, zeros elsewhere. */
export class Identity extends Initializer {
  /** @throws {ValueError} if array has not 2 axes */
  override fill(array: NDArray): void {
    checkMatrix(array, "Identity");
    fillWith(array, 0);
    const [rows, columns] = array.shape as [number, number];
    const step = array.strides[0]! + array.strides[1]!;
    for (let i = 0; i < Math.min(rows, columns); i++) array.write(array.offset + i * step, 1);
  }
}

export function checkMatrix(array: NDArray, owner: string): void {
  if (array.ndim === 2) return;
  throw new ValueError(`For '${owner}', the dimension of the initialized tensor must be 2, but got ${array.ndim}.`);
}
