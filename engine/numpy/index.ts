/* NumPy's functions on NDArray, by NumPy 1.24's rules and with its names in camelCase. */
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
export * from "./comparison";
export * from "./creation";
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
export * from "./manipulation";
export * from "./math";
export { dot, matmul } from "./matmul";
export { canCast, minScalarType, type Operand, promoteTypes, resultType } from "./promotion";
export { type Axis, all, amax, amin, any, max, min, nanmax, nanmin, prod, type ReduceOptions, sum } from "./reduce";
export type { ArrayLike, UfuncOptions } from "./ufunc";
export * from "./border";
