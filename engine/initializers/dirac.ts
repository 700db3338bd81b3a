import { ValueError } from "../errors";
import type { NDArray } from "../ndarray";
import { fill as fillWith } from "../numpy/creation";
import { Initializer } from "./initializer";

/**
 * Kernels [out, in, ...field] that pass their input channels through: in each group, output d is input d, by a one in
 * the middle of the field.
 */
export class Dirac extends Initializer {
  constructor(public groups = 1) {
    super();
  }
  /** @throws {ValueError} if array has not 3 to 5 axes, or groups does not divide the first one */
  override fill(array: NDArray): void {
    const { shape, strides, ndim } = array;
    const { groups } = this;
    if (ndim < 3 || ndim > 5) {
      throw new ValueError(
        `For 'Dirac', the dimension of the initialized tensor must be one of [3, 4, 5], but got ${ndim}.`,
      );
    }
    if (!(groups > 0) || shape[0]! % groups !== 0) {
      throw new ValueError(
        `For 'Dirac', the first dimension of the initialized tensor must be divisible by 'groups', but got ${shape[0]} and ${groups}.`,
      );
    }
    fillWith(array, 0);
    const perGroup = shape[0]! / groups;
    let middle = array.offset;
    for (let axis = 2; axis < ndim; axis++) middle += Math.floor(shape[axis]! / 2) * strides[axis]!;
    for (let group = 0; group < groups; group++) {
      for (let d = 0; d < Math.min(perGroup, shape[1]!); d++) {
        array.write(middle + (group * perGroup + d) * strides[0]! + d * strides[1]!, 1);
      }
    }
  }
}
