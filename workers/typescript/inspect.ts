import { engineText } from "./engineText";
import { ownFrames } from "./frames";

/** How much of a value is written out. */
const most = { depth: 4, items: 100, entries: 200, text: 10_000, line: 76, length: 200_000 } as const;

interface Writing {
  depth: number;
  /** The objects around the one that is written. */
  above: unknown[];
  /** Those that contain themselves, in the order in which that was found. */
  circular: unknown[];
  left: { characters: number };
}

/** A value as a developer wants to read it, in the manner of Node's `util.inspect`. Runs no getter and no method of the user's. */
export function inspect(value: unknown, { depth = most.depth }: { depth?: number } = {}): string {
  return write(value, { depth, above: [], circular: [], left: { characters: most.length } });
}

function write(value: unknown, writing: Writing): string {
  const text =
    typeof value === "object" || typeof value === "function" ? writeObject(value, writing) : primitive(value);
  writing.left.characters -= text.length;
  return text;
}

function primitive(value: unknown): string {
  switch (typeof value) {
    case "string":
      return quoted(value);
    case "bigint":
      return `${value}n`;
    case "number":
      return Object.is(value, -0) ? "-0" : String(value);
    default:
      return String(value);
  }
}

function quoted(text: string): string {
  const cut = text.length > most.text ? `${text.slice(0, most.text)}` : text;
  const quote = !cut.includes("'") ? "'" : !cut.includes('"') ? '"' : cut.includes("`") ? "'" : "`";
  const body = JSON.stringify(cut).slice(1, -1).replaceAll('\\"', '"').replaceAll(quote, `\\${quote}`);
  const rest = text.length - cut.length;
  return `${quote}${body}${quote}${rest > 0 ? `... ${rest} more characters` : ""}`;
}

function writeObject(value: object | null, writing: Writing): string {
  if (value === null) return "null";
  const engine = engineText(value, "repr");
  if (engine !== undefined) return engine;
  if (writing.above.includes(value)) {
    if (!writing.circular.includes(value)) writing.circular.push(value);
    return `[Circular *${writing.circular.indexOf(value) + 1}]`;
  }
  const shape = shapeOf(value);
  if (shape.whole !== undefined && Object.keys(value).length === 0) return shape.whole;
  if (writing.above.length > writing.depth || writing.left.characters < 0) return `[${shape.name || "Object"}]`;
  const inner = { ...writing, above: [...writing.above, value] };
  const parts = [...shape.parts(inner), ...properties(value, shape.skip, inner)];
  const reference = writing.circular.includes(value) ? `<ref *${writing.circular.indexOf(value) + 1}> ` : "";
  return reference + laidOut([shape.head, shape.whole].filter(Boolean).join(" "), parts, shape.brackets, shape.fills);
}

/** How a kind of object is written. */
interface Shape {
  /** What it is called when it is too deep to be written out. */
  name: string;
  /** What stands before the brackets. */
  head: string;
  brackets: "[]" | "{}";
  parts: (writing: Writing) => string[];
  /** Whether a property is no part of what is written. */
  skip: (key: string) => boolean;
  /** The whole text, when there are no further properties. */
  whole?: string;
  /** Short parts may share lines. */
  fills?: boolean;
}

const none = () => [];
const never = () => false;
const isIndex = (key: string) => /^\d+$/.test(key);

