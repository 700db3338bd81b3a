import { type DType, dtypes } from "../dtype";
import { fromHalf } from "../half";
import { type Element, fromValues, type NDArray } from "../ndarray";

/** Numbers as the vector files hold them: hexadecimal for floats, strings for 64-bit integers. */
export interface VectorArray {
  dtype: string;
  shape: number[];
  values: (string | number)[];
}

/** The value behind a float's hexadecimal bits, most significant digit first. */
export function fromHex(hex: string): number {
  const view = new DataView(new ArrayBuffer(8));
  if (hex.length === 4) return fromHalf(Number.parseInt(hex, 16));
  if (hex.length === 8) {
    view.setUint32(0, Number.parseInt(hex, 16));
    return view.getFloat32(0);
  }
  view.setBigUint64(0, BigInt(`0x${hex}`));
  return view.getFloat64(0);
}

/** An array of a vector file. */
export function fromVector({ dtype, shape, values }: VectorArray): NDArray {
  const { kind, bytes } = dtypes[dtype as DType];
  const element = (value: string | number): Element => {
    if (kind === "float") return fromHex(String(value));
    return bytes === 8 ? BigInt(value) : Number(value);
  };
  return fromValues(values.map(element), shape, dtype as DType);
}
