/* What a cell may import from "numpy". */

export { NDArray } from "../../../engine";
export * from "../../../engine/numpy";
