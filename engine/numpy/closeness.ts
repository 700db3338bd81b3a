import { dtypes } from "../dtype";
import type { NDArray } from "../ndarray";
import { Float } from "../scalar";
import { sameShape } from "../shape";
import { add, multiply, subtract } from "./arithmetic";
import { cast } from "./astype";
import { equal, lessEqual, logicalAnd, logicalOr } from "./comparison";
import { absolute, isfinite, isnan } from "./math";
import { promoteTypes } from "./promotion";
import { all } from "./reduce";
import { type ArrayLike, arrayOf } from "./ufunc";

export interface Tolerance {
  /** Allowed difference as a part of |y|. */
  rtol?: number;
  /** Allowed difference as it is. */
  atol?: number;
  /** NaN counts as close to NaN. */
  equalNan?: boolean;
}

/** Where |x − y| ≤ atol + rtol · |y|; infinities are close to themselves only. */
export function isclose(
  x: ArrayLike,
  y: ArrayLike,
  { rtol = 1e-5, atol = 1e-8, equalNan = false }: Tolerance = {},
): NDArray {
  const a = arrayOf(x);
  const given = arrayOf(y);
  const b = cast(given, promoteTypes(given.dtype, dtypes[given.dtype].kind === "complex" ? given.dtype : "float64"));
  const near = lessEqual(absolute(subtract(a, b)), add(new Float(atol), multiply(new Float(rtol), absolute(b))));
  const finite = logicalAnd(isfinite(a), isfinite(b));
  let close = logicalOr(logicalAnd(near, finite), equal(a, b));
  if (equalNan) close = logicalOr(close, logicalAnd(isnan(a), isnan(b)));
  return close;
}

/** Whether all elements are close. */
export function allclose(x: ArrayLike, y: ArrayLike, tolerance: Tolerance = {}): boolean {
  return Boolean(all(isclose(x, y, tolerance)).read(0));
}

/** Whether two arrays have one shape and equal elements. */
export function arrayEqual(x: ArrayLike, y: ArrayLike, equalNan = false): boolean {
  const [a, b] = [arrayOf(x), arrayOf(y)];
  if (!sameShape(a.shape, b.shape)) return false;
  const same = equal(a, b);
  const agreed = equalNan ? logicalOr(same, logicalAnd(isnan(a), isnan(b))) : same;
  return Boolean(all(agreed).read(0));
}
