/* The layers. */
export { ReLU, Sigmoid, Tanh } from "./activations";
export { Cell } from "./cell";
export { CellList } from "./cellList";
export { cellText } from "./cellText";
export { Conv2d } from "./conv2d";
export { Dense } from "./dense";
export { ParameterUpdate } from "./parameterUpdate";
export { SequentialCell } from "./sequentialCell";
