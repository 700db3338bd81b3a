import { type DType, dtypes, kindOf } from "../dtype";
import { TypeError } from "../errors";
import type { ScalarKind } from "../scalar";

/*
 * The dtype that operands of one MindSpore operation meet in; it is not NumPy's (Int64 with Float16 gives Float16).
 * Source: MindSpore `do_signature.cc`, spec §5.2.
 */

/** Lowest first. Unsigned ints above 8 bits and complex dtypes meet nobody else. */
const ranks: readonly DType[] = ["bool", "int8", "uint8", "int16", "int32", "int64", "float16", "float32", "float64"];

/** Dtypes without a rank that still go with one other dtype. */
const companions: { [D in DType]?: DType } = { complex64: "float32", complex128: "float64" };

/**
 * The common dtype of tensors, at least one, and plain numbers, which never widen a dtype within its kind.
 *
 * @throws {TypeError} if a dtype without a rank meets another one
 */
export function promote(tensors: readonly DType[], scalars: readonly ScalarKind[] = [], owner = "Add"): DType {
  let dtype = tensors[0]!;
  for (const other of tensors) dtype = higher(dtype, other, owner);
  if (dtype === "uint8" && tensors.includes("int8")) dtype = "int16";
  for (const scalar of scalars) dtype = promoteScalar(dtype, scalar, owner);
  return dtype;
}

/** The dtype of a tensor beside a plain number. @throws {TypeError} if the number is complex */
export function promoteScalar(dtype: DType, scalar: ScalarKind, owner: string): DType {
  if (scalar === "int") return dtype === "bool" ? "int64" : dtype;
  if (scalar === "float") return isWhole(dtype) ? "float32" : dtype;
  if (scalar === "bool") return dtype;
  throw new TypeError(`For '${owner}', a complex number is not supported as an operand.`);
}

function isWhole(dtype: DType): boolean {
  const kind = kindOf(dtype);
  return kind === "bool" || kind === "int" || kind === "uint";
}

function higher(a: DType, b: DType, owner: string): DType {
  if (a === b) return a;
  if (companions[a] === b) return a;
  if (companions[b] === a) return b;
  const [one, two] = [ranks.indexOf(a), ranks.indexOf(b)];
  if (one >= 0 && two >= 0) return one > two ? a : b;
  throw new TypeError(
    `For '${owner}', the data types ${dtypes[a].label} and ${dtypes[b].label} can not be converted to each other implicitly.`,
  );
}
