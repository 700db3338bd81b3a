/*
 * When two printed numbers are one number, but for its last place.
 *
 * One unit in the last place is one step of the dtype at the number's magnitude: 2⁻²³ of its power of two for float32.
 * What rounding to the printed digits may add to that is one unit of the last printed digit. Printing is shortest: of a
 * pair in which neither number is written with as many digits as its dtype needs, each is the whole number, and 30.5 is
 * not 30.6. Whole numbers (no point, no exponent) are equal or they are not.
 */

export type Precision = "float16" | "float32" | "float64";

/** Bits of the fraction, and from how many digits on a print may stand for a longer number. */
const precisions: { readonly [P in Precision]: { fraction: number; digits: number } } = {
  float16: { fraction: 10, digits: 4 },
  float32: { fraction: 23, digits: 7 },
  float64: { fraction: 52, digits: 15 },
};
/** NumPy cuts an array's numbers after so many digits behind the point, whatever their dtype. */
const numpyDecimals = 8;

const names: { readonly [P in Precision]: RegExp } = {
  float16: /\bfloat16\b/i,
  float32: /\bfloat32\b/i,
  float64: /\bfloat64\b/i,
};

/** The precision that a text speaks of; where it names none or several, that of its longest number: beyond 9 digits, float64. */
export function precisionOf(text: string, numbers: readonly string[]): Precision {
  const named = (Object.keys(names) as Precision[]).filter((name) => names[name].test(text));
  if (named.length === 1) return named[0]!;
  return numbers.some((number) => digitsOf(number) > 9) ? "float64" : "float32";
}

/** Written as floats are: with a point or an exponent. */
export const isFloat = (number: string) => /[.e]/i.test(number);

/** Both are the same number, or floats one unit in the last place apart. */
export function isClose(a: string, b: string, precision: Precision): boolean {
  const [x, y] = [Number(a), Number(b)];
  if (x === y) return Object.is(x, y) || x !== 0; // −0 is another number than 0
  if (!isFloat(a) || !isFloat(b)) return false;
  const { fraction, digits } = precisions[precision];
  const isCut = [a, b].some((each) => digitsOf(each) >= digits || decimalsOf(each) >= numpyDecimals);
  if (!isCut) return false;
  const step = 2 ** (Math.floor(Math.log2(Math.max(Math.abs(x), Math.abs(y)))) - fraction);
  const printed = Math.min(lastPlaceOf(a), lastPlaceOf(b));
  return Math.abs(x - y) <= (step + printed) * (1 + 1e-9); // decimals are not exact in binary
}

const mantissaOf = (number: string) => number.replace(/^[+-]/, "").replace(/e.*$/i, "");
const decimalsOf = (number: string) => mantissaOf(number).split(".")[1]?.length ?? 0;
const digitsOf = (number: string) => mantissaOf(number).replace(".", "").replace(/^0+/, "").length;
const lastPlaceOf = (number: string) => 10 ** (Number(/e(.*)$/i.exec(number)?.[1] ?? 0) - decimalsOf(number));