function shapeOf(value: object): Shape {
  const name = classOf(value);
  const plain: Shape = { name, head: name === "Object" ? "" : name, brackets: "{}", parts: none, skip: never };
  if (typeof value === "function")
    return { ...plain, head: "", whole: functionText(value as (...args: never) => unknown) };
  if (Array.isArray(value)) {
    const head = name === "Array" ? "" : `${name}(${value.length})`;
    return { name, head, brackets: "[]", parts: (writing) => items(value, writing), skip: isIndex, fills: true };
  }
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    const array = value as Uint8Array;
    const parts = (writing: Writing) => items(array as unknown as unknown[], writing);
    return { name, head: `${name}(${array.length})`, brackets: "[]", parts, skip: isIndex, fills: true };
  }
  if (value instanceof Map) {
    const parts = (writing: Writing) =>
      cutList([...value], (pair) => `${write(pair[0], writing)} => ${write(pair[1], writing)}`);
    return { ...plain, head: `${name}(${value.size})`, parts };
  }
  if (value instanceof Set) {
    return {
      ...plain,
      head: `${name}(${value.size})`,
      parts: (writing) => cutList([...value], (item) => write(item, writing)),
    };
  }
  if (value instanceof Error)
    return { ...plain, whole: errorText(value), skip: (key) => key === "name" || key === "isOfEngine" };
  if (value instanceof Date)
    return { ...plain, whole: Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString() };
  if (value instanceof RegExp) return { ...plain, whole: RegExp.prototype.toString.call(value) };
  if (value instanceof Promise) return { ...plain, whole: "Promise {}" };
  if (value instanceof ArrayBuffer) return { ...plain, whole: `ArrayBuffer { byteLength: ${value.byteLength} }` };
  if (value instanceof Number || value instanceof String || value instanceof Boolean) {
    return { ...plain, whole: `[${name}: ${write(value.valueOf(), start())}]`, skip: isIndex };
  }
  return plain;
}

const start = (): Writing => ({ depth: 0, above: [], circular: [], left: { characters: most.length } });

/** The class's name; "[Object: null prototype]" without one. */
function classOf(value: object): string {
  for (let at: object | null = Object.getPrototypeOf(value); at; at = Object.getPrototypeOf(at)) {
    const maker = Object.getOwnPropertyDescriptor(at, "constructor")?.value;
    if (typeof maker !== "function" || !maker.name) continue;
    const tag = Object.getOwnPropertyDescriptor(at, Symbol.toStringTag)?.value;
    return typeof tag === "string" && tag !== maker.name ? `${maker.name} [${tag}]` : maker.name;
  }
  return Object.getPrototypeOf(value) === null ? "[Object: null prototype]" : "Object";
}

function functionText(value: (...args: never) => unknown): string {
  const name = Object.getOwnPropertyDescriptor(value, "name")?.value;
  const label = typeof name === "string" && name ? `: ${name}` : " (anonymous)";
  if (/^class\b/.test(Function.prototype.toString.call(value))) {
    const parent: unknown = Object.getPrototypeOf(value);
    const above = typeof parent === "function" && parent.name && parent.name !== name ? ` extends ${parent.name}` : "";
    return `[class ${typeof name === "string" && name ? name : "(anonymous)"}${above}]`;
  }
  return `[${classOf(value)}${label}]`;
}

/** Name, message and where in the cells. */
function errorText(error: Error): string {
  const frames = ownFrames(error).map(({ text }) => `\n    at ${text}`);
  const cause: unknown = Object.getOwnPropertyDescriptor(error, "cause")?.value;
  const because = cause === undefined ? "" : `\n  [cause]: ${write(cause, start()).replaceAll("\n", "\n  ")}`;
  return `${titleOf(error)}${frames.reverse().join("")}${because}`;
}

/** "RangeError: too far". */
export function titleOf(error: Error): string {
  const name = nameOf(error);
  const message = messageOf(error);
  return message === "" ? name : `${name}: ${message}`;
}

/** What kind of error it is: what it calls itself, or its class when that says more. */
export function nameOf(error: Error): string {
  const name: unknown = read(() => error.name);
  const own = classOf(error);
  return typeof name === "string" && name !== "" && (name !== "Error" || own === "Object") ? name : own;
}

export function messageOf(error: Error): string {
  const message: unknown = read(() => error.message);
  return typeof message === "string" ? inReadersWords(message) : message === undefined ? "" : inspect(message);
}

