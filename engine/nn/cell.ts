import { kindOf } from "../dtype";
import { AttributeError, KeyError, TypeError, ValueError } from "../errors";
import { Parameter } from "../parameter";
import { checkPrefix, ParameterTuple } from "../parameterTuple";
import { Tensor } from "../tensor";
import { describe } from "../tensorData";
import { cellText } from "./cellText";

export interface CellOptions {
  /** Whether parameters below an attribute are named after it; true unless said otherwise. */
  autoPrefix?: boolean;
  /** The name it prints as; a class of user code prints as what it is called. */
  clsName?: string;
}

/**
 * A part of a network: parameters and further cells as attributes, and `construct`, which computes.
 *
 * An attribute that is set to a Parameter or a Cell is registered and named (spec §11.2); one that holds a Parameter
 * hands a Tensor on to `setData`. Everything else is an ordinary attribute.
 *
 * Source: MindSpore `mindspore.nn.Cell`.
 */
export class Cell {
  training = false;
  requiresGrad = false;
  paramPrefix = "";
  phase = "train";
  /** What `toFloat` asked for: inputs and parameters are cast to it for computing. */
  computeDtype: "float16" | "float32" | null = null;
  readonly autoPrefix: boolean;
  readonly clsName: string;
  /** Own parameters by attribute; null was one once. */
  readonly ownParams = new Map<string, Parameter | null>();
  /** Children by attribute; null was one once. */
  readonly ownCells = new Map<string, Cell | null>();
  private unnamedCount = 1;

  constructor({ autoPrefix = true, clsName }: CellOptions = {}) {
    this.autoPrefix = autoPrefix;
    this.clsName = clsName ?? new.target.name;
    // biome-ignore lint/correctness/noConstructorReturn: subclasses set their attributes on the proxy, which registers them
    return new Proxy(this, attributes);
  }

  /** Computes; a subclass overrides it with its own inputs and result. */
  construct(..._inputs: never[]): unknown {
    return undefined;
  }

  /** Draws what is pending among the inputs, then `construct`. */
  call(...inputs: Parameters<this["construct"]>): ReturnType<this["construct"]> {
    for (const input of inputs as unknown[]) if (input instanceof Tensor) input.asnumpy();
    return this.construct(...(inputs as never[])) as ReturnType<this["construct"]>;
  }

  /** What stands between `<` and `>` before any children. */
  extendRepr(): string {
    return "";
  }
  /** `Net<` with one line a child, and `>` on a line of its own, indented. */
  toString(): string {
    const children = [...this.ownCells].map(([name, cell]): [string, string] => [name, cell ? `${cell}` : "None"]);
    return cellText(this.clsName, this.extendRepr(), children);
  }

  /** What setting an attribute does when its value or its old value is a parameter or a cell; false if neither. */
  register(name: string, value: unknown): boolean {
    if (value instanceof Parameter) this.setParam(name, value);
    else if (value instanceof Cell) this.setCell(name, value);
    else if (this.ownParams.has(name)) this.replaceParam(name, value);
    else if (this.ownCells.has(name)) this.emptyCell(name, value);
    else {
      if (value instanceof ParameterTuple) this.registerTuple(value);
      else if (Array.isArray(value) && value.length > 0 && value.every((item) => item instanceof Parameter)) {
        this.nameUnnamed(value);
      }
      return false;
    }
    return true;
  }

  /** @throws {TypeError} if the attribute is a cell */
  private setParam(name: string, param: Parameter): void {
    if (this.ownCells.has(name)) {
      throw new TypeError(`For 'Cell', the attribute '${name}' must be Cell, but got Parameter.`);
    }
    this.insertParamToCell(name, param);
  }

  private replaceParam(name: string, value: unknown): void {
    const param = this.ownParams.get(name);
    if (value instanceof Tensor && param) param.setData(value);
    else if (value === null || value === undefined) this.ownParams.set(name, null);
    else {
      throw new TypeError(
        `For 'Cell', the type of attribute '${name}' must be Parameter or Tensor, but got ${describe(value)}.`,
      );
    }
  }

  private setCell(name: string, cell: Cell): void {
    if (this.ownParams.has(name)) {
      throw new TypeError(`For 'Cell', the attribute '${name}' must be Parameter, but got Cell.`);
    }
    this.putCell(name, cell);
  }

  /** Registers a child and names what is below it, without a check. */
  putCell(name: string, cell: Cell): void {
    if (this.autoPrefix) cell.updateParametersName(`${name}.`);
    this.ownCells.set(name, cell);
  }
  /** Registers a child whose parameters keep their names. */
  keepCell(name: string, cell: Cell): void {
    this.ownCells.set(name, cell);
  }
  /** Registers a parameter, and names it if it has no name, without a check. */
  putParam(name: string, param: Parameter | null): void {
    if (param?.name === "Parameter") param.name = name;
    this.ownParams.set(name, param ?? null);
  }

