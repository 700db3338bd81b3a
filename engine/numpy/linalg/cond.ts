import { LinAlgError } from "../../errors";
import { forEachPlace, type NDArray } from "../../ndarray";
import { divide, multiply } from "../arithmetic";
import { astype, cast } from "../astype";
import { ellipsis, getItem, subscript } from "../indexing";
import { isnan } from "../math";
import { any } from "../reduce";
import { type ArrayLike, arrayOf } from "../ufunc";
import { type NormOrder, norm } from "./norm";
import { singularValues } from "./singularValues";
import { invOrNaN } from "./solve";
import { linearTypes, squareArgument } from "./stack";

/** The ratio of the greatest to the least singular value, or upside down. */
function ratio(x: ArrayLike, upsideDown: boolean): NDArray {
  const values = singularValues(x);
  const greatest = getItem(values, subscript(ellipsis, 0));
  const least = getItem(values, subscript(ellipsis, -1));
  return upsideDown ? divide(least, greatest) : divide(greatest, least);
}

/**
 * The condition number of x [..., M, N]: norm(x, p) · norm(inv(x), p), for p = null, 2 or −2 by singular values, else M = N.
 * Singular matrices have ∞.
 *
 * @throws {LinAlgError} if x is empty, has fewer than two axes, or is not square where it must be
 */
export function cond(x: ArrayLike, p: NormOrder = null): NDArray {
  const array = arrayOf(x);
  if (array.size === 0 && array.shape.slice(-2).includes(0)) {
    throw new LinAlgError("cond is not defined on empty arrays");
  }
  let result: NDArray;
  if (p === null || p === 2 || p === -2) {
    result = ratio(array, p === -2);
  } else {
    const square = squareArgument(array);
    const options = { ord: p, axis: [-2, -1] };
    const inverse = invOrNaN(square);
    result = cast(multiply(norm(square, options), norm(inverse, options)), linearTypes(square).result);
  }
  result = astype(result, result.dtype);
  const known = any(isnan(array), { axis: [-2, -1] }); // NaN that came in stays
  const excused: boolean[] = [];
  forEachPlace(known, (place) => excused.push(known.read(place) === true));
  forEachPlace(result, (place, i) => {
    if (Number.isNaN(result.read(place)) && !excused[i]) result.write(place, Number.POSITIVE_INFINITY);
  });
  return result;
}
