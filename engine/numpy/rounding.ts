import { dtypes } from "../dtype";
import { UFuncTypeError } from "../errors";
import type { NDArray } from "../ndarray";
import { Float } from "../scalar";
import { divide, multiply } from "./arithmetic";
import { astype, cast, castInto } from "./astype";
import { rint } from "./math";
import { imag, isComplex, real } from "./parts";
import { type ArrayLike, arrayOf } from "./ufunc";

/** To the nearest multiple of 10^−decimals, halves to the even one: scaled, rounded, scaled back, as NumPy does it. */
export function around(x: ArrayLike, decimals = 0): NDArray {
  const given = arrayOf(x);
  const { kind } = dtypes[given.dtype];
  if (isComplex(given)) {
    const result = astype(given, given.dtype);
    castInto(real(result), around(real(given), decimals));
    castInto(imag(result), around(imag(given), decimals));
    return result;
  }
  if (kind === "bool" && decimals !== 0) {
    throw new UFuncTypeError(
      "Cannot cast ufunc 'multiply' output from dtype('float64') to dtype('bool') with casting rule 'same_kind'",
    );
  }
  if (kind === "bool") return cast(rint(given), "float16");
  if (kind !== "float") {
    if (decimals >= 0) return astype(given, given.dtype);
    const unit = 10 ** -decimals;
    const rounded = multiply(rint(divide(given, unit)), unit);
    return cast(rounded, given.dtype);
  }
  if (decimals === 0) return rint(given);
  const scale = new Float(10 ** Math.abs(decimals));
  const scaled =
    decimals > 0 ? multiply(given, scale, { dtype: given.dtype }) : divide(given, scale, { dtype: given.dtype });
  const whole = rint(scaled);
  return decimals > 0 ? divide(whole, scale, { dtype: given.dtype }) : multiply(whole, scale, { dtype: given.dtype });
}
export const round = around;
