/* NumPy's functions on NDArray, by NumPy 1.24's rules and with its names in camelCase. */
import "./methods";

export {
  add,
  divide,
  floatPower,
  floorDivide,
  fmax,
  fmin,
  fmod,
  maximum,
  minimum,
  mod,
  multiply,
  power,
  remainder,
  subtract,
  trueDivide,
} from "./arithmetic";
export { astype } from "./astype";
export * from "./border";
export { allclose, arrayEqual, isclose, type Tolerance } from "./closeness";
export * from "./comparison";
export { bincount, digitize, histogram, interp } from "./counting";
export * from "./creation";
export { accumulateBy, cumprod, cumsum, diff } from "./cumulative";
export {
  ellipsis,
  getItem,
  type Index,
  type IndexPart,
  newaxis,
  Slice,
  Subscript,
  setItem,
  slice,
  subscript,
} from "./indexing";
export * as linalg from "./linalg";
export * from "./linalg/topLevel";
export * from "./manipulation";
export * from "./math";
export { dot, matmul } from "./matmul";
export type { Nested } from "./methods";
export { decodeNpy, encodeNpy } from "./npy";
export { type PadMode, type PadOptions, pad } from "./pad";
export { imag, real } from "./parts";
export { canCast, canCastBy, minScalarType, type Operand, promoteTypes, resultType } from "./promotion";
export { geomspace, indices, linspace, linspaceAndStep, logspace, meshgrid } from "./ranges";
export {
  type Axis,
  all,
  amax,
  amin,
  any,
  max,
  min,
  nanmax,
  nanmin,
  prod,
  type ReduceOptions,
  reduceBy,
  sum,
} from "./reduce";
export { around, round } from "./rounding";
export * from "./selection";
export { argsort, searchsorted, sort, sortInPlace, type Unique, unique, uniqueAll } from "./sorting";
export { average, cov, mean, median, ptp, quantile, std, variance } from "./statistics";
export type { ArrayLike, UfuncOptions } from "./ufunc";
