/* What belongs to linear algebra and stands in `numpy` itself, not in `numpy.linalg`. */
export { type CrossOptions, cross } from "./cross";
export { type EinsumOptions, einsum, einsumOfLists } from "./einsum";
export { inner, kron, outer, type TensordotAxes, tensordot, vdot } from "./products";
export type { SubscriptList } from "./subscripts";
