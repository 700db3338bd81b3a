import { dtypes } from "../dtype";
import { TypeError } from "../errors";
import { bitwiseAndTable, bitwiseOrTable, bitwiseXorTable } from "../numpy/comparison";
import { type BinaryUfunc, runBinary } from "../numpy/ufunc";
import { Tensor } from "../tensor";
import { meet, type Operand } from "./operands";

/** A bitwise operation on ints, a logical one on Bool. In MindSpore since 1.9. */
function bitwise(owner: string, table: BinaryUfunc) {
  return (x: Operand, y: Operand): Tensor => {
    const met = meet(x, y, owner);
    const { kind, label } = dtypes[met.dtype];
    if (kind !== "float" && kind !== "complex") return Tensor.of(runBinary(table, met.x, met.y, met.dtype));
    throw new TypeError(`For '${owner}', the type of the operands must be an int type or Bool, but got ${label}.`);
  };
}

export const bitwiseAnd = bitwise("BitwiseAnd", bitwiseAndTable);
export const bitwiseOr = bitwise("BitwiseOr", bitwiseOrTable);
export const bitwiseXor = bitwise("BitwiseXor", bitwiseXorTable);
