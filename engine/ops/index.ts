/* MindSpore's functions on tensors. */
export { assign } from "./assign";
export { conv2d } from "./conv2d";