/** What the engine of JavaScript says of compiled code: "__scope.f" and "(0 , __scope.f)" are the reader's `f`. */
export function inReadersWords(message: string): string {
  return message.replace(/\(0\s*,\s*__scope\.([^()\s]+)\)/g, "$1").replaceAll("__scope.", "");
}

function read(get: () => unknown): unknown {
  try {
    return get();
  } catch {
    return undefined;
  }
}

function items(array: ArrayLike<unknown>, writing: Writing): string[] {
  const parts: string[] = [];
  const shown = Math.min(array.length, most.items);
  let holes = 0;
  const sayHoles = () => {
    if (holes > 0) parts.push(`<${holes} empty item${holes > 1 ? "s" : ""}>`);
    holes = 0;
  };
  for (let i = 0; i < shown; i++) {
    const property = Object.getOwnPropertyDescriptor(array, i);
    if (!property) {
      holes++;
      continue;
    }
    sayHoles();
    parts.push(valueText(property, writing));
  }
  sayHoles();
  return array.length > shown ? [...parts, moreText(array.length - shown)] : parts;
}

function cutList<T>(list: readonly T[], each: (item: T) => string): string[] {
  const parts = list.slice(0, most.items).map(each);
  return list.length > most.items ? [...parts, moreText(list.length - most.items)] : parts;
}

const moreText = (count: number) => `... ${count} more item${count > 1 ? "s" : ""}`;

function properties(value: object, skip: (key: string) => boolean, writing: Writing): string[] {
  const keys = Reflect.ownKeys(value).filter((key) => {
    if (typeof key === "string" && skip(key)) return false;
    return Object.getOwnPropertyDescriptor(value, key)?.enumerable ?? false;
  });
  const parts = keys.slice(0, most.entries).map((key) => {
    const property = Object.getOwnPropertyDescriptor(value, key)!;
    const name =
      typeof key === "symbol" ? `[${String(key)}]` : /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key) ? key : quoted(key);
    return `${name}: ${valueText(property, writing)}`;
  });
  return keys.length > most.entries ? [...parts, `... ${keys.length - most.entries} more`] : parts;
}

function valueText({ get, set, value }: PropertyDescriptor, writing: Writing): string {
  if (get) return set ? "[Getter/Setter]" : "[Getter]";
  return set ? "[Setter]" : write(value, writing);
}

/** On one line if there is room, short items in rows, else one a line. */
function laidOut(head: string, parts: readonly string[], [open, close]: string, fills = false): string {
  const before = head ? `${head} ` : "";
  if (parts.length === 0) return `${before}${open}${close}`;
  const line = parts.join(", ");
  if (!line.includes("\n") && before.length + line.length + 4 <= most.line && !(fills && parts.length > 26)) {
    return `${before}${open} ${line} ${close}`;
  }
  const isShort = fills && parts.length > 6 && parts.every((part) => part.length <= 12 || part.startsWith("... "));
  const rows = isShort ? inRows(parts) : parts;
  return `${before}${open}\n${rows.map((row) => `  ${row.replaceAll("\n", "\n  ")}`).join(",\n")}\n${close}`;
}

/** Items in columns of equal width. */
function inRows(parts: readonly string[]): string[] {
  const more = parts.at(-1)!.startsWith("... ") ? parts.at(-1)! : undefined;
  const cells = more ? parts.slice(0, -1) : parts;
  const width = Math.max(...cells.map((cell) => cell.length));
  const perRow = Math.max(1, Math.min(16, Math.floor(most.line / (width + 2))));
  const isNumeric = cells.every((cell) => /^-?[\d.]/.test(cell));
  const rows: string[] = [];
  for (let i = 0; i < cells.length; i += perRow) {
    const row = cells.slice(i, i + perRow);
    rows.push(
      row
        .map((cell, k) => (isNumeric ? cell.padStart(width) : k < row.length - 1 ? cell.padEnd(width) : cell))
        .join(", "),
    );
  }
  return more ? [...rows, more] : rows;
}
