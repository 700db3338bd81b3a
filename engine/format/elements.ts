import { type DType, dtypes } from "../dtype";
import type { Element } from "../ndarray";
import type { Complex } from "../scalar";
import { exactFixed, exactScientific, exponentText, type FloatType, isNegative, shortest } from "./digits";
import type { PrintOptions } from "./options";

/** Writes one element in the width and form that all elements of its array share. */
export type ElementFormat = (element: Element) => string;

/** The format for the elements that are shown. Source: NumPy 1.24 `array2string`. */
export function formatFor(elements: readonly Element[], dtype: DType, options: PrintOptions): ElementFormat {
  const { kind } = dtypes[dtype];
  if (kind === "bool") return (element) => (element ? " True" : "False");
  if (kind === "float") return floatFormat(elements as number[], dtype as FloatType, options);
  if (kind === "complex") return complexFormat(elements as Complex[], dtype, options);
  return intFormat(elements, options);
}

function widest(texts: Iterable<string>): number {
  let width = 0;
  for (const text of texts) width = Math.max(width, text.length);
  return width;
}

function intFormat(elements: readonly Element[], { sign }: PrintOptions): ElementFormat {
  const text = (element: Element) => (sign !== "-" && Number(element) >= 0 ? sign : "") + String(element);
  const width = widest(elements.map(text));
  return (element) => text(element).padStart(width);
}

/** A float without its sign, cut at the point. */
interface Parts {
  left: string;
  right: string;
}

function signOf(value: number, sign: PrintOptions["sign"]): string {
  return isNegative(value) ? "-" : sign === "-" ? "" : sign;
}

function floatFormat(elements: readonly number[], dtype: FloatType, options: PrintOptions): ElementFormat {
  const finite = elements.filter(Number.isFinite);
  const write = needsExponent(finite, dtype, options)
    ? exponentFormat(finite, dtype, options)
    : positionalFormat(finite, dtype, options);
  const special = elements.filter((value) => !Number.isFinite(value)).map((value) => specialText(value, options));
  // a column of finite numbers is as wide as its first; special texts widen it from the left
  const width = Math.max(finite.length ? write(finite[0]!).length : 0, widest(special));
  return (element) => {
    const value = element as number;
    return (Number.isFinite(value) ? write(value) : specialText(value, options)).padStart(width);
  };
}

function specialText(value: number, { nanstr, infstr, sign }: PrintOptions): string {
  if (Number.isNaN(value)) return sign === "+" ? `+${nanstr}` : nanstr;
  return (value < 0 ? "-" : sign === "+" ? "+" : "") + infstr;
}

/** NumPy's choice between `0.001` and `1.e-03`: by the greatest and the smallest magnitude that is not zero. */
function needsExponent(finite: readonly number[], dtype: FloatType, { suppress }: PrintOptions): boolean {
  let greatest = 0;
  let smallest = Number.POSITIVE_INFINITY;
  for (const value of finite) {
    const magnitude = Math.abs(value);
    if (magnitude === 0) continue;
    greatest = Math.max(greatest, magnitude);
    smallest = Math.min(smallest, magnitude);
  }
  if (greatest === 0) return false;
  if (greatest >= 1e8) return true;
  return !suppress && (smallest < 1e-4 || ratioIn(dtype, greatest / smallest) > 1000);
}

/** The quotient is taken in the array's own dtype. */
function ratioIn(dtype: FloatType, ratio: number): number {
  if (dtype === "float64") return ratio;
  if (dtype === "float32") return Math.fround(ratio);
  return ratio >= 65520 ? Number.POSITIVE_INFINITY : Math.round(ratio * 2) / 2; // around 1000 a float16 has halves
}

