import { checkBool, checkInt, checkNonNegativeInt, isRealScalar } from "./checks";
import { type DType, dtypes } from "./dtype";
import { KeyError, RuntimeError, TypeError, ValueError } from "./errors";
import { type InitializerInput, initializer } from "./initializer";
import { copy, NDArray } from "./ndarray";
import { astype } from "./numpy/astype";
import type { RandomState } from "./random/state";
import { type RevisedBy, revised } from "./revisions";
import { scalarKind } from "./scalar";
import { sameShape, tupleText } from "./shape";
import { Tensor, type TensorInput } from "./tensor";
import { checkDType, describe, fromScalar, tensorData } from "./tensorData";

export interface ParameterOptions {
  /** Up to 1024 characters; a Cell that the parameter becomes an attribute of names it after the attribute. */
  name?: string | null;
  requiresGrad?: boolean;
  layerwiseParallel?: boolean;
  parallelOptimizer?: boolean;
  /** The session's random state, which `clone(init)` draws from. */
  random?: RandomState;
}

const unnamed = "Parameter";
const longestName = 1024;

/** Data of the first kind may go into a parameter of a later kind. Unsigned ints above 8 bits have no place here. */
const conversionOrder: readonly DType[] = [
  "bool",
  "int8",
  "uint8",
  "int16",
  "int32",
  "int64",
  "float16",
  "float32",
  "float64",
  "complex64",
  "complex128",
];

/**
 * A tensor with a name, which a network learns. An int is Int32, a float Float32; pending data are drawn at once.
 *
 * Source: MindSpore `mindspore.Parameter`, spec §6.
 */
export class Parameter extends Tensor {
  /** True after `setData(…, true)`. */
  sliced = false;
  isInit = false;
  initFlag = false;
  readonly initedParam = null;
  readonly initMode = null;
  /** Whether it was built from an initializer that had not drawn yet. */
  readonly isDefaultInputInit: boolean;
  unique = false;
  requiresAggr = true;
  isParamPs = false;
  initInServer = false;
  pushWeightToServer = false;
  pullWeightFromServer = false;
  pipelineStages: number[] = [];
  random: RandomState | undefined;
  private nameNow = unnamed;
  private flags = {
    requiresGrad: true,
    layerwiseParallel: false,
    parallelOptimizer: true,
    cacheEnable: false,
    parallelOptimizerCommRecompute: false,
  };
  private cacheShapeNow: readonly number[] = [];
  private commFusionNow = 1;

  /**
   * @throws {ValueError} if defaultInput is a bool or the name is unusable
   * @throws {TypeError} if defaultInput is of no usable kind or a flag is not a boolean
   */
  constructor(
    defaultInput: TensorInput,
    {
      name = null,
      requiresGrad = true,
      layerwiseParallel = false,
      parallelOptimizer = true,
      random,
    }: ParameterOptions = {},
  ) {
    const wasPending = defaultInput instanceof Tensor && defaultInput.hasInit;
    super(parameterData(defaultInput));
    this.isDefaultInputInit = wasPending;
    this.random = random;
    this.name = name;
    this.requiresGrad = requiresGrad;
    this.layerwiseParallel = layerwiseParallel;
    this.parallelOptimizer = parallelOptimizer;
  }

