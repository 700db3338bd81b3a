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
function elementwise(name: ActivationName): new () => Cell {
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
/** min(max(x, 0), 6). */
export class ReLU6 extends elementwise("ReLU6") {}
/** 1 / (1 + exp(−x)). */
export class Sigmoid extends elementwise("Sigmoid") {}
/** The hyperbolic tangent. */
export class Tanh extends elementwise("Tanh") {}
/** x · Φ(x), with Φ the normal distribution's; by its tanh approximation. */
export class GELU extends elementwise("GELU") {}
/** A quicker approximation of GELU. */
export class FastGelu extends elementwise("FastGelu") {}
/** x · HSigmoid(x). */
export class HSwish extends elementwise("HSwish") {}
/** min(max((x + 3) / 6, 0), 1). */
export class HSigmoid extends elementwise("HSigmoid") {}
/** log(Sigmoid(x)). */
export class LogSigmoid extends elementwise("LogSigmoid") {}

type Adjustable = new (value?: number | Float) => Cell & { readonly setting: number };

/** A cell that computes each element on its own with one number as setting. */
function adjustable(
  clsName: string,
  setting: string,
  usual: number,
  compute: (x: number, setting: number) => number,
): Adjustable {
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
export class LeakyReLU extends adjustable("LeakyReLU", "alpha", 0.2, (x, alpha) => (x >= 0 ? x : alpha * x)) {}
/** x, or alpha · (exp(x) − 1) below zero. */
export class ELU extends adjustable("ELU", "alpha", 1, (x, alpha) => (x >= 0 ? x : alpha * Math.expm1(x))) {}
/** x brought towards zero by lambd, and zero within it. */
export class SoftShrink extends adjustable("SoftShrink", "lambd", 0.5, (x, lambd) =>
  x > lambd ? x - lambd : x < -lambd ? x + lambd : Number.isNaN(x) ? x : 0,
) {}
/** x, and zero within lambd. */
export class HShrink extends adjustable("HShrink", "lambd", 0.5, (x, lambd) => (x <= lambd && x >= -lambd ? 0 : x)) {}

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
