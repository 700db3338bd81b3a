import { Float, numpy } from "../../engine";
import { classText, engineText } from "./engineText";
import { inspect } from "./inspect";

const deepest = 50;

/** A value as Python's `print` writes it. */
export function str(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "object" && value !== null) return engineText(value, "str") ?? repr(value);
  return repr(value);
}

/** A value as Python's `repr` writes it; what Python has no form for as JavaScript's inspector does. */
export function repr(value: unknown, above: readonly unknown[] = []): string {
  switch (typeof value) {
    case "string":
      return quoted(value);
    case "number":
      return Number.isInteger(value) && Math.abs(value) < 1e21 ? String(value) : floatText(value);
    case "boolean":
      return value ? "True" : "False";
    case "bigint":
      return String(value);
    case "undefined":
      return "None";
    case "object":
      return value === null ? "None" : (engineText(value, "repr") ?? container(value, above));
    default:
      return classText(value) ?? inspect(value);
  }
}

function container(value: object, above: readonly unknown[]): string {
  const inner = [...above, value];
  const isAgain = above.includes(value) || above.length > deepest;
  if (Array.isArray(value)) {
    const [open, close] = Object.isFrozen(value) ? ["(", ")"] : ["[", "]"];
    if (isAgain) return `${open}...${close}`;
    const parts = value.map((item) => repr(item, inner));
    return `${open}${parts.join(", ")}${open === "(" && parts.length === 1 ? "," : ""}${close}`;
  }
  if (value instanceof Set) {
    if (isAgain) return "{...}";
    return value.size === 0 ? "set()" : `{${[...value].map((item) => repr(item, inner)).join(", ")}}`;
  }
  const isPlain = Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null;
  if (!(value instanceof Map) && !isPlain) return inspect(value);
  if (isAgain) return "{...}";
  const pairs = value instanceof Map ? [...value] : Object.entries(value);
  return `{${pairs.map(([key, item]) => `${repr(key, inner)}: ${repr(item, inner)}`).join(", ")}}`;
}

const escapes: { [character: string]: string } = { "\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\" };

function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const body = text.replace(/[\n\r\t\\]/g, (character) => escapes[character]!).replaceAll(quote, `\\${quote}`);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to write out
  const safe = body.replace(/[\u0000-\u001f\u007f]/g, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, "0")}`);
  return `${quote}${safe}${quote}`;
}

/** A float as Python writes it: 1e-07, nan, 0.1. */
export function floatText(value: number): string {
  return numpy.scalarTextOf(numpy.array(new Float(value)));
}
