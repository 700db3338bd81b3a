import { KeyError, TypeError, ValueError } from "../errors";
import type { Reference } from "../random/state";
import type { Scalar } from "../scalar";
import { Constant, One, Zero } from "./constant";
import { Dirac } from "./dirac";
import { HeNormal, HeUniform } from "./he";
import { HostInitializer } from "./hostInitializer";
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
  HostInitializer,
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
 * A new initializer by one of MindSpore's names for it, in any case.
 *
 * @throws {KeyError} for an unknown name; {ValueError} with the 2.x reference, as MindSpore since 1.8
 * @throws {TypeError} for "sparse", which needs an argument
 */
export function initializerByName(name: string, reference: Reference = "1.6"): Initializer {
  const lower = name.toLowerCase();
  const known = Object.keys(aliases).filter((alias) => reference === "2.x" || !since2.has(alias));
  if (known.includes(lower)) return aliases[lower]!();
  const Unknown = reference === "2.x" ? ValueError : KeyError;
  throw new Unknown(`For 'initializer', no initializer is called '${lower}'; the names are ${known.join(", ")}.`);
}

/** What MindSpore takes for an initializer as one: a name, a number, or an initializer. */
export function resolveInitializer(init: string | Scalar | Initializer, reference: Reference): Initializer {
  if (init instanceof Initializer) return init;
  return typeof init === "string" ? initializerByName(init, reference) : new Constant(init);
}
