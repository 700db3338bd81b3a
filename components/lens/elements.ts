import { bytesOf } from "./base64";
import { floatText, halfRound } from "./numerals";

const double = (value: number) => value;
const half = (bits: number): number => {
  const [sign, exponent, fraction] = [bits >> 15 ? -1 : 1, (bits >> 10) & 31, bits & 1023];
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (exponent ? (1 + fraction / 1024) * 2 ** (exponent - 15) : fraction * 2 ** -24);
};
const single = (view: DataView, at: number) => floatText(view.getFloat32(at, true), Math.fround);
const long = (view: DataView, at: number) => floatText(view.getFloat64(at, true), double);
/** Python leaves ".0" out within a complex number. */
const pair = (real: string, imaginary: string) => {
  const [a, b] = [real, imaginary].map((part) => part.replace(/\.0$/, "")) as [string, string];
  return `(${a}${/^[-]/.test(b) ? "" : "+"}${b}j)`;
};

type Element = { bytes: number; text(view: DataView, at: number): string };

/** Of each dtype: bytes of an element, and how Python prints the one that begins at a byte. */
export const elements: { readonly [dtype: string]: Element } = {
  bool: { bytes: 1, text: (view, at) => (view.getUint8(at) ? "True" : "False") },
  int8: { bytes: 1, text: (view, at) => String(view.getInt8(at)) },
  uint8: { bytes: 1, text: (view, at) => String(view.getUint8(at)) },
  int16: { bytes: 2, text: (view, at) => String(view.getInt16(at, true)) },
  uint16: { bytes: 2, text: (view, at) => String(view.getUint16(at, true)) },
  int32: { bytes: 4, text: (view, at) => String(view.getInt32(at, true)) },
  uint32: { bytes: 4, text: (view, at) => String(view.getUint32(at, true)) },
  int64: { bytes: 8, text: (view, at) => String(view.getBigInt64(at, true)) },
  uint64: { bytes: 8, text: (view, at) => String(view.getBigUint64(at, true)) },
  float16: { bytes: 2, text: (view, at) => floatText(half(view.getUint16(at, true)), halfRound) },
  float32: { bytes: 4, text: single },
  float64: { bytes: 8, text: long },
  complex64: { bytes: 8, text: (view, at) => pair(single(view, at), single(view, at + 4)) },
  complex128: { bytes: 16, text: (view, at) => pair(long(view, at), long(view, at + 8)) },
};

/** Reads the elements of a base64 text one by one, as Python prints them; null where the dtype is not known here. */
export function readerOf(base64: string, dtype: string): ((index: number) => string) | null {
  if (!Object.hasOwn(elements, dtype)) return null;
  const { bytes, text } = elements[dtype]!;
  const view = new DataView(bytesOf(base64).buffer);
  return (index) => text(view, index * bytes);
}
