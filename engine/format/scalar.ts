import { type DType, dtypes } from "../dtype";
import type { Element } from "../ndarray";
import { Complex } from "../scalar";
import { exactFixed, exactScientific, exponentText, type FloatType, isNegative, shortest } from "./digits";

/** A float as NumPy's scalars print: shortest digits, `1.0` if whole, an exponent from 1e16 up and below 1e-4. */
export function floatText(value: number, dtype: FloatType): string {
  if (Number.isNaN(value)) return "nan";
  const sign = isNegative(value) ? "-" : "";
  const magnitude = Math.abs(value);
  if (magnitude === Number.POSITIVE_INFINITY) return `${sign}inf`;
  if (magnitude === 0) return `${sign}0.0`;
  const { digits, exponent } = shortest(magnitude, dtype);
  if (magnitude >= 1e16 || magnitude < 1e-4) {
    const rest = digits.slice(1);
    return `${sign}${digits[0]}${rest ? `.${rest}` : ""}e${exponentText(exponent)}`;
  }
  return sign + positional(digits, exponent);
}

/** Digits written out, with at least one on each side of the point. */
function positional(digits: string, exponent: number): string {
  if (exponent < 0) return `0.${"0".repeat(-exponent - 1)}${digits}`;
  const whole = digits.padEnd(exponent + 1, "0");
  return `${whole.slice(0, exponent + 1)}.${whole.slice(exponent + 1) || "0"}`;
}

/** The parts of a complex number: whole ones without a point, as Python prints them. */
function partText(value: number, dtype: FloatType): string {
  return floatText(value, dtype).replace(/\.0$/, "");
}

function complexText({ re, im }: Complex, dtype: FloatType): string {
  const imaginary = partText(im, dtype);
  if (re === 0 && !isNegative(re)) return `${imaginary}j`;
  const joined = isNegative(im) ? imaginary : `+${imaginary}`;
  return `(${partText(re, dtype)}${joined}j)`;
}

/** The text of a NumPy scalar, for `str` and `repr` both (NumPy 1.x). */
export function scalarText(value: Element, dtype: DType): string {
  const { kind } = dtypes[dtype];
  if (value instanceof Complex) return complexText(value, dtype === "complex64" ? "float32" : "float64");
  if (kind === "float") return floatText(Number(value), dtype as FloatType);
  if (kind === "bool") return value ? "True" : "False";
  return String(value);
}

/** `format(x, ".4f")` of a float: the exact value to `decimals` places, halves to even. */
export function fixedText(value: number, decimals: number): string {
  if (Number.isNaN(value)) return "nan";
  const sign = isNegative(value) ? "-" : "";
  return sign + (Number.isFinite(value) ? exactFixed(value, decimals) : "inf");
}

export interface FloatStringOptions {
  /** With an exponent, one digit before the point. */
  exponential?: boolean;
  /** Decimals; the shortest form's without it. */
  precision?: number;
  /** Shortest digits, cut to the precision; else the exact value's. */
  unique?: boolean;
  /** What becomes of trailing zeros: "k" kept, "." taken off, "0" but one, "-" with the point too. */
  trim?: string;
}

/** NumPy's `format_float_positional` and `format_float_scientific` of a finite float. */
export function floatString(value: number, dtype: FloatType, options: FloatStringOptions = {}): string {
  const { exponential = false, precision, unique = true, trim = "k" } = options;
  const magnitude = Math.abs(value);
  const short = magnitude === 0 ? { digits: "0", exponent: 0 } : shortest(magnitude, dtype);
  const own = short.digits.length - 1 - (exponential ? 0 : short.exponent);
  const decimals = precision === undefined || (unique && own <= precision) ? Math.max(own, 0) : precision;
  let exponent = exponential ? short.exponent : 0;
  let mantissa: string;
  if (decimals === Math.max(own, 0) && unique) {
    const digits = exponential ? short.digits : positional(short.digits, short.exponent).replace(/\.0$/, "");
    mantissa = exponential && digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits;
  } else if (exponential && magnitude > 0) {
    const exact = exactScientific(magnitude, decimals);
    exponent = exact.exponent;
    mantissa = decimals ? `${exact.digits[0]}.${exact.digits.slice(1)}` : exact.digits;
  } else {
    mantissa = exactFixed(magnitude, decimals);
  }
  if (unique && mantissa.includes(".")) mantissa = mantissa.replace(/0+$/, "");
  if (!mantissa.includes(".")) mantissa += ".";
  if (trim === "k" && precision !== undefined && !unique)
    mantissa = mantissa.padEnd(mantissa.indexOf(".") + 1 + precision, "0");
  if (trim !== "k") mantissa = mantissa.replace(/0+$/, "");
  if (trim === "0" && mantissa.endsWith(".")) mantissa += "0";
  if (trim === "-") mantissa = mantissa.replace(/\.$/, "");
  return `${isNegative(value) ? "-" : ""}${mantissa}${exponential ? `e${exponentText(exponent)}` : ""}`;
}
