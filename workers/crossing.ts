import {
  Complex,
  dtypeNames,
  dtypes,
  Float,
  Initializer,
  NDArray,
  NotImplementedError,
  nn,
  numpy,
  Parameter,
  ParameterTuple,
  Tensor,
} from "../engine";
import type { Scope } from "./typescript/scope";

/*
 * Values on their way between Python and TypeScript cells. What the engine holds is one object in both; all else crosses as
 * a copy, written as JSON in which an object with the key "k" says what JSON cannot. Nothing of the other language is kept
 * alive. The Python half: public/python/_kernel/crossing.py.
 */

/** A value that has no form on the other side. */
export class Refusal extends Error {}

const deepest = 100;
const exact = 2 ** 53;

export const whatCrosses =
  "Tensors, parameters, arrays, initializers and layers cross, and numbers, text, bytes, null, lists, maps, sets and plain objects of them.";

/** JSON, and the engine's objects that it names by number. @throws {Refusal} */
export function encode(value: unknown): [text: string, references: object[]] {
  const references: object[] = [];
  return [JSON.stringify(plain(value, references, [])), references];
}

function plain(value: unknown, references: object[], above: readonly unknown[]): unknown {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      return numberText(value);
    case "bigint":
      return { k: "int", v: String(value) };
    case "undefined":
      return null;
    case "object":
      return value === null ? null : objectText(value, references, above);
    default:
      throw new Refusal(
        typeof value === "function" && isClass(value)
          ? "a class has no form there"
          : `a ${typeof value} has no form there`,
      );
  }
}

function numberText(value: number): unknown {
  if (!Number.isFinite(value)) return { k: "float", v: Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf" };
  if (Object.is(value, -0)) return { k: "float", v: "-0.0" };
  return Number.isInteger(value) && Math.abs(value) > exact ? { k: "float", v: String(value) } : value;
}

const isClass = (value: unknown) => /^class\b/.test(Function.prototype.toString.call(value));

function objectText(value: object, references: object[], above: readonly unknown[]): unknown {
  const refer = (kind: string) => ({ k: kind, v: references.push(value) - 1 });
  if (value instanceof Parameter) return refer("parameter");
  if (value instanceof Tensor) return refer("tensor");
  if (value instanceof NDArray) return refer("array");
  if (value instanceof nn.Cell) return refer("cell");
  if (value instanceof Initializer)
    return { k: "initializer", v: [value.constructor.name, references.push(value) - 1] };
  if (value instanceof Float) return { k: "float", v: String(value.value) };
  if (value instanceof Complex) return { k: "complex", v: [numberText(value.re), numberText(value.im)] };
  if (above.length > deepest || above.includes(value)) throw new Refusal("it contains itself, or is nested too deeply");
  const inner = [...above, value];
  const list = (items: Iterable<unknown>) => Array.from(items, (item) => plain(item, references, inner));
  if (value instanceof ParameterTuple) return { k: "parameters", v: list(value) };
  if (Array.isArray(value)) return Object.isFrozen(value) ? { k: "tuple", v: list(value) } : list(value);
  if (value instanceof Map) return { k: "map", v: list(value) };
  if (value instanceof Set) return { k: "set", v: list(value) };
  if (value instanceof Uint8Array)
    return { k: "bytes", v: Array.from(value, (byte) => byte.toString(16).padStart(2, "0")).join("") };
  if (ArrayBuffer.isView(value)) {
    const dtype = dtypeNames.find(
      (name) => value instanceof dtypes[name].storage && !/float16|bool|complex/.test(name),
    );
    if (!dtype) throw new Refusal(`a ${value.constructor.name} has no form there`);
    const storage = value as Float64Array;
    return { k: "array", v: references.push(numpy.fromBuffer(storage, dtype, [storage.length])) - 1 };
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new Refusal(`an object of the class ${nameOfClass(value)} has no form there`);
  return { k: "dict", v: list(Object.entries(value)) };
}

const nameOfClass = (value: object) => (value.constructor as { name?: string } | undefined)?.name ?? "without a name";

/** The value of such JSON. */
export function decode(text: string, references: readonly unknown[]): unknown {
  return valueOf(JSON.parse(text), references);
}

type Tagged = { k: string; v: unknown };

function valueOf(written: unknown, references: readonly unknown[]): unknown {
  if (Array.isArray(written)) return written.map((item) => valueOf(item, references));
  if (typeof written !== "object" || written === null) return written;
  const { k, v } = written as Tagged;
  const list = () => (v as unknown[]).map((item) => valueOf(item, references));
  return kinds[k]!(v as never, list, references);
}

const floats: { [text: string]: number } = {
  nan: Number.NaN,
  inf: Number.POSITIVE_INFINITY,
  "-inf": Number.NEGATIVE_INFINITY,
};

const kinds: { [kind: string]: (content: never, list: () => unknown[], references: readonly unknown[]) => unknown } = {
  int: (content: string) => BigInt(content),
  float: (content: string) => floats[content] ?? Number(content),
  complex: (_, list) => new Complex(...(list() as [number, number])),
  bytes: (content: string) => Uint8Array.from(content.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)),
  tuple: (_, list) => Object.freeze(list()),
  set: (_, list) => new Set(list()),
  dict: (_, list) => Object.fromEntries(list() as [string, unknown][]),
  map: (_, list) => new Map(list() as [unknown, unknown][]),
  object: (content: number, _, references) => references[content],
  cell(content: number, _, references) {
    const cell = references[content] as nn.Cell;
    if (cell.construct === nn.Cell.prototype.construct) cell.construct = writtenInPython;
    return cell;
  },
};

function writtenInPython(): never {
  throw new NotImplementedError("The construct of this cell is written in Python: call it in a Python cell.");
}

/** TypeScript's variables as Python cells see them: `ts.name`. */
export interface OtherNames {
  /** JSON and the engine's objects in it, or an error's name, its sentence and true. */
  read(name: string): [string, object[]] | [string, string, true];
  /** The reader's names, a blank between them. */
  names(): string;
}

export function openTs({ kinds, values, has }: Scope): OtherNames {
  const own = () => [...kinds.keys()].filter((name) => has(name) && !name.startsWith("_"));
  return {
    read(name) {
      if (!kinds.has(name) || !has(name)) {
        const names = own();
        const others = names.length > 0 ? `; it has ${names.join(", ")}` : "";
        return ["AttributeError", `TypeScript has no variable '${name}'${others}`, true];
      }
      try {
        return encode(values[name]);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return ["TypeError", `ts.${name} cannot cross to Python: ${error.message}. ${whatCrosses}`, true];
      }
    },
    names: () => own().join(" "),
  };
}
