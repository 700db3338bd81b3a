import { allocate, type DType, dtypes } from "../dtype";
import { NDArray } from "../ndarray";
import { Float } from "../scalar";
import { sameShape } from "../shape";
import type { Operand } from "./promotion";
import type { BinaryUfunc, Loop2 } from "./ufunc";

/*
 * The short way for what cells do most: a small array with a plain number or its like. Same loops and same bits as the
 * long way, without its blocks; whatever is not plainly one of its cases gives null and goes the long way.
 */

/** Up to this many elements the long way's preparations cost more than its loop. */
const most = 64;
const left = new Float64Array(most);
const right = new Float64Array(most);
const filled = new Float64Array(most);

/** Dtypes whose elements are numbers in their storage; 64-bit integers are checked one by one. */
const short: ReadonlySet<DType> = new Set(["float64", "float32", "int32", "int64"]);

/** The loop's dtype for an array with a plain number, where the rule is plain: a number of a lower or the same kind. */
function staysIn(dtype: DType, value: number, whole: boolean): boolean {
  if (dtype === "float64") return true;
  if (whole) {
    if (dtype === "int32" || dtype === "float32") return value >= -32768 && value <= 32767;
    return Math.abs(value) < 2 ** 53; // int64
  }
  return dtype === "float32" && (Math.abs(value) < 3e38 || !Number.isFinite(value));
}

/** Elements as float64 lanes; the greatest magnitude, or NaN where float64 is not exact. */
function load(array: NDArray, lanes: Float64Array): number {
  const { storage, offset, size } = array;
  if (array.dtype !== "int64") {
    for (let i = 0; i < size; i++) lanes[i] = storage[offset + i] as number;
    return 0;
  }
  let bound = 0;
  for (let i = 0; i < size; i++) {
    const value = Number(storage[offset + i]);
    lanes[i] = value;
    bound = Math.max(bound, Math.abs(value));
  }
  return bound <= 2 ** 53 ? bound : Number.NaN;
}

/** The result of a binary operation on a small array, or null if the case is not a plain one. */
export function runSmall(ufunc: BinaryUfunc, x: Operand, y: Operand): NDArray | null {
  const array = x instanceof NDArray ? x : y;
  if (!(array instanceof NDArray) || array.shape.length === 0) return null;
  const { dtype, size } = array;
  const other = array === x ? y : x;
  if (size > most || !short.has(dtype) || ufunc.whole || !ufunc.types.includes(dtype) || !array.isContiguous)
    return null;
  const loop = loopOf(ufunc, dtype);
  if (!loop) return null;
  const [own, others] = array === x ? [left, right] : [right, left];
  const bound = load(array, own);
  let otherBound: number;
  const plain = typeof other === "number" ? other : other instanceof Float ? other.value : null;
  if (plain !== null) {
    if (!staysIn(dtype, plain, other === plain && Number.isInteger(plain))) return null;
    const value = dtype === "float32" ? Math.fround(plain) : plain;
    for (let i = 0; i < size; i++) others[i] = value;
    otherBound = Math.abs(plain);
  } else if (other instanceof NDArray && other.dtype === dtype && sameShape(other.shape, array.shape)) {
    if (!other.isContiguous) return null;
    otherBound = load(other, others);
  } else {
    return null;
  }
  if (dtype === "int64" && !((ufunc.bound?.(bound, otherBound) ?? Math.max(bound, otherBound)) <= 2 ** 53)) return null;
  loop(size, left, right, filled);
  return store(typeof ufunc.out === "string" ? ufunc.out : dtype, array);
}

function loopOf(ufunc: BinaryUfunc, dtype: DType): Loop2 | undefined {
  if (dtypes[dtype].kind === "float") return dtype === "float32" ? (ufunc.float32 ?? ufunc.float) : ufunc.float;
  return dtype === "int32" ? (ufunc.int32 ?? ufunc.int) : ufunc.int;
}

function store(dtype: DType, like: NDArray): NDArray {
  const { size, shape } = like;
  const storage = allocate(dtype, size);
  if (dtype === "int64") for (let i = 0; i < size; i++) storage[i] = BigInt(filled[i]!);
  else for (let i = 0; i < size; i++) storage[i] = filled[i]!;
  return new NDArray(dtype, shape, storage);
}
