import { type DType, dtypes, type Kind } from "../dtype";
import { OverflowError, TypeError, ValueError } from "../errors";
import { NDArray } from "../ndarray";
import { type Complex, Float, type Scalar, scalarKind } from "../scalar";

/*
 * NumPy 1.24's rules for which dtype an operation works in. Arrays decide by dtype alone; scalars and 0-d arrays that
 * stand beside real arrays of the same or a higher kind decide by their value (int8 array + 300 is int16).
 * Source: NumPy 1.24 `numpy.result_type`, `numpy.can_cast`, `numpy.min_scalar_type`.
 */

const kindRank: Record<Kind, number> = { bool: 0, uint: 1, int: 2, float: 3, complex: 4 };

/** Whether every value of one dtype is kept in the other ("safe" casting). */
export function canCast(from: DType, to: DType): boolean {
  if (from === to) return true;
  const a = dtypes[from];
  const b = dtypes[to];
  if (a.kind === "bool") return true;
  if (kindRank[b.kind] < kindRank[a.kind]) return false;
  if (a.kind === b.kind) return a.bytes < b.bytes;
  const real = b.kind === "complex" ? b.bytes / 2 : b.bytes;
  if (b.kind === "int") return a.bytes < b.bytes; // from uint
  if (a.kind === "float") return a.bytes <= real; // to complex
  return a.bytes < real || (a.bytes === 8 && real === 8); // ints to float or complex
}

/** Whether NumPy's "same_kind" casting allows it: safe, or down within a kind, or from ints to floats to complex. */
export function canCastSameKind(from: DType, to: DType): boolean {
  if (canCast(from, to)) return true;
  const a = kindRank[dtypes[from].kind];
  const b = kindRank[dtypes[to].kind];
  return a <= b;
}

/** Narrowest first, so that the first common target is the promotion. */
const ladder: readonly DType[] = [
  "bool",
  "int8",
  "uint8",
  "int16",
  "uint16",
  "int32",
  "uint32",
  "int64",
  "uint64",
  "float16",
  "float32",
  "float64",
  "complex64",
  "complex128",
];

/** The narrowest dtype that both cast to safely. */
export function promoteTypes(a: DType, b: DType): DType {
  if (canCast(a, b)) return b;
  if (canCast(b, a)) return a;
  return ladder.find((candidate) => canCast(a, candidate) && canCast(b, candidate)) ?? "complex128";
}

/** What takes part in a promotion: an array, a plain number, or a dtype. */
export type Operand = NDArray | Scalar;

/** The dtype NumPy gives a plain number on its own. @throws {OverflowError} for an int beyond 64 bits */
export function scalarDType(scalar: Scalar): DType {
  switch (scalarKind(scalar)) {
    case "bool":
      return "bool";
    case "float":
      return "float64";
    case "complex":
      return "complex128";
    case "int": {
      const value = BigInt(scalar as number | bigint);
      if (value >= -(2n ** 63n) && value < 2n ** 63n) return "int64";
      if (value >= 0n && value < 2n ** 64n) return "uint64";
      throw new OverflowError("Python int too large to convert to C long");
    }
  }
}

/** The dtype an operand has on its own. */
export function dtypeOf(operand: Operand): DType {
  return operand instanceof NDArray ? operand.dtype : scalarDType(operand);
}

interface MinType {
  dtype: DType;
  /** A value that is not negative and fits the signed type of the same width too. */
  signedToo: boolean;
}

const uints: readonly [DType, bigint, bigint][] = [
  ["uint8", 0xffn, 0x7fn],
  ["uint16", 0xffffn, 0x7fffn],
  ["uint32", 0xffffffffn, 0x7fffffffn],
  ["uint64", 2n ** 64n - 1n, 2n ** 63n - 1n],
];
const ints: readonly [DType, bigint][] = [
  ["int8", -0x80n],
  ["int16", -0x8000n],
  ["int32", -0x80000000n],
  ["int64", -(2n ** 63n)],
];

function minFloat(value: number, widest: DType): DType {
  // the limits are NumPy's, a little inside the true ones
  if (!Number.isFinite(value) || (value > -65000 && value < 65000)) return "float16";
  if (value > -3.4e38 && value < 3.4e38) return "float32";
  return widest;
}