  emptyCell(name: string, value: unknown = null): void {
    if (value !== null && value !== undefined) {
      throw new TypeError(`For 'Cell', the type of attribute '${name}' must be Cell, but got ${describe(value)}.`);
    }
    this.ownCells.set(name, null);
  }

  /** Names the members that have none; their names must differ. @throws {ValueError} */
  nameUnnamed(params: readonly Parameter[]): void {
    const names = new Map<string, Parameter>();
    for (const param of params) {
      if (param.name === "Parameter") param.name = `Parameter$${this.unnamedCount++}`;
      if ((names.get(param.name) ?? param) !== param) {
        throw new ValueError(
          `The value ${param.repr()}, its name '${param.name}' already exists. Please set a unique name for the parameter.`,
        );
      }
      names.set(param.name, param);
    }
  }

  /** The members become parameters of this cell under their own names. */
  registerTuple(params: ParameterTuple): void {
    this.nameUnnamed(params);
    for (const param of params) this.insertParamToCell(param.name, param, false);
  }

  /** Drops a parameter or a child. @throws {AttributeError} if there is none of that name */
  unregister(name: string): void {
    if (!this.ownParams.delete(name) && !this.ownCells.delete(name)) {
      throw new AttributeError(`'${this.clsName}' object has no attribute '${name}'.`);
    }
  }

  /**
   * @throws {KeyError} if the name is empty, has a dot, or is an attribute already
   * @throws {TypeError} if param is neither a Parameter nor null
   */
  insertParamToCell(name: string, param: Parameter | null, checkNameContainDot = true): void {
    checkAttributeName(name, "insert_param_to_cell", checkNameContainDot);
    if (!this.ownParams.has(name) && isTaken(this, name)) {
      throw new KeyError(`For 'insert_param_to_cell', the name '${name}' already exists as an attribute.`);
    }
    if (param !== null && !(param instanceof Parameter)) {
      throw new TypeError(
        `For 'insert_param_to_cell', the 'param' must be 'Parameter' if not None, but got ${describe(param)}.`,
      );
    }
    this.putParam(name, param);
  }

  /** @throws {KeyError} if the name is empty, has a dot, or is taken @throws {TypeError} if cell is no Cell */
  insertChildToCell(name: string, cell: Cell): void {
    checkAttributeName(name, "insert_child_to_cell", true);
    if (isTaken(this, name)) {
      throw new KeyError(`For 'insert_child_to_cell', the child cell '${name}' already exists.`);
    }
    if (!(cell instanceof Cell)) {
      throw new TypeError(`For 'insert_child_to_cell', the 'child' must be Cell, but got ${describe(cell)}.`);
    }
    this.ownCells.set(name, cell);
  }

  /**
   * Every parameter once with its path of attributes, which may differ from its name: own ones first, then child by child.
   *
   * namePrefix  path of this cell itself
   * expand      also those of children
   */
  parametersAndNames(namePrefix = "", expand = true): [path: string, parameter: Parameter][] {
    const cells: [string, Cell][] = expand ? this.cellsAndNames(namePrefix) : [[namePrefix, this]];
    const paths = new Map<Parameter, string>();
    for (const [path, cell] of cells) {
      for (const [name, param] of cell.ownParams) {
        if (param !== null && !paths.has(param)) paths.set(param, path ? `${path}.${name}` : name);
      }
    }
    return [...paths].map(([param, path]) => [path, param]);
  }
  getParameters(expand = true): Parameter[] {
    return this.parametersAndNames("", expand).map(([, param]) => param);
  }
  trainableParams(recurse = true): Parameter[] {
    return this.getParameters(recurse).filter((param) => param.requiresGrad);
  }
  untrainableParams(recurse = true): Parameter[] {
    return this.getParameters(recurse).filter((param) => !param.requiresGrad);
  }
  /** By name; of several with one name the last stays. */
  parametersDict(recurse = true): Map<string, Parameter> {
    return new Map(this.getParameters(recurse).map((param) => [param.name, param]));
  }
  /** As `parametersDict` without the layerwise parallel ones; null if none is left. */
  parametersBroadcastDict(recurse = true): Map<string, Parameter> | null {
    const kept = this.getParameters(recurse).filter((param) => !param.layerwiseParallel);
    return kept.length === 0 ? null : new Map(kept.map((param) => [param.name, param]));
  }

  /** This cell and every one below it once, each with its path. */
  cellsAndNames(namePrefix = ""): [path: string, cell: Cell][] {
    const paths = new Map<Cell, string>();
    const visit = (cell: Cell, path: string): void => {
      if (paths.has(cell)) return;
      paths.set(cell, path);
      for (const [name, child] of cell.ownCells) if (child) visit(child, path ? `${path}.${name}` : name);
    };
    visit(this, namePrefix);
    return [...paths].map(([cell, path]) => [path, cell]);
  }
  /** Children by attribute, each once. */
  nameCells(): Map<string, Cell> {
    const found = new Map<Cell, string>();
    for (const [name, cell] of this.ownCells) if (cell && !found.has(cell)) found.set(cell, name);
    return new Map([...found].map(([cell, name]) => [name, cell]));
  }
  cells(): Cell[] {
    return [...this.nameCells().values()];
  }

