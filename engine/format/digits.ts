import type { DType } from "../dtype";

/** A float dtype, which decides how many digits tell its neighbours apart. */
export type FloatType = "float16" | "float32" | "float64";

/** A finite number above zero in decimal: the first digit counts 10^exponent, the next 10^(exponent − 1), … */
export interface Decimal {
  digits: string;
  exponent: number;
}

const scratch = new Float64Array(1);
const words = new Uint32Array(scratch.buffer);

/** Significand bits without the hidden one, and the lowest exponent, of each dtype. */
const precision = {
  float16: { bits: 10, lowest: -14 },
  float32: { bits: 23, lowest: -126 },
  float64: { bits: 52, lowest: -1022 },
} as const;

interface Binary {
  /** value = significand · 2^exponent, with the dtype's full number of bits if the value is normal */
  significand: bigint;
  exponent: number;
  /** Whether the next value below is only half as far as the next one above. */
  lopsided: boolean;
}

function binaryOf(value: number, dtype: FloatType): Binary {
  const { bits, lowest } = precision[dtype];
  scratch[0] = value;
  const biased = (words[1]! >>> 20) & 2047;
  const top = biased === 0 ? lowest : Math.max(biased - 1023, lowest);
  const exponent = top - bits;
  const fraction = (BigInt(words[1]! & 0xfffff) << 32n) | BigInt(words[0]!);
  const full = biased === 0 ? fraction : fraction | (1n << 52n);
  const shift = exponent - (biased === 0 ? -1074 : biased - 1075);
  const significand = shift >= 0 ? full >> BigInt(shift) : full << BigInt(-shift);
  return { significand, exponent, lopsided: significand === 1n << BigInt(bits) && top > lowest };
}

const powers: bigint[] = [1n];
function tenTo(power: number): bigint {
  while (powers.length <= power) powers.push(powers[powers.length - 1]! * 10n);
  return powers[power]!;
}

/** ⌊log10 value⌋ or one less. */
function decimalExponent(value: number): number {
  return Math.ceil(Math.log10(value) - 1e-10) - 1;
}

/**
 * The shortest decimal that reads back as `value` in its dtype, the nearest to it among those of that length.
 *
 * value   finite, above zero, exact in the dtype
 * Source: Steele and White's free-format algorithm, as in NumPy's Dragon4; for float64 the language's own.
 */
export function shortest(value: number, dtype: FloatType): Decimal {
  if (dtype === "float64") return parseExponential(value.toExponential());
  const quick = quickShortest(value, dtype);
  if (quick) return quick;
  const { significand, exponent, lopsided } = binaryOf(value, dtype);
  const even = significand % 2n === 0n;
  // everything is scaled so that the value is rest / scale, and half a unit above and below are up / scale, down / scale
  const factor = lopsided ? 4n : 2n;
  let rest = significand * factor;
  let scale = factor;
  let up = factor / 2n;
  let down = 1n;
  if (exponent >= 0) {
    rest <<= BigInt(exponent);
    up <<= BigInt(exponent);
    down <<= BigInt(exponent);
  } else {
    scale <<= BigInt(-exponent);
  }
  let place = decimalExponent(value);
  if (place >= 0) scale *= tenTo(place);
  else {
    rest *= tenTo(-place);
    up *= tenTo(-place);
    down *= tenTo(-place);
  }
  if (rest >= 10n * scale || (even ? rest + up >= 10n * scale : rest + up > 10n * scale)) {
    place++;
    scale *= 10n;
  }
  let digits = "";
  for (;;) {
    let digit = rest / scale;
    rest %= scale;
    const low = even ? rest <= down : rest < down;
    const high = even ? rest + up >= scale : rest + up > scale;
    if (low || high) {
      const twice = 2n * rest;
      const above = high && (!low || twice > scale || (twice === scale && digit % 2n === 1n));
      if (above) digit++;
      if (digit === 10n) return parseExponential(`${BigInt(`${digits || 0}`) + 1n}e${place + (digits ? 1 : 1)}`);
      return trimZeros(digits + digit, place);
    }
    digits += digit;
    rest *= 10n;
    up *= 10n;
    down *= 10n;
  }
}

