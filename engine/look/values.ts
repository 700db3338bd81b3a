import { type DType, dtypes, type Storage } from "../dtype";
import type { NDArray } from "../ndarray";
import { halfTable } from "../numpy/blocks";
import { blockSize, forEachBlock } from "./blocks";

/** Numbers in row-major order, at most `blockSize` at a time. Not to be written, and overwritten afterwards. */
export type Values = (visit: (values: Float64Array, count: number, start: number) => void) => void;

/**
 * An array's elements as float64: ints beyond 2⁵³ rounded, complex numbers as their magnitudes (NaN if a part is NaN).
 */
export function valuesOf(array: NDArray): Values {
  return (visit) => {
    const decode = decoderOf(array.dtype, new Float64Array(Math.min(blockSize, array.size)));
    forEachBlock(array, (block, count, start) => visit(decode(block, count), count, start));
  };
}

/** Elements as float64, perhaps in the storage that they came in: not to be written. */
type Decoder = (block: Storage, count: number) => Float64Array;

/** What turns elements into float64, in a space for a block of them. */
export function decoderOf(dtype: DType, space: Float64Array): Decoder {
  if (dtype === "float64") return (block) => block as Float64Array;
  const fill = fillers[dtype] ?? plain;
  return (block, count) => {
    fill(block, count, space);
    return space;
  };
}

type Filler = (block: Storage, count: number, values: Float64Array) => void;

const plain: Filler = (block, _, values) => values.set(block as Float32Array);

const fillers: { [D in DType]?: Filler } = {
  float16(block, count, values) {
    const halves = halfTable();
    for (let i = 0; i < count; i++) values[i] = halves[(block as Uint16Array)[i]!]!;
  },
  int64: (block, count, values) => fillWide(block, count, values, true),
  uint64: (block, count, values) => fillWide(block, count, values, false),
  complex64: (block, count, values) => fillMagnitudes(block as Float32Array, count, values),
  complex128: (block, count, values) => fillMagnitudes(block as Float64Array, count, values),
};

function fillWide({ buffer, byteOffset }: Storage, count: number, values: Float64Array, isSigned: boolean): void {
  const low = new Uint32Array(buffer, byteOffset, 2 * count);
  const high = isSigned ? new Int32Array(buffer, byteOffset, 2 * count) : low;
  for (let i = 0; i < count; i++) values[i] = high[2 * i + 1]! * 2 ** 32 + low[2 * i]!; // rounds once
}

function fillMagnitudes(parts: Float32Array | Float64Array, count: number, values: Float64Array): void {
  for (let i = 0; i < count; i++) values[i] = magnitude(parts[2 * i]!, parts[2 * i + 1]!);
}

/** |re + im·i|; NaN if either is NaN. */
export function magnitude(re: number, im: number): number {
  const square = re * re + im * im;
  if (square > 1e-290 && square < 1e300) return Math.sqrt(square);
  return Number.isNaN(re) || Number.isNaN(im) ? Number.NaN : Math.hypot(re, im); // which over- and underflows less
}

/** Whether elements are ints that float64 does not hold exactly. */
export const isWide = (dtype: DType): boolean => dtype === "int64" || dtype === "uint64";
/** Whether elements are whole numbers. */
export const isWhole = (dtype: DType): boolean => ["bool", "int", "uint"].includes(dtypes[dtype].kind);
