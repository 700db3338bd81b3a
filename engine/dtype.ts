import { MemoryError } from "./errors";
import { count, hasRoom } from "./memory";
import { tupleText } from "./shape";
import { machine } from "./wasm/load";

/** What kind of number an element is; promotion and printing branch on it. */
export type Kind = "bool" | "int" | "uint" | "float" | "complex";

/**
 * Every dtype an array can have, by NumPy's name: the label MindSpore prints, its kind, the bytes of one element,
 * and the typed array that holds the elements.
 *
 * float16 is stored as raw half bits. A complex element is two neighbours in its storage: real part, imaginary part.
 * Source: MindSpore `mindspore.dtype`, NumPy scalar types.
 */
export const dtypes = {
  bool: { label: "Bool", kind: "bool", bytes: 1, storage: Uint8Array },
  int8: { label: "Int8", kind: "int", bytes: 1, storage: Int8Array },
  int16: { label: "Int16", kind: "int", bytes: 2, storage: Int16Array },
  int32: { label: "Int32", kind: "int", bytes: 4, storage: Int32Array },
  int64: { label: "Int64", kind: "int", bytes: 8, storage: BigInt64Array },
  uint8: { label: "UInt8", kind: "uint", bytes: 1, storage: Uint8Array },
  uint16: { label: "UInt16", kind: "uint", bytes: 2, storage: Uint16Array },
  uint32: { label: "UInt32", kind: "uint", bytes: 4, storage: Uint32Array },
  uint64: { label: "UInt64", kind: "uint", bytes: 8, storage: BigUint64Array },
  float16: { label: "Float16", kind: "float", bytes: 2, storage: Uint16Array },
  float32: { label: "Float32", kind: "float", bytes: 4, storage: Float32Array },
  float64: { label: "Float64", kind: "float", bytes: 8, storage: Float64Array },
  complex64: { label: "Complex64", kind: "complex", bytes: 8, storage: Float32Array },
  complex128: { label: "Complex128", kind: "complex", bytes: 16, storage: Float64Array },
} as const satisfies Record<string, DTypeRow>;

interface DTypeRow {
  label: string;
  kind: Kind;
  bytes: number;
  storage: StorageConstructor;
}

export type DType = keyof typeof dtypes;

/** The typed arrays that hold elements. */
export type Storage =
  | Uint8Array
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array
  | BigInt64Array
  | BigUint64Array
  | Float32Array
  | Float64Array;

type StorageConstructor =
  | Uint8ArrayConstructor
  | Int8ArrayConstructor
  | Uint16ArrayConstructor
  | Int16ArrayConstructor
  | Uint32ArrayConstructor
  | Int32ArrayConstructor
  | BigInt64ArrayConstructor
  | BigUint64ArrayConstructor
  | Float32ArrayConstructor
  | Float64ArrayConstructor;

export const dtypeNames = Object.keys(dtypes) as DType[];

export function isDType(name: string): name is DType {
  return Object.hasOwn(dtypes, name);
}

export function kindOf(dtype: DType): Kind {
  return dtypes[dtype].kind;
}

/** Typed-array entries that one element takes: 2 for complex numbers, 1 for all others. */
export function entriesPerElement(dtype: DType): 1 | 2 {
  return dtypes[dtype].kind === "complex" ? 2 : 1;
}

/** Bytes one array may take: what a browser's tab can still hold beside the rest, and a typed array everywhere. */
export const largestArray = 2 ** 31;

/**
 * From so many bytes on an array lies in the kernels' memory. There it costs about a microsecond more to make, for it has
 * to be watched until it can be freed; a smaller one is copied in less when a kernel wants it.
 */
export const residentFrom = 65536;

/**
 * Entries for `size` elements of a dtype: zeros, or with `zeroed` false whatever was there, for those who fill them all.
 *
 * @throws {MemoryError} in NumPy's words, if they would take more than `largestArray` bytes or memory is short
 */
export function allocate(dtype: DType, size: number, shape: readonly number[] = [size], zeroed = true): Storage {
  checkFits(dtype, size, shape);
  const entries = size * entriesPerElement(dtype);
  const bytes = size * dtypes[dtype].bytes;
  try {
    return bytes < residentFrom ? new dtypes[dtype].storage(entries) : allocateLarge(dtype, entries, bytes, zeroed);
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge(dtype, size, shape);
    throw error;
  }
}

/** Entries in the kernels' memory if there is room, else elsewhere. @throws {RangeError} if memory is short */
function allocateLarge(dtype: DType, entries: number, bytes: number, zeroed: boolean): Storage {
  if (!hasRoom(bytes)) throw new RangeError("all arrays together would take too much");
  const resident = allocateResident(dtype, entries, bytes, zeroed);
  if (resident) return resident;
  const storage = new dtypes[dtype].storage(entries);
  count(storage);
  return storage;
}

/** Entries in the kernels' memory, or null if there are no kernels or there is no room. */
function allocateResident(dtype: DType, entries: number, bytes: number, zeroed: boolean): Storage | null {
  const heap = machine()?.heap;
  const address = heap?.reserve(bytes, zeroed) ?? null;
  if (!heap || address === null) return null;
  const storage = new dtypes[dtype].storage(heap.memory.buffer as ArrayBuffer, address, entries);
  heap.watch(storage, address);
  return storage;
}

/** Refuses an array before any work for it is done. @throws {MemoryError} as `allocate` does */
export function checkFits(dtype: DType, size: number, shape: readonly number[] = [size]): void {
  if (!(size * dtypes[dtype].bytes <= largestArray)) throw tooLarge(dtype, size, shape);
}

function tooLarge(dtype: DType, size: number, shape: readonly number[]): MemoryError {
  const bytes = sizeText(size * dtypes[dtype].bytes);
  return new MemoryError(
    `Unable to allocate ${bytes} for an array with shape ${tupleText(shape)} and data type ${dtype}`,
  );
}

/** Bytes as NumPy writes them: three significant digits and a point, of the largest binary unit that fits. */
function sizeText(bytes: number): string {
  const units = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];
  let [unit, value] = [0, bytes];
  while (Math.round(value) >= 1024 && unit < units.length - 1) [unit, value] = [unit + 1, value / 1024];
  if (unit === 0) return `${bytes} bytes`;
  const digits = value < 999.5 ? value.toPrecision(3) : `${Math.round(value)}`;
  return `${digits.includes(".") ? digits : `${digits}.`} ${units[unit]}`;
}
