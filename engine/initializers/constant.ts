import { kindOf } from "../dtype";
import { TypeError, ValueError } from "../errors";
import { NDArray } from "../ndarray";
import { fill as fillWith } from "../numpy/creation";
import { Complex, type Scalar } from "../scalar";
import { commonShape, sameShape, shapeText } from "../shape";
import { Initializer } from "./initializer";

/** The same number everywhere, or the elements of an array. */
export class Constant extends Initializer {
  /** value is a number, or an array of the shape to fill (or one that broadcasts to it). */
  constructor(public value: Scalar | NDArray) {
    super();
  }
  /**
   * @throws {ValueError} if value is an array that does not broadcast to this one
   * @throws {TypeError} if value is complex and this array is not
   */
  override fill(array: NDArray): void {
    if (this.value instanceof Complex && kindOf(array.dtype) !== "complex") {
      throw new TypeError("can't convert complex to float");
    }
    if (this.value instanceof NDArray) checkFits(this.value, array);
    fillWith(array, this.value);
  }
}

/** Zeros. */
export class Zero extends Initializer {
  override fill(array: NDArray): void {
    fillWith(array, 0);
  }
}

/** Ones. */
export class One extends Initializer {
  override fill(array: NDArray): void {
    fillWith(array, 1);
  }
}

function checkFits(value: NDArray, array: NDArray): void {
  const common = commonShape([value.shape, array.shape]);
  if (common !== null && sameShape(common, array.shape)) return;
  throw new ValueError(
    `could not broadcast input array from shape ${shapeText(value.shape)} into shape ${shapeText(array.shape)}`,
  );
}
