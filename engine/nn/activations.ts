import { KeyError, TypeError } from "../errors";
import { mapFloats } from "../ops/activation";
import { checkTensor, type Tensor } from "../tensor";
import { describe } from "../tensorData";
import { Cell } from "./cell";

export type ActivationInput = string | Cell | null;

/** A cell without parameters that computes each element on its own. */
function elementwise(clsName: string, compute: (value: number) => number) {
  return class extends Cell {
    constructor() {
      super({ clsName });
    }
    override construct(x: Tensor): Tensor {
      return mapFloats(checkTensor(x, "x", clsName), compute, clsName);
    }
  };
}

export const ReLU = elementwise("ReLU", (x) => (x > 0 ? x : x === 0 || x < 0 ? 0 : x));
export const Sigmoid = elementwise("Sigmoid", (x) => 1 / (1 + Math.exp(-x)));
export const Tanh = elementwise("Tanh", Math.tanh);

const byName: Readonly<Record<string, new () => Cell>> = {
  relu: ReLU,
  sigmoid: Sigmoid,
  tanh: Tanh,
};

/** The activation that a layer was given. @throws {KeyError} if no activation has the name @throws {TypeError} */
export function activationOf(activation: unknown, owner: string): Cell | null {
  if (activation === null || activation === undefined) return null;
  if (activation instanceof Cell) return activation;
  if (typeof activation !== "string") {
    throw new TypeError(
      `For '${owner}', the 'activation' must be str, Cell or Primitive, but got '${describe(activation)}'.`,
    );
  }
  const found = byName[activation];
  if (found) return new found();
  const names = Object.keys(byName).join(", ");
  throw new KeyError(`For '${owner}', the 'activation' must be one of [${names}], but got '${activation}'.`);
}
