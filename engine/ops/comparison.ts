import { AttributeError, TypeError } from "../errors";
import {
  equalTable,
  greaterEqualTable,
  greaterTable,
  lessEqualTable,
  lessTable,
  logicalAndTable,
  logicalNotTable,
  logicalOrTable,
  logicalXorTable,
  notEqualTable,
} from "../numpy/comparison";
import { type BinaryUfunc, runBinary, runUnary } from "../numpy/ufunc";
import { Tensor } from "../tensor";
import { describe } from "../tensorData";
import { meet, meetSmall, type Operand } from "./operands";

/** Elementwise comparison in the common dtype; the result is Bool. */
function comparison(owner: string, table: BinaryUfunc, takesBool: boolean) {
  const tableOf = () => table;
  return (x: Operand, y: Operand): Tensor => {
    const small = meetSmall(tableOf, x, y);
    if (small) return Tensor.of(small);
    const met = meet(x, y, owner);
    if (met.dtype === "bool" && !takesBool) {
      throw new TypeError(`For '${owner}', the type of the operands must be a number, but got Bool.`);
    }
    return Tensor.of(runBinary(table, met.x, met.y, met.dtype));
  };
}

export const equal = comparison("Equal", equalTable, true);
export const less = comparison("Less", lessTable, false);
export const lessEqual = comparison("LessEqual", lessEqualTable, false);
export const greater = comparison("Greater", greaterTable, false);
export const greaterEqual = comparison("GreaterEqual", greaterEqualTable, false);
const different = comparison("NotEqual", notEqualTable, true);

/** @throws {AttributeError} if a Bool tensor is compared with a plain number, as MindSpore fails there */
export function notEqual(x: Operand, y: Operand): Tensor {
  for (const [one, other] of [
    [x, y],
    [y, x],
  ] as const) {
    if (one instanceof Tensor && one.dtype === "bool" && !(other instanceof Tensor)) {
      throw new AttributeError(`'${describe(other)}' object has no attribute 'asnumpy'`);
    }
  }
  return different(x, y);
}

/** A logical operation on Bool tensors. */
function logical(owner: string, table: BinaryUfunc) {
  return (x: Operand, y: Operand): Tensor => {
    const met = meet(x, y, owner);
    if (met.dtype !== "bool") {
      throw new TypeError(`For '${owner}', the type of the operands must be Bool, but got ${met.dtype}.`);
    }
    return Tensor.of(runBinary(table, met.x, met.y, "bool"));
  };
}
export const logicalAnd = logical("LogicalAnd", logicalAndTable);
export const logicalOr = logical("LogicalOr", logicalOrTable);
export const logicalXor = logical("LogicalXor", logicalXorTable);

/** @throws {TypeError} if x is not Bool */
export function logicalNot(x: Tensor): Tensor {
  if (x.dtype === "bool") return Tensor.of(runUnary(logicalNotTable, x.asnumpy(), "bool"));
  throw new TypeError(`For 'LogicalNot', the type of 'x' must be Tensor[Bool], but got ${x.dtype}.`);
}