function positionalFormat(finite: readonly number[], dtype: FloatType, options: PrintOptions): ElementFormat {
  const { precision, floatmode, sign } = options;
  const partsOf = (value: number): Parts => {
    const magnitude = Math.abs(value);
    const decimals = floatmode === "fixed" ? precision : shortestDecimals(magnitude, dtype, floatmode, precision);
    if (decimals === null) {
      const [left, right = ""] = exactFixed(magnitude, precision).split(".") as [string, string?];
      return { left, right: right.replace(/0+$/, "") };
    }
    const [left, right = ""] = written(magnitude, dtype, decimals, floatmode === "fixed");
    return { left, right };
  };
  const parts = finite.map(partsOf);
  const left = widest(parts.map((part, i) => signOf(finite[i]!, sign) + part.left));
  const right = widest(parts.map((part) => part.right));
  const fill = floatmode === "maxprec_equal" ? "0" : " ";
  const filled = floatmode === "fixed" ? precision : right;
  return (element) => {
    const value = element as number;
    const part = partsOf(value);
    return `${(signOf(value, sign) + part.left).padStart(left)}.${part.right.padEnd(filled, fill)}`;
  };
}

/** Decimals of the shortest form, or null if they are more than the precision allows. */
function shortestDecimals(
  magnitude: number,
  dtype: FloatType,
  floatmode: PrintOptions["floatmode"],
  precision: number,
): number | null {
  if (magnitude === 0) return 0;
  const { digits, exponent } = shortest(magnitude, dtype);
  const decimals = Math.max(0, digits.length - 1 - exponent);
  return floatmode === "unique" || decimals <= precision ? decimals : null;
}

/** The places before the point are those of the exact value; those after it of the shortest form. */
function written(magnitude: number, dtype: FloatType, decimals: number, exact: boolean): [string, string?] {
  if (exact || magnitude === 0 || decimals === 0)
    return exactFixed(magnitude, decimals).split(".") as [string, string?];
  const { digits, exponent } = shortest(magnitude, dtype);
  if (exponent < 0) return ["0", "0".repeat(-exponent - 1) + digits];
  return [digits.slice(0, exponent + 1), digits.slice(exponent + 1)];
}

function exponentFormat(finite: readonly number[], dtype: FloatType, options: PrintOptions): ElementFormat {
  const { precision, floatmode, sign } = options;
  let decimals = 0;
  let exponentDigits = 2;
  const scientific = (value: number, places: number) => {
    const magnitude = Math.abs(value);
    if (magnitude === 0) return { digits: "0".repeat(places + 1), exponent: 0 };
    const short = shortest(magnitude, dtype);
    return short.digits.length === places + 1 ? short : exactScientific(magnitude, places);
  };
  for (const value of finite) {
    const magnitude = Math.abs(value);
    if (magnitude === 0) continue;
    const short = shortest(magnitude, dtype);
    const cut =
      floatmode !== "unique" && short.digits.length - 1 > precision ? exactScientific(magnitude, precision) : short;
    decimals = Math.max(decimals, cut.digits.replace(/(?<=.)0+$/, "").length - 1);
    exponentDigits = Math.max(exponentDigits, String(Math.abs(cut.exponent)).length);
  }
  if (floatmode === "fixed") decimals = precision;
  const text = (value: number) => {
    const { digits, exponent } = scientific(value, decimals);
    return `${signOf(value, sign)}${digits[0]}.${digits.slice(1)}e${exponentText(exponent, exponentDigits)}`;
  };
  const width = widest(finite.map(text));
  return (element) => text(element as number).padStart(width);
}

/** Real and imaginary parts are two columns; the `j` stands right behind the imaginary digits. */
function complexFormat(elements: readonly Complex[], dtype: DType, options: PrintOptions): ElementFormat {
  const part = dtype === "complex64" ? "float32" : "float64";
  const real = floatFormat(
    elements.map((element) => element.re),
    part,
    options,
  );
  const imaginary = floatFormat(
    elements.map((element) => element.im),
    part,
    { ...options, sign: "+" },
  );
  return (element) => {
    const { re, im } = element as Complex;
    const text = imaginary(im);
    const digits = text.trimEnd();
    return `${real(re)}${digits}j${" ".repeat(text.length - digits.length)}`;
  };
}
