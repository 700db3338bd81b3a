/* The public names of the engine. */
export * from "./dtype";
export * from "./errors";
export * from "./ndarray";
export * from "./scalar";
export * as numpy from "./numpy";
export * from "./checkpoint";
export * from "./shape";
export * from "./initializer";
export * from "./parameter";
export * from "./parameterTuple";
export * from "./session";
export * from "./tensor";
export * as nn from "./nn";
export * as ops from "./ops";
export * from "./initializers";
export { NumpyRandom, type Size } from "./random/numpyRandom";
export { type Entropy, RandomState, type Reference, type SeedPair } from "./random/state";
