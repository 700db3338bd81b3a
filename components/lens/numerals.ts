import type { Numeral } from "../../workers/protocol";

const named: { readonly [text: string]: number } = {
  nan: Number.NaN,
  inf: Number.POSITIVE_INFINITY,
  "-inf": Number.NEGATIVE_INFINITY,
  True: 1,
  False: 0,
};
const complex = /^\(?([+-]?(?:[\d.]+(?:e[+-]?\d+)?|inf|nan))??([+-]?(?:[\d.]+(?:e[+-]?\d+)?|inf|nan))j\)?$/;

/** The nearest number; of a complex one its magnitude. */
export function numberOf(numeral: Numeral | null): number {
  if (numeral === null) return Number.NaN;
  if (typeof numeral === "number") return numeral;
  if (Object.hasOwn(named, numeral)) return named[numeral]!;
  const parts = complex.exec(numeral);
  if (!parts) return Number(numeral);
  return Math.hypot(numberOf((parts[1] ?? "0").replace(/^\+/, "")), numberOf(parts[2]!.replace(/^\+/, "")));
}

/** Both ends belong to it. "nan" to "nan" holds every NaN and nothing else. */
export type Range = [low: Numeral, high: Numeral];

const wholeNumber = /^-?\d+$/;

/** Whether an element, as Python prints it, is in the range. Long whole numbers are compared digit by digit. */
export function isInRange(text: string, [low, high]: Range): boolean {
  if (low === "nan") return Number.isNaN(numberOf(text));
  const ends = [String(low), String(high)];
  if (wholeNumber.test(text) && ends.every((end) => wholeNumber.test(end)))
    return BigInt(ends[0]!) <= BigInt(text) && BigInt(text) <= BigInt(ends[1]!);
  const value = numberOf(text);
  return numberOf(low) <= value && value <= numberOf(high);
}

/** A float as Python prints it: the fewest digits that `round` leads back to it. */
export function floatText(value: number, round: (value: number) => number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  if (value === 0) return Object.is(value, -0) ? "-0.0" : "0.0";
  let digits = 1;
  while (digits < 17 && round(Number(value.toPrecision(digits))) !== value) digits++;
  const [mantissa, exponent] = value.toExponential(digits - 1).split("e") as [string, string];
  const power = Number(exponent);
  if (power < -4 || power >= 16)
    return `${mantissa.replace(/\.?0+$/, "")}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
  const positional = value.toFixed(Math.max(0, digits - 1 - power));
  const exact = power >= digits ? String(BigInt(Math.round(Number(`${mantissa}e${power}`)))) : positional;
  return exact.includes(".") ? exact.replace(/0+$/, "").replace(/\.$/, ".0") : `${exact}.0`;
}

/** The nearest half-precision number, ties to even. */
export function halfRound(value: number): number {
  const size = Math.abs(value);
  if (!(size > 0) || size === Number.POSITIVE_INFINITY) return value;
  const step = 2 ** (Math.max(-14, Math.floor(Math.log2(size))) - 10);
  const steps = size / step;
  const below = Math.floor(steps);
  const isUp = steps - below > 0.5 || (steps - below === 0.5 && below % 2 === 1);
  const rounded = (below + (isUp ? 1 : 0)) * step;
  return Math.sign(value) * (rounded > 65_504 ? Number.POSITIVE_INFINITY : rounded);
}

const rounders: { readonly [dtype: string]: (value: number) => number } = {
  float16: halfRound,
  float32: Math.fround,
};

/** The number of that dtype as Python prints it; `whole` ones have no point. */
export function numeralText(numeral: Numeral | null, dtype: string): string {
  if (numeral === null) return "–";
  if (typeof numeral === "string") return numeral === "-0" && isFloat(dtype) ? "-0.0" : numeral;
  if (dtype === "bool") return numeral ? "True" : "False";
  if (!isFloat(dtype)) return Number.isInteger(numeral) ? String(numeral) : floatText(numeral, (value) => value);
  const round = Object.hasOwn(rounders, dtype) ? rounders[dtype]! : (value: number) => value;
  return floatText(numeral, round(numeral) === numeral || Number.isNaN(numeral) ? round : (value) => value);
}

export const isFloat = (dtype: string) => /^(b?float|complex)/.test(dtype);

/** A number for an axis or a sentence: so many digits at most. */
export function shortText(value: number, digits = 4): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  const text = String(Number(value.toPrecision(digits)));
  return text.replace("-", "−").replace("e−", "e−").replace("e+", "e");
}