  get name(): string {
    return this.nameNow;
  }
  /** @throws {ValueError} if the name is neither text nor null, or too long */
  set name(name: string | null) {
    this.nameNow = checkName(name);
  }
  get requiresGrad(): boolean {
    return this.flags.requiresGrad;
  }
  set requiresGrad(value: boolean) {
    this.flags.requiresGrad = checkBool(value, "requires_grad", "Parameter");
  }
  get layerwiseParallel(): boolean {
    return this.flags.layerwiseParallel;
  }
  set layerwiseParallel(value: boolean) {
    this.flags.layerwiseParallel = checkBool(value, "layerwise_parallel", "Parameter");
  }
  get parallelOptimizer(): boolean {
    return this.flags.parallelOptimizer;
  }
  set parallelOptimizer(value: boolean) {
    this.flags.parallelOptimizer = checkBool(value, "parallel_optimizer", "Parameter");
  }
  get cacheEnable(): boolean {
    return this.flags.cacheEnable;
  }
  set cacheEnable(value: boolean) {
    this.flags.cacheEnable = checkBool(value, "cache_enable", "Parameter");
  }
  get parallelOptimizerCommRecompute(): boolean {
    return this.flags.parallelOptimizerCommRecompute;
  }
  set parallelOptimizerCommRecompute(value: boolean) {
    this.flags.parallelOptimizerCommRecompute = checkBool(value, "parallel_optimizer_comm_recompute", "Parameter");
  }
  get cacheShape(): readonly number[] {
    return this.cacheShapeNow;
  }
  set cacheShape(value: readonly number[]) {
    if (!Array.isArray(value)) {
      throw new TypeError(
        `For 'Parameter', the 'cache_shape' must be one of ['tuple', 'list'], but got '${describe(value)}'.`,
      );
    }
    this.cacheShapeNow = value;
  }
  get commFusion(): number {
    return this.commFusionNow;
  }
  set commFusion(value: number) {
    this.commFusionNow = checkNonNegativeInt(value, "comm_fusion", "Parameter");
  }

  /** The parameter itself. */
  get data(): this {
    return this;
  }

  /** On a single device the data are there already: the parameter itself, also when called again. A revision all the same. */
  override initData(): this {
    revised(this, this.asnumpy(), this.asnumpy(), "init_data");
    return this;
  }

  /**
   * Puts other data into the parameter, without a copy when no cast is needed, and returns the parameter. Its dtype stays;
   * its shape changes only with `sliceShape`, which `sliced` then tells.
   *
   * @throws {TypeError} if data are neither Tensor nor number, or would have to be cast to a lower dtype
   * @throws {ValueError} if the shapes differ and `sliceShape` is false
   * @throws {KeyError} if one of two different dtypes is UInt16, UInt32 or UInt64
   */
  setData(data: Tensor | boolean | number | bigint | import("./scalar").Float, sliceShape = false): this {
    const incoming = this.incoming(data);
    if (!sliceShape && !sameShape(incoming.shape, this.shape)) {
      throw new ValueError(
        `Can not change the shape of Parameter which has been initialized. Current shape is ${tupleText(this.shape)}, and incoming is ${tupleText(incoming.shape)}.`,
      );
    }
    checkConversion(this.dtype, incoming.dtype);
    const array = incoming.asnumpy();
    this.replaceData(array.dtype === this.dtype ? array : astype(array, this.dtype), "set_data");
    this.sliced = sliceShape;
    return this;
  }

  private incoming(data: unknown): Tensor {
    if (data instanceof Tensor) return data;
    if (!isRealScalar(data)) {
      throw new TypeError(
        `For 'set_data', the 'data' must be one of ['Tensor', 'int', 'float'], but got '${describe(data)}'.`,
      );
    }
    const isSignedInt = dtypes[this.dtype].kind === "int";
    if (isSignedInt && scalarKind(data) === "float") throw conversionError(dtypes[this.dtype].label, "Float");
    return Tensor.of(fromScalar(data, this.dtype));
  }

  /** As a tensor does, and tells whoever keeps the old data. */
  override replaceData(array: NDArray, by: RevisedBy = "update"): void {
    const before = this.asnumpy();
    super.replaceData(array);
    revised(this, before, array, by);
  }

  /** Casts the data in place. */
  setDtype(dtype: DType): this {
    this.replaceData(astype(this.asnumpy(), checkDType(dtype, "dtype", "set_dtype")), "set_dtype");
    return this;
  }

  /**
   * An independent parameter with the same name and flags, and the same values or those that `init` draws.
   *
   * init  "same", or what `initializer` accepts
   */
  clone(init: InitializerInput | "same" = "same"): Parameter {
    const twin = new Parameter(Tensor.of(this.asnumpy()), {
      name: this.name,
      requiresGrad: this.requiresGrad,
      layerwiseParallel: this.layerwiseParallel,
      parallelOptimizer: this.parallelOptimizer,
      random: this.random,
    });
    if (init !== "same") twin.setData(initializer(init, this.shape, this.dtype, this.random));
    return twin;
  }

