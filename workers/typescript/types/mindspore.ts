/*
 * What a cell imports from "mindspore": MindSpore's names in camelCase, on the engine that Python's package of this name
 * runs on. What Python takes by keyword stands in an object of options, last.
 */

import type { DType, InitializerInput, Reference, Shape, Tensor } from "../../../engine";

export {
  Complex,
  Constant,
  Dirac,
  type DType,
  Float,
  HeNormal,
  HeUniform,
  Identity,
  Initializer,
  type InitializerInput,
  Normal,
  nn,
  One,
  Orthogonal,
  Parameter,
  type ParameterOptions,
  ParameterTuple,
  type Reference,
  type Scalar,
  type Shape,
  Sparse,
  Tensor,
  type TensorInput,
  type TensorOptions,
  TruncatedNormal,
  Uniform,
  VarianceScaling,
  XavierNormal,
  XavierUniform,
  Zero,
} from "../../../engine";
export * as context from "./context";
export * as dtype from "./dtype";
export {
  bool_,
  complex64,
  complex128,
  float16,
  float32,
  float64,
  int8,
  int16,
  int32,
  int64,
  uint8,
  uint16,
  uint32,
  uint64,
} from "./dtype";
export * as ops from "./ops";

/**
 * Seeds every generator, MindSpore's own, whose draw counters start anew, and NumPy's: for the cells of both languages.
 *
 * @throws {ValueError} if seed is not a whole number with 0 ≤ seed < 2³²
 */
export declare function setSeed(seed: number): void;

/** What `setSeed` was last called with, or null before that. */
export declare function getSeed(): number | null;

/** Whose numbers and defaults hold from now on: "1.6" (1.2 to 1.8) or "2.x" (1.9 to 2.7). @throws {ValueError} for another */
export declare function setReference(reference: Reference): void;

/** Whose numbers and defaults hold. */
export declare function getReference(): Reference;

/**
 * A tensor whose data are drawn when they are first needed; drawing costs nothing before. A tensor comes back itself.
 *
 * init   a name such as "normal", a number, an initializer such as `new Normal(0.2)`, or the values
 * shape  a number is a 1-d shape
 * dtype  "float32" if it is left out
 * @throws {TypeError} if init is none of the kinds
 * @throws {ValueError} if a length is no int above 0, or the shape is not that of a tensor given as init
 * @throws {KeyError} if no initializer has the name
 */
export declare function initializer(init: InitializerInput, shape?: Shape | number | null, dtype?: DType): Tensor;