function trimZeros(digits: string, exponent: number): Decimal {
  return { digits: digits.replace(/(?<=.)0+$/, ""), exponent };
}

const single = Math.fround;

/**
 * float32 without big integers: try lengths until one reads back. Gives up, so that the exact way decides, where the
 * language's rounding of halves (upward) or of a boundary between two floats could matter.
 */
function quickShortest(value: number, dtype: FloatType): Decimal | null {
  if (dtype !== "float32" || value < 1.2e-38) return null;
  scratch[0] = value;
  if ((words[1]! & 0xfffff) === 0 && words[0] === 0) return null; // powers of two are lopsided
  for (let length = 1; length <= 9; length++) {
    const text = value.toExponential(length - 1);
    const decimal = Number(text);
    if (single(decimal) !== value) continue;
    if (onBoundary(decimal, value)) return null;
    if (decimal !== value) {
      const longer = value.toExponential(length);
      if (Number(longer) === value && longer[length + 1] === "5") return null; // a half: the even digit is wanted
    }
    return parseExponential(text);
  }
  return null;
}

/** Whether a float64 lies half way between two float32 numbers, or so near that rounding it cannot tell. */
function onBoundary(decimal: number, value: number): boolean {
  scratch[0] = value;
  const unit = 2 ** (((words[1]! >>> 20) & 2047) - 1023 - 23);
  return Math.abs(Math.abs(decimal - value) - unit / 2) <= unit * 2 ** -28;
}

function parseExponential(text: string): Decimal {
  const [mantissa, exponent] = text.split("e") as [string, string];
  return trimZeros(mantissa.replace(".", ""), Number(exponent) + 0);
}

/** The exact value rounded to `decimals` places, halves to the even digit: all its digits as one integer. */
export function exactDigits(value: number, decimals: number): bigint {
  const { significand, exponent } = binaryOf(value, "float64");
  let numerator = significand;
  let denominator = 1n;
  if (exponent >= 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  if (decimals >= 0) numerator *= tenTo(decimals);
  else denominator *= tenTo(-decimals);
  const whole = numerator / denominator;
  const twice = 2n * (numerator % denominator);
  return twice > denominator || (twice === denominator && whole % 2n === 1n) ? whole + 1n : whole;
}

/**
 * The exact value of |x| rounded to `decimals` places, halves to the even digit, as "12.50"; without a point for 0
 * decimals. x is finite.
 */
export function exactFixed(value: number, decimals: number): string {
  const digits = exactDigits(Math.abs(value), decimals)
    .toString()
    .padStart(decimals + 1, "0");
  if (decimals === 0) return digits;
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** The exact value of a number above zero rounded to 1 + `decimals` significant digits, halves to even. */
export function exactScientific(value: number, decimals: number): Decimal {
  let exponent = decimalExponent(value);
  let digits = exactDigits(value, decimals - exponent).toString();
  if (digits.length > decimals + 1) {
    // the estimate was one too low, or rounding carried
    exponent++;
    digits = exactDigits(value, decimals - exponent).toString();
  }
  return { digits, exponent };
}

export function isFloatType(dtype: DType): dtype is FloatType {
  return dtype === "float16" || dtype === "float32" || dtype === "float64";
}

/** An exponent with its sign and at least two digits: "+08", "-05", "+100". */
export function exponentText(exponent: number, digits = 2): string {
  return (exponent < 0 ? "-" : "+") + Math.abs(exponent).toString().padStart(digits, "0");
}

/** Whether a number has a minus sign, −0 and all. */
export function isNegative(value: number): boolean {
  return value < 0 || Object.is(value, -0);
}
