/* The public names of the engine. */

export * from "./checkpoint";
export * from "./dtype";
export * from "./errors";
export * from "./held";
export * from "./initializer";
export * from "./initializers";
export * as look from "./look";
export { mostBytes } from "./memory";
export * from "./ndarray";
export * as nn from "./nn";
export * as numpy from "./numpy";
export * as ops from "./ops";
export * from "./parameter";
export * from "./parameterTuple";
export * as plot from "./plot";
export type { Size } from "./random/arguments";
export type { Entropy } from "./random/entropy";
export { NumpyRandom, type TwisterState } from "./random/numpyRandom";
export { RandomState, type Reference, type SeedPair } from "./random/state";
export * from "./revisions";
export * from "./scalar";
export * from "./session";
export * from "./shape";
export * from "./tensor";
export * from "./theory";
export { kernelsInUse, useKernels } from "./wasm/load";
