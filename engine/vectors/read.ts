import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { NDArray } from "../ndarray";

/** One of the golden vector files beside this one. */
export function readVectors<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), "utf8")) as T;
}

/** SHA-256 of an array's bytes. */
export function sha256(values: ArrayBufferView): string {
  return createHash("sha256")
    .update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
    .digest("hex");
}

/** The bits of a float64 as the vectors write them: 16 hexadecimal digits. */
export function hex64(value: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(16).padStart(16, "0");
}

/** The bits of float32 values, as unsigned integers. */
export function bits32(values: Float32Array): number[] {
  return Array.from(new Uint32Array(values.buffer, values.byteOffset, values.length));
}

/** The storage of a fresh array, whose elements lie in row-major order from the first entry on. */
export function float32sOf(array: NDArray): Float32Array {
  return array.storage as Float32Array;
}