  /** @throws {ValueError} if two parameters have one name */
  checkNames(): void {
    const names = new Set<string>();
    for (const param of this.getParameters()) {
      if (names.has(param.name)) {
        throw new ValueError(
          `The value of ${param.repr()} is not unique: the name '${param.name}' already exists in the network. Please check the names of the parameters.`,
        );
      }
      names.add(param.name);
    }
  }

  /** Renames every parameter to prefix + path. @throws {ValueError} if the prefix is malformed or empty */
  updateParametersName(prefix = "", recurse = true): void {
    checkPrefix(prefix, "update_parameters_name");
    for (const [path, param] of this.parametersAndNames("", recurse)) {
      param.isInit = false;
      param.name = prefix + path;
    }
  }

  /** On one device every parameter stands for itself. */
  initParametersData(): Map<Parameter, Parameter> {
    return new Map(this.getParameters().map((param) => [param, param.initData()]));
  }

  setTrain(mode = true): this {
    for (const [, cell] of this.cellsAndNames()) {
      cell.training = mode;
      cell.phase = mode ? "train" : "predict";
    }
    return this;
  }
  setGrad(requiresGrad = true): this {
    this.requiresGrad = requiresGrad;
    return this;
  }
  /** Compute in this dtype from now on; the parameters stay what they are. @throws {ValueError} for another dtype */
  toFloat(dtype: "float16" | "float32"): this {
    if (dtype !== "float16" && dtype !== "float32") {
      throw new ValueError(`For 'to_float', the 'dst_type' must be float16 or float32, but got ${String(dtype)}.`);
    }
    for (const [, cell] of this.cellsAndNames()) cell.computeDtype = dtype;
    return this;
  }
  /** A float tensor in the dtype that the cell computes in. */
  protected lowered(x: Tensor): Tensor {
    const dtype = this.computeDtype;
    return dtype === null || dtype === x.dtype || kindOf(x.dtype) !== "float" ? x : x.astype(dtype);
  }
}

function checkAttributeName(name: unknown, owner: string, noDot: boolean): void {
  if (typeof name !== "string")
    throw new TypeError(`For '${owner}', the 'name' must be str, but got ${describe(name)}.`);
  if (name === "") throw new KeyError(`For '${owner}', the 'name' can not be empty.`);
  if (noDot && name.includes("."))
    throw new KeyError(`For '${owner}', the 'name' can not contain '.', but got '${name}'.`);
}

function isTaken(cell: Cell, name: string): boolean {
  if (cell.ownParams.has(name) || cell.ownCells.has(name)) return true;
  const value = Reflect.get(cell, name);
  return value !== undefined && value !== null;
}

/** Makes the attributes of a cell work as in Python. */
const attributes: ProxyHandler<Cell> = {
  get(cell, name, receiver) {
    const value = Reflect.get(cell, name, receiver); // methods come first, whatever a host language registers
    if (value !== undefined || typeof name !== "string") return value;
    const param = cell.ownParams.get(name);
    return param === undefined ? cell.ownCells.get(name) : param;
  },
  set(cell, name, value, receiver) {
    return setAttribute(cell, name, value) || Reflect.set(cell, name, value, receiver);
  },
  defineProperty(cell, name, descriptor) {
    return (
      ("value" in descriptor && setAttribute(cell, name, descriptor.value)) ||
      Reflect.defineProperty(cell, name, descriptor)
    );
  },
  deleteProperty(cell, name) {
    if (typeof name === "string" && (cell.ownParams.has(name) || cell.ownCells.has(name))) {
      cell.unregister(name);
      return true;
    }
    return Reflect.deleteProperty(cell, name);
  },
  has(cell, name) {
    return (
      (typeof name === "string" && (cell.ownParams.has(name) || cell.ownCells.has(name))) || Reflect.has(cell, name)
    );
  },
};

/** Whether the attribute was registered; an ordinary attribute of that name that holds nothing makes room. */
function setAttribute(cell: Cell, name: string | symbol, value: unknown): boolean {
  if (typeof name !== "string") return false;
  if ((value instanceof Parameter || value instanceof Cell) && Object.hasOwn(cell, name)) {
    const old = Reflect.get(cell, name);
    if (value instanceof Parameter && old !== null && old !== undefined) {
      throw new TypeError(
        `For 'Cell', the attribute '${name}' can not be Parameter, it holds ${describe(old)} already.`,
      );
    }
    Reflect.deleteProperty(cell, name);
  }
  return cell.register(name, value);
}