/** The narrowest dtype of its kind that holds the value of a scalar or 0-d array. */
export function minScalarType(operand: Operand): MinType {
  const dtype = dtypeOf(operand);
  const value = operand instanceof NDArray ? operand.read(operand.offset) : operand;
  const plain = value instanceof Float ? value.value : value;
  switch (dtypes[dtype].kind) {
    case "bool":
      return { dtype, signedToo: false };
    case "float":
      return { dtype: minFloat(plain as number, dtype), signedToo: false };
    case "complex": {
      const { re, im } = plain as Complex;
      const narrow = minFloat(re, dtype) !== dtype && minFloat(im, dtype) !== dtype;
      return { dtype: narrow ? "complex64" : dtype, signedToo: false };
    }
    default: {
      const int = BigInt(plain as number | bigint);
      if (int < 0n) return { dtype: ints.find(([, low]) => int >= low)![0], signedToo: false };
      const [narrow, , signedMax] = uints.find(([, high]) => int <= high)!;
      return { dtype: narrow, signedToo: int <= signedMax };
    }
  }
}

const signedOf: Partial<Record<DType, DType>> = { uint8: "int8", uint16: "int16", uint32: "int32", uint64: "int64" };
const simpleRank: Record<Kind, number> = { bool: 0, int: 1, uint: 1, float: 2, complex: 2 };

function isScalarLike(operand: Operand): boolean {
  return !(operand instanceof NDArray) || operand.ndim === 0;
}

/** Whether scalars count by their value: there are arrays too, and none of the scalars is of a higher kind. */
function scalarsByValue(operands: readonly Operand[]): boolean {
  let arrays = -1;
  let scalars = -1;
  for (const operand of operands) {
    const rank = simpleRank[dtypes[dtypeOf(operand)].kind];
    if (isScalarLike(operand)) scalars = Math.max(scalars, rank);
    else arrays = Math.max(arrays, rank);
  }
  return arrays >= 0 && scalars >= 0 && arrays >= scalars;
}

function promote(a: MinType, b: MinType): MinType {
  const signed = (one: MinType, other: MinType): DType =>
    one.signedToo && dtypes[other.dtype].kind === "int" ? signedOf[one.dtype]! : one.dtype;
  return {
    dtype: promoteTypes(signed(a, b), signed(b, a)),
    signedToo: a.signedToo && b.signedToo,
  };
}

/** The types that operands count as in a promotion. */
export function effectiveTypes(operands: readonly Operand[]): MinType[] {
  const byValue = scalarsByValue(operands);
  return operands.map((operand) =>
    byValue && isScalarLike(operand) ? minScalarType(operand) : { dtype: dtypeOf(operand), signedToo: false },
  );
}

/** The dtype in which operands meet: `numpy.result_type`. */
export function resultType(...operands: Operand[]): DType {
  const first = operands[0];
  const second = operands[1];
  // the common case, without any allocation
  if (first instanceof NDArray && first.ndim > 0) {
    if (operands.length === 1) return first.dtype;
    if (operands.length === 2 && second instanceof NDArray && second.ndim > 0) {
      return promoteTypes(first.dtype, second.dtype);
    }
  }
  const types = effectiveTypes(operands);
  if (types.length === 0) throw new TypeError("at least one array or dtype is required");
  return types.reduce(promote).dtype;
}

/** Whether an operand that counts as `type` casts safely to `to`. */
export function fits(type: MinType, to: DType): boolean {
  return canCast(type.dtype, to) || (type.signedToo && canCast(signedOf[type.dtype]!, to));
}

/** Whether a cast is allowed by one of NumPy's rules. @throws {ValueError} for an unknown rule */
export function canCastBy(from: DType, to: DType, rule: string): boolean {
  switch (rule) {
    case "unsafe":
      return true;
    case "same_kind":
      return canCastSameKind(from, to);
    case "safe":
      return canCast(from, to);
    case "no":
    case "equiv":
      return from === to;
    default:
      throw new ValueError(`casting must be one of 'no', 'equiv', 'safe', 'same_kind', or 'unsafe' (got '${rule}')`);
  }
}
