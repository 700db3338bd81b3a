import type { DType } from "./dtype";
import { AttributeError, TypeError, ValueError } from "./errors";
import { Initializer, resolveInitializer } from "./initializers";
import type { RandomState } from "./random/state";
import { isScalar, type Scalar } from "./scalar";
import { type Shape, sameShape, tupleText } from "./shape";
import { Tensor } from "./tensor";
import { describe } from "./tensorData";

/** What says which values a new parameter gets: a name such as "normal", a number, an initializer, or the values. */
export type InitializerInput = string | Scalar | Initializer | Tensor;

/**
 * A tensor whose data are drawn when they are first needed; drawing costs nothing before. A tensor comes back itself.
 *
 * shape  a number is a 1-d shape; it must be that of a tensor given as init
 * @throws {TypeError} if init is none of the kinds
 * @throws {ValueError} if a length is no int above 0, or the shape is not that of a tensor given as init
 * @throws {KeyError} if no initializer has the name
 * Source: MindSpore `mindspore.common.initializer.initializer`, spec §8.1.
 */
export function initializer(
  init: InitializerInput,
  shape: Shape | number | null = null,
  dtype: DType = "float32",
  random?: RandomState,
): Tensor {
  if (!(init instanceof Tensor) && !(init instanceof Initializer) && typeof init !== "string" && !isScalar(init)) {
    throw new TypeError(
      `For 'initializer', the type of the 'init' argument should be 'Tensor', 'number', 'string' or 'initializer', but got '${describe(init)}'.`,
    );
  }
  const wanted = typeof shape === "number" ? [shape] : shape;
  if (init instanceof Tensor) {
    if (wanted && sameShape(wanted, init.shape)) return init;
    throw new ValueError(
      `For 'initializer', the shape of the 'init' argument should be same as the argument 'shape', but got the 'init' shape ${tupleText(init.shape)} and the 'shape' ${wanted ? tupleText(wanted) : "None"}.`,
    );
  }
  for (const length of wanted ?? []) {
    if (!Number.isInteger(length) || length <= 0) {
      throw new ValueError(
        `For 'initializer', the argument 'shape' is invalid, each element should be a positive integer, but got ${tupleText(wanted!)}.`,
      );
    }
  }
  const drawer = resolveInitializer(init, random?.reference ?? "1.6");
  if (wanted === null) {
    throw new AttributeError(
      `'${describe(drawer)}' object has no attribute 'shape': for 'initializer', the argument 'shape' must be given.`,
    );
  }
  return new Tensor(null, dtype, { shape: wanted, init: drawer, random });
}
