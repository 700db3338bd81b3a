/* MindSpore's functions on tensors. */
export * from "./activation";
export * from "./arithmetic";
export { assign } from "./assign";
export * from "./assignStep";
export { addBias as biasAdd } from "./bias";
export * from "./bitwise";
export * from "./comparison";
export { type Conv2dOptions, conv2d } from "./conv2d";
export * from "./creation";
export * from "./matmul";
export * from "./normalize";
export type { Operand } from "./operands";
export * from "./pool";
export { promote } from "./promotion";
export * from "./reduce";
export * from "./select";
export {
  broadcastTo,
  concat,
  expandDims,
  flatten,
  repeat,
  reshape,
  split,
  squeeze,
  stack,
  swapaxes,
  tile,
  transpose,
} from "./shape";
export * from "./subscript";
export * from "./unary";
