import { dtypes, NDArray, nn, Tensor } from "../../engine";
import type { Variable } from "../protocol";
import type { Scope } from "./scope";

/** The reader's names. Nothing of the reader's runs: only known kinds are looked into. */
export function variablesOf({ kinds, values }: Scope): Variable[] {
  return [...kinds].flatMap(([name, kind]) => {
    const property = Object.getOwnPropertyDescriptor(values, name);
    if (kind === "import" || name.startsWith("_") || !property) return [];
    return [{ name, language: "typescript" as const, ...aboutValue(property.value) }];
  });
}

/** The kind of a value, and how large it is where that says something. */
export function aboutValue(value: unknown): Omit<Variable, "name" | "language"> {
  if (value instanceof Tensor) {
    return { type: classOf(value), shape: [...value.shape], dtype: dtypes[value.dtype].label, bytes: value.nbytes };
  }
  if (value instanceof NDArray) {
    return { type: "NDArray", shape: [...value.shape], dtype: value.dtype, bytes: value.nbytes };
  }
  if (value instanceof nn.Cell) {
    const bytes = value.getParameters().reduce((total, { nbytes }) => total + nbytes, 0);
    return { type: value.clsName, bytes };
  }
  if (Array.isArray(value)) return { type: classOf(value), shape: [value.length] };
  if (value instanceof Map || value instanceof Set) return { type: classOf(value), shape: [value.size] };
  if (ArrayBuffer.isView(value)) {
    const { length } = value as Uint8Array;
    return { type: classOf(value), ...(length !== undefined && { shape: [length] }), bytes: value.byteLength };
  }
  if (typeof value === "function" && /^class\b/.test(Function.prototype.toString.call(value))) return { type: "class" };
  return {
    type: typeof value === "object" && value !== null ? classOf(value) : value === null ? "null" : typeof value,
  };
}

function classOf(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (typeof prototype !== "object" || prototype === null) return "Object";
  const maker: unknown = Object.getOwnPropertyDescriptor(prototype, "constructor")?.value;
  return typeof maker === "function" && maker.name ? maker.name : "Object";
}
