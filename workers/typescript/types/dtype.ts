/* The kinds of numbers, by MindSpore's names. In TypeScript a dtype is its name: `tensor.dtype === float32`. */

import { type DType, dtypes } from "../../../engine";

export const bool_ = "bool";
export const int8 = "int8";
export const int16 = "int16";
export const int32 = "int32";
export const int64 = "int64";
export const uint8 = "uint8";
export const uint16 = "uint16";
export const uint32 = "uint32";
export const uint64 = "uint64";
export const float16 = "float16";
export const float32 = "float32";
export const float64 = "float64";
export const complex64 = "complex64";
export const complex128 = "complex128";

/** The name as MindSpore prints it: `label("float32")` is "Float32". */
export function label(dtype: DType): string {
  return dtypes[dtype].label;
}
