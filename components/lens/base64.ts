/** The bytes of a base64 text. @throws {Error} if it is none */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const native = Uint8Array as unknown as { fromBase64?(text: string): Uint8Array<ArrayBuffer> };
  if (native.fromBase64) return native.fromBase64(base64);
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < bytes.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}

/** How many bytes a base64 text stands for. */
export const lengthOf = (base64: string) => Math.floor((base64.replace(/=+$/, "").length * 3) / 4);

/** The numbers of a base64 text; it is little-endian, as every machine with a browser is. */
export function numbersOf(base64: string, encoding: "f4" | "f8"): Float32Array | Float64Array {
  const { buffer } = bytesOf(base64);
  return encoding === "f4" ? new Float32Array(buffer) : new Float64Array(buffer);
}
