/* The layers. */
export {
  ELU,
  FastGelu,
  Flatten,
  GELU,
  HShrink,
  HSigmoid,
  HSwish,
  LeakyReLU,
  LogSigmoid,
  LogSoftmax,
  PReLU,
  ReLU,
  ReLU6,
  Sigmoid,
  Softmax,
  SoftShrink,
  Tanh,
} from "./activations";
export { BatchNorm2d, type BatchNormOptions } from "./batchNorm2d";
export { Cell, type CellOptions } from "./cell";
export { CellList } from "./cellList";
export { cellText } from "./cellText";
export { Conv2d, type Conv2dLayerOptions } from "./conv2d";
export { Dense, type DenseOptions } from "./dense";
export { Dropout } from "./dropout";
export { Embedding, type EmbeddingOptions } from "./embedding";
export { LayerNorm, type LayerNormOptions } from "./layerNorm";
export type { Pair } from "./pair";
export { ParameterUpdate } from "./parameterUpdate";
export { AvgPool2d, MaxPool2d, type PoolLayerOptions } from "./pools";
export { SequentialCell } from "./sequentialCell";
