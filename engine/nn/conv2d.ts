import { checkBool, checkChoice, checkPositiveInt } from "../checks";
import type { DType } from "../dtype";
import { TypeError, ValueError } from "../errors";
import { type InitializerInput, initializer } from "../initializer";
import { Initializer } from "../initializers";
import { conv2d } from "../ops/conv2d";
import { type PadMode, padModes } from "../ops/window";
import { Parameter } from "../parameter";
import type { RandomState } from "../random/state";
import { tupleText } from "../shape";
import { checkTensor, type Tensor } from "../tensor";
import { describe } from "../tensorData";
import { Cell } from "./cell";
import { defaultBias, defaultWeight } from "./defaults";
import { checkPair, type Pair, text } from "./pair";

export interface Conv2dLayerOptions {
  stride?: Pair;
  padMode?: PadMode;
  /** Zeros on every side, or [top, bottom, left, right]; only with padMode "pad". */
  padding?: number | readonly number[];
  dilation?: Pair;
  group?: number;
  hasBias?: boolean;
  /** "normal" in reference "1.6"; HeUniform(√5) in "2.x". */
  weightInit?: InitializerInput | null;
  /** "zeros" in reference "1.6"; Uniform(1 / √fanIn) in "2.x". */
  biasInit?: InitializerInput | null;
  dataFormat?: string;
  /** Of weight and bias. */
  dtype?: DType;
  random?: RandomState;
}

/**
 * A layer that slides a bank of kernels over images: `conv2d` with a weight [Cout, Cin / group, Kh, Kw] and a bias [Cout],
 * both drawn when it is made, weight first.
 *
 * @throws {TypeError} if an argument is of a wrong type
 * @throws {ValueError} if one is out of range, padding comes without padMode "pad", or group does not divide the channels
 * Source: MindSpore `mindspore.nn.Conv2d`, spec §12.
 */
export class Conv2d extends Cell {
  readonly inChannels: number;
  readonly outChannels: number;
  readonly kernelSize: [number, number];
  readonly stride: [number, number];
  readonly padMode: PadMode;
  readonly padding: number | readonly number[];
  readonly dilation: [number, number];
  readonly group: number;
  readonly hasBias: boolean;
  readonly dataFormat: string;
  readonly weightInit: InitializerInput;
  readonly biasInit: InitializerInput;
  declare weight: Parameter;
  declare bias: Parameter | null;

  constructor(inChannels: number, outChannels: number, kernelSize: Pair, options: Conv2dLayerOptions = {}) {
    super({ clsName: "Conv2d" });
    const { random, dtype = "float32" } = options;
    this.inChannels = checkPositiveInt(inChannels, "in_channels", "Conv2d");
    this.outChannels = checkPositiveInt(outChannels, "out_channels", "Conv2d");
    this.kernelSize = checkPair(kernelSize, "kernel_size", "Conv2d");
    this.stride = checkPair(options.stride ?? 1, "stride", "Conv2d");
    this.dilation = checkPair(options.dilation ?? 1, "dilation", "Conv2d");
    this.group = checkPositiveInt(options.group ?? 1, "group", "Conv2d");
    this.hasBias = checkBool(options.hasBias ?? false, "has_bias", "Conv2d");
    this.padMode = checkChoice(options.padMode ?? "same", padModes, "pad_mode", "Conv2d");
    this.padding = checkPadding(options.padding ?? 0, this.padMode);
    this.dataFormat = checkFormat(options.dataFormat ?? "NCHW");
    checkDivides(this.group, this.inChannels, "in_channels");
    checkDivides(this.group, this.outChannels, "out_channels");

    const shape = [this.outChannels, this.inChannels / this.group, ...this.kernelSize];
    const fanIn = shape.slice(1).reduce((product, length) => product * length);
    this.weightInit = options.weightInit ?? defaultWeight(random);
    this.biasInit = options.biasInit ?? (random?.reference === "2.x" ? defaultBias(random, fanIn) : "zeros");
    this.weight = new Parameter(initializer(this.weightInit, shape, dtype, random), { name: "weight", random });
    this.bias = this.hasBias
      ? new Parameter(initializer(this.biasInit, [this.outChannels], dtype, random), { name: "bias", random })
      : null;
  }

  override construct(x: Tensor): Tensor {
    const { stride, padMode, dilation, group, padding } = this;
    const sides = typeof padding === "number" ? [padding, padding, padding, padding] : padding;
    return conv2d(this.lowered(checkTensor(x, "x", "Conv2d")), this.lowered(this.weight), {
      stride,
      padMode,
      dilation,
      group,
      padding: sides as [number, number, number, number],
      bias: this.bias && this.lowered(this.bias),
    });
  }

  /** weightInit and biasInit print as they were given; a host language passes its own text for them. */
  override extendRepr(weightInit = initText(this.weightInit), biasInit = initText(this.biasInit)): string {
    return [
      `input_channels=${this.inChannels}`,
      `output_channels=${this.outChannels}`,
      `kernel_size=${tupleText(this.kernelSize)}`,
      `stride=${tupleText(this.stride)}`,
      `pad_mode=${this.padMode}`,
      `padding=${text(this.padding)}`,
      `dilation=${tupleText(this.dilation)}`,
      `group=${this.group}`,
      `has_bias=${this.hasBias ? "True" : "False"}`,
      `weight_init=${weightInit}`,
      `bias_init=${biasInit}`,
      `format=${this.dataFormat}`,
    ].join(", ");
  }
}

/** An initializer as it was given; one that is an object by its class. */
function initText(init: InitializerInput): string {
  return init instanceof Initializer ? `<${describe(init)}>` : String(init);
}

function checkPadding(padding: unknown, padMode: PadMode): number | readonly number[] {
  const sides: unknown[] = Array.isArray(padding) ? padding : [padding];
  if (!sides.every((side) => typeof side === "number" && Number.isInteger(side))) {
    throw new TypeError(
      `For 'Conv2d', the 'padding' must be int or a tuple of 4 ints, but got ${text(padding)} with type '${describe(padding)}'.`,
    );
  }
  if (Array.isArray(padding) && sides.length !== 4) {
    throw new ValueError(
      `For 'Conv2d', the 'padding' must be a tuple of 4 ints, but got ${text(padding)} with ${sides.length}.`,
    );
  }
  if (sides.some((side) => (side as number) < 0)) {
    throw new ValueError(`For 'Conv2d', each 'padding' must be int and must >= 0, but got ${text(padding)}.`);
  }
  if (padMode !== "pad" && sides.some((side) => side !== 0)) {
    throw new ValueError(
      `For 'Conv2d', the 'padding' must be zero or (0, 0, 0, 0) when 'pad_mode' is not 'pad', but got 'padding' ${text(padding)} and 'pad_mode' '${padMode}'.`,
    );
  }
  return padding as number | readonly number[];
}

function checkFormat(format: unknown): string {
  const known = checkChoice(format, ["NCHW", "NHWC"], "data_format", "Conv2d");
  if (known === "NCHW") return known;
  throw new ValueError(
    "For 'Conv2d', the \"NHWC\" format only support in GPU target, but got the format 'NHWC' on CPU.",
  );
}

function checkDivides(group: number, channels: number, name: string): void {
  if (channels % group === 0) return;
  throw new ValueError(
    `For 'Conv2d', the '${name}' must be divisible by 'group', but got '${name}' ${channels} and 'group' ${group}.`,
  );
}
