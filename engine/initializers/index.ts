import { KeyError, TypeError, ValueError } from "../errors";
import type { Reference } from "../random/state";
import { isScalar, type Scalar } from "../scalar";
import { Constant, One, Zero } from "./constant";
import { Dirac } from "./dirac";
import { HeNormal, HeUniform } from "./he";
import { Identity } from "./identity";
import { Initializer } from "./initializer";
import { Normal } from "./normal";
import { Orthogonal } from "./orthogonal";
import { Sparse } from "./sparse";
import { TruncatedNormal } from "./truncatedNormal";
import { Uniform } from "./uniform";
import { VarianceScaling } from "./varianceScaling";
import { XavierNormal, XavierUniform } from "./xavier";

export {
  Constant,
  Dirac,
  HeNormal,
  HeUniform,
  Identity,
  Initializer,
  Normal,
  One,
  Orthogonal,
  Sparse,
  TruncatedNormal,
  Uniform,
  VarianceScaling,
  XavierNormal,
  XavierUniform,
  Zero,
};

/** MindSpore's names for initializers, in lower case; each is made without arguments. */
const aliases: Readonly<Record<string, () => Initializer>> = {
  zero: () => new Zero(),
  zeros: () => new Zero(),
  one: () => new One(),
  ones: () => new One(),
  uniform: () => new Uniform(),
  normal: () => new Normal(),
  truncatednormal: () => new TruncatedNormal(),
  xavieruniform: () => new XavierUniform(),
  xavier_uniform: () => new XavierUniform(),
  xaviernormal: () => new XavierNormal(),
  xavier_normal: () => new XavierNormal(),
  heuniform: () => new HeUniform(),
  he_uniform: () => new HeUniform(),
  henormal: () => new HeNormal(),
  he_normal: () => new HeNormal(),
  variancescaling: () => new VarianceScaling(),
  identity: () => new Identity(),
  dirac: () => new Dirac(),
  orthogonal: () => new Orthogonal(),
  sparse: () => {
    throw new TypeError("__init__() missing 1 required positional argument: 'sparsity'");
  },
};
const since2 = new Set(["xaviernormal", "xavier_normal"]);

/**
 * What MindSpore takes for an initializer as an initializer: one of its names in any case, a number, or one itself.
 *
 * @throws {KeyError} for an unknown name ({@link ValueError} under the 2.x reference)
 * @throws {TypeError} for anything else, and for "sparse", which needs an argument
 */
export function resolveInitializer(init: string | Scalar | Initializer, reference: Reference): Initializer {
  if (init instanceof Initializer) return init;
  if (isScalar(init)) return new Constant(init);
  if (typeof init !== "string") {
    throw new TypeError(
      `For 'initializer', the 'init' must be one of ['Tensor', 'number', 'string', 'Initializer' or a subclass of 'Initializer'], but got '${String(init)}'.`,
    );
  }
  const name = init.toLowerCase();
  const known = Object.keys(aliases).filter((alias) => reference === "2.x" || !since2.has(alias));
  if (known.includes(name)) return aliases[name]!();
  const Unknown = reference === "2.x" ? ValueError : KeyError;
  throw new Unknown(
    `For 'initializer', the class corresponding to '${name}' was not found; known are ${known.join(", ")}.`,
  );
}
