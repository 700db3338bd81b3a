const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/** Of each twelve bits, their two letters. */
const pairs = Uint16Array.from(
  { length: 4096 },
  (_, bits) => alphabet.charCodeAt(bits >> 6) | (alphabet.charCodeAt(bits & 63) << 8),
);

/** The bytes of a view in base64. A picture has a quarter of a million: the browser's `btoa`, which takes text, needs far longer. */
export function base64({ buffer, byteOffset, byteLength }: ArrayBufferView): string {
  const bytes = new Uint8Array(buffer, byteOffset, byteLength);
  const whole = byteLength - (byteLength % 3);
  const letters = new Uint16Array((whole / 3) * 2);
  for (let from = 0, to = 0; from < whole; from += 3) {
    const bits = (bytes[from]! << 16) | (bytes[from + 1]! << 8) | bytes[from + 2]!;
    letters[to++] = pairs[bits >> 12]!;
    letters[to++] = pairs[bits & 4095]!;
  }
  return new TextDecoder().decode(letters) + btoa(String.fromCharCode(...bytes.subarray(whole)));
}
