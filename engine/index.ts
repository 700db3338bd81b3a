/* The public names of the engine. */
export * from "./dtype";
export * from "./errors";
export * from "./ndarray";
export * from "./scalar";
export * as numpy from "./numpy";
export * from "./checkpoint";
export * from "./shape";