  /** @throws {RuntimeError} always: there are no parameter servers here */
  setParamPs(_initInServer = false): void {
    throw new RuntimeError(
      "Must complete following two steps before calling set_param_ps: 1. context.set_ps_context(enable_ps=True) 2. export MS_ROLE environment variable. There is no parameter server here.",
    );
  }

  setParamFl(pushToServer = false, pullFromServer = false, requiresAggr = true): void {
    if (pushToServer) this.pushWeightToServer = true;
    if (pullFromServer) this.pullWeightFromServer = true;
    if (!requiresAggr) this.requiresAggr = false;
  }

  /** @throws {TypeError} if stage is not an int of 0 or more */
  addPipelineStage(stage: number): void {
    if (checkInt(stage, "stage", "add_pipeline_stage") < 0) {
      throw new TypeError(`For 'add_pipeline_stage', the 'stage' must be a non-negative int, but got ${stage}.`);
    }
    this.pipelineStages.push(stage);
  }

  override toString(): string {
    return this.repr();
  }
  /** Never the values: `Parameter (name=w, shape=(2, 3), dtype=Float32, requires_grad=True)`. */
  override repr(): string {
    const grad = this.requiresGrad ? "True" : "False";
    const label = dtypes[this.dtype].label;
    return `Parameter (name=${this.name}, shape=${tupleText(this.shape)}, dtype=${label}, requires_grad=${grad})`;
  }
}

function parameterData(input: unknown): TensorInput {
  if (typeof input === "boolean") throw new ValueError("For 'Parameter', the 'default_input' can not be bool.");
  if (input instanceof Tensor) return Tensor.of(copy(input.asnumpy()));
  if (isRealScalar(input)) return Tensor.of(fromScalar(input, scalarKind(input) === "int" ? "int32" : "float32"));
  if (input === null || input === undefined) {
    throw new TypeError(
      "For 'Parameter', the 'default_input' and the 'init' of its data can not be None at the same time.",
    );
  }
  if (input instanceof NDArray || Array.isArray(input)) return Tensor.of(tensorData(input, null));
  throw new TypeError(
    `For 'Parameter', the 'default_input' must be one of ['Tensor', 'ndarray', 'list', 'int', 'float', 'Parameter'], but got '${describe(input)}'.`,
  );
}

function checkName(name: unknown): string {
  if (name === null || name === undefined) return unnamed;
  if (typeof name !== "string") {
    throw new ValueError(
      `For 'Parameter', the type of the 'name' must be 'str' or 'None', but got '${describe(name)}'.`,
    );
  }
  const trimmed = name.trim();
  if (trimmed.length > longestName) {
    throw new ValueError(
      `For 'Parameter', the length of the 'name' must be at most ${longestName}, but got ${trimmed.length}.`,
    );
  }
  return trimmed === "" ? unnamed : trimmed;
}

function checkConversion(own: DType, incoming: DType): void {
  if (own === incoming) return;
  const [to, from] = [conversionOrder.indexOf(own), conversionOrder.indexOf(incoming)];
  if (to < 0 || from < 0) throw new KeyError(dtypes[to < 0 ? own : incoming].label);
  if (to < from) throw conversionError(dtypes[own].label, dtypes[incoming].label);
}

function conversionError(current: string, incoming: string): TypeError {
  return new TypeError(
    `Implicit type conversion is not allowed. Current dtype is ${current}, and incoming is ${incoming}. Use .set_dtype(xxx) if want to change data type.`,
  );
}

/** `value` if it is a parameter. @throws {TypeError} that names the argument and its owner */
export function checkParameter(value: unknown, argument: string, owner: string): Parameter {
  if (value instanceof Parameter) return value;
  throw new TypeError(`For '${owner}', the '${argument}' must be a Parameter, but got '${describe(value)}'.`);
}
