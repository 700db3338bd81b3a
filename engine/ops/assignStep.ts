import type { Parameter } from "../parameter";
import type { Scalar } from "../scalar";
import type { Tensor } from "../tensor";
import { add, sub } from "./arithmetic";
import { assign } from "./assign";

/** The parameter plus a value, in place. */
export function assignAdd(target: Parameter, value: Tensor | Scalar): Parameter {
  return assign(target, add(target, value));
}
/** The parameter less a value, in place. */
export function assignSub(target: Parameter, value: Tensor | Scalar): Parameter {
  return assign(target, sub(target, value));
}
