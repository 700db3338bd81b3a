import { dtypes } from "../dtype";
import { RuntimeError, TypeError, ValueError } from "../errors";
import { copy } from "../ndarray";
import { astype } from "../numpy/astype";
import { checkParameter, type Parameter } from "../parameter";
import type { RevisedBy } from "../revisions";
import { isScalar, type Scalar, scalarKind } from "../scalar";
import { rowMajor, type Shape, sameShape, sizeOf, tupleText } from "../shape";
import { Tensor } from "../tensor";
import { describe, fromScalar } from "../tensorData";
import { promote } from "./promotion";

/**
 * Puts a value into a parameter, cast to the parameter's dtype, and returns the parameter. Later changes of the value do
 * not reach it. Shapes () and (1,) count as one.
 *
 * by  what the revision is called that this makes
 *
 * @throws {TypeError} if target is no Parameter, or value neither tensor nor number
 * @throws {RuntimeError} if the value's dtype is higher than the parameter's
 * @throws {ValueError} if the shapes differ
 * Source: MindSpore `ops.Assign`, spec §14.
 */
export function assign(target: Parameter, value: Tensor | Scalar, by: RevisedBy = "assign"): Parameter {
  const param = checkParameter(target, "variable", "Assign");
  const incoming = valueTensor(value, param);
  const wanted = isScalar(value)
    ? promote([param.dtype], [scalarKind(value)], "Assign")
    : promote([param.dtype, incoming.dtype], [], "Assign");
  if (wanted !== param.dtype) {
    throw new RuntimeError(
      `Data type conversion of 'Parameter' is not supported, so data type ${dtypes[param.dtype].label.toLowerCase()} cannot be converted to data type ${dtypes[incoming.dtype].label.toLowerCase()} automatically.`,
    );
  }
  if (!sameShape(param.shape, incoming.shape) && !(isSingle(param.shape) && isSingle(incoming.shape))) {
    throw new ValueError(
      `For 'Assign', the shape of 'value' must be that of 'variable' ${tupleText(param.shape)}, but got ${tupleText(incoming.shape)}.`,
    );
  }
  const array = incoming.asnumpy();
  const fresh = array.dtype === param.dtype ? copy(array) : astype(array, param.dtype);
  param.assignValue(Tensor.of(fresh.view(param.shape, rowMajor(param.shape))), by);
  return param;
}

function valueTensor(value: unknown, param: Parameter): Tensor {
  if (value instanceof Tensor) return value;
  if (isScalar(value)) return Tensor.of(fromScalar(value, param.dtype));
  throw new TypeError(`For 'Assign', the 'value' must be a Tensor or a number, but got '${describe(value)}'.`);
}

function isSingle(shape: Shape): boolean {
  return shape.length < 2 && sizeOf(shape) === 1;
}
