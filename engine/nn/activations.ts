import { checkInt, checkNumber } from "../checks";
import { KeyError, TypeError, ValueError } from "../errors";
import { type InitializerInput, initializer } from "../initializer";
import { type ActivationName, activate, logSoftmax, mapFloats, relu, softmax } from "../ops/activation";
import { reshape } from "../ops/shape";
import { Parameter } from "../parameter";
import type { RandomState } from "../random/state";
import type { Float } from "../scalar";
import { sizeOf, tupleText } from "../shape";
import { checkTensor, type Tensor } from "../tensor";
import { describe } from "../tensorData";
import { Cell } from "./cell";

export type ActivationInput = string | Cell | null;

/** A cell that computes each element on its own, without settings. */
function elementwise(name: ActivationName) {
  return class extends Cell {
    constructor() {
      super({ clsName: name });
    }
    override construct(x: Tensor): Tensor {
      return activate(name, checkTensor(x, "x", name));
    }
  };
}

/** max(x, 0). */
export class ReLU extends Cell {
  constructor() {
    super({ clsName: "ReLU" });
  }
  override construct(x: Tensor): Tensor {
    return relu(x);
  }
}
export const ReLU6 = elementwise("ReLU6");
export const Sigmoid = elementwise("Sigmoid");
export const Tanh = elementwise("Tanh");
export const GELU = elementwise("GELU");
export const FastGelu = elementwise("FastGelu");
export const HSwish = elementwise("HSwish");
export const HSigmoid = elementwise("HSigmoid");
export const LogSigmoid = elementwise("LogSigmoid");

/** A cell that computes each element on its own with one number as setting. */
function adjustable(clsName: string, setting: string, usual: number, compute: (x: number, setting: number) => number) {
  return class extends Cell {
    readonly setting: number;
    constructor(value: number | Float = usual) {
      super({ clsName });
      this.setting = checkNumber(value, setting, clsName);
    }
    override construct(x: Tensor): Tensor {
      return mapFloats(x, (value) => compute(value, this.setting), clsName);
    }
  };
}

/** x, or alpha · x below zero. */
export const LeakyReLU = adjustable("LeakyReLU", "alpha", 0.2, (x, alpha) => (x >= 0 ? x : alpha * x));
/** x, or alpha · (exp(x) − 1) below zero. */
export const ELU = adjustable("ELU", "alpha", 1, (x, alpha) => (x >= 0 ? x : alpha * Math.expm1(x)));
/** x brought towards zero by lambd, and zero within it. */
export const SoftShrink = adjustable("SoftShrink", "lambd", 0.5, (x, lambd) =>
  x > lambd ? x - lambd : x < -lambd ? x + lambd : Number.isNaN(x) ? x : 0,
);
/** x, and zero within lambd. */
export const HShrink = adjustable("HShrink", "lambd", 0.5, (x, lambd) => (x <= lambd && x >= -lambd ? 0 : x));

/** exp(x) over their sum along an axis. */
export class Softmax extends Cell {
  readonly axis: number;
  constructor(axis = -1) {
    super({ clsName: "Softmax" });
    this.axis = checkInt(axis, "axis", "Softmax");
  }
  override construct(x: Tensor): Tensor {
    return softmax(x, this.axis);
  }
}
export class LogSoftmax extends Cell {
  readonly axis: number;
  constructor(axis = -1) {
    super({ clsName: "LogSoftmax" });
    this.axis = checkInt(axis, "axis", "LogSoftmax");
  }
  override construct(x: Tensor): Tensor {
    return logSoftmax(x, this.axis);
  }
}

/** x, or w · x below zero, with a parameter w for all channels or one each. */
export class PReLU extends Cell {
  declare w: Parameter;
  constructor(channel = 1, w: InitializerInput = 0.25, random?: RandomState) {
    super({ clsName: "PReLU" });
    if (checkInt(channel, "channel", "PReLU") < 1) {
      throw new ValueError(`For 'PReLU', the 'channel' must be greater than 0, but got ${channel}.`);
    }
    this.w = new Parameter(initializer(w, [channel], "float32", random), { name: "a", random });
  }
  override construct(x: Tensor): Tensor {
    const slopes = this.w.asnumpy();
    const count = slopes.size;
    const { shape } = checkTensor(x, "x", "PReLU");
    if (count !== 1 && shape[1] !== count) {
      throw new ValueError(`For 'PReLU', the channels of 'x' must be ${count}, but got shape ${tupleText(shape)}.`);
    }
    const area = sizeOf(shape.slice(2));
    let i = 0;
    return mapFloats(
      x,
      (value) => {
        const channel = count === 1 ? 0 : Math.floor(i++ / area) % count;
        return value >= 0 ? value : value * (slopes.read(slopes.offset + channel) as number);
      },
      "PReLU",
    );
  }
}

/** Keeps the first axis and puts all others into one. */
export class Flatten extends Cell {
  constructor() {
    super({ clsName: "Flatten" });
  }
  override construct(x: Tensor): Tensor {
    const { shape } = checkTensor(x, "x", "Flatten");
    if (shape.length === 0) throw new ValueError("For 'Flatten', the 'x' must have at least 1 axis, but got shape ().");
    return reshape(x, [shape[0]!, sizeOf(shape.slice(1))], "Flatten");
  }
}

const byName: Readonly<Record<string, new () => Cell>> = {
  softmax: Softmax,
  logsoftmax: LogSoftmax,
  relu: ReLU,
  relu6: ReLU6,
  tanh: Tanh,
  gelu: GELU,
  fast_gelu: FastGelu,
  elu: ELU,
  sigmoid: Sigmoid,
  prelu: PReLU,
  leakyrelu: LeakyReLU,
  hswish: HSwish,
  hsigmoid: HSigmoid,
  logsigmoid: LogSigmoid,
  softshrink: SoftShrink,
  hshrink: HShrink,
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
  if (Object.hasOwn(byName, activation)) return new byName[activation]!();
  const names = Object.keys(byName).join(", ");
  throw new KeyError(`For '${owner}', the 'activation' must be one of [${names}], but got '${activation}'.`);
}
