import type { NDArray } from "../ndarray";
import type { RandomState } from "../random/state";
import { drawNormal } from "./draw";
import { checkMatrix } from "./identity";
import { Initializer } from "./initializer";

/** A normal matrix in which ⌈sparsity · rows⌉ entries of each column, chosen at random, are zero. Source: Martens 2010. */
export class Sparse extends Initializer {
  constructor(
    public sparsity: number,
    public sigma = 0.01,
  ) {
    super();
  }
  /** @throws {ValueError} if array has not 2 axes */
  override fill(array: NDArray, random: RandomState): void {
    checkMatrix(array, "Sparse");
    drawNormal(array, random, this.sigma);
    const [rows, columns] = array.shape as [number, number];
    const zeros = Math.ceil(this.sparsity * rows);
    for (let column = 0; column < columns; column++) {
      for (const row of random.numpy.stream.order(rows).subarray(0, zeros)) {
        array.write(array.offset + row * array.strides[0]! + column * array.strides[1]!, 0);
      }
    }
  }
}
