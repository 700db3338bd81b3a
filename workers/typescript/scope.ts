import type { Kind } from "./compile";

/**
 * Every name of a session as properties of one object, which compiled cells read and write. A name that is not there is
 * an error, as for a variable: the object's prototype says so.
 */
export class Scope {
  readonly values: Record<string, unknown>;
  /** How each of the reader's names was declared, in the order in which they came. */
  readonly kinds = new Map<string, Kind>();
  /** What JavaScript and its place had before any cell ran. */
  readonly #atStart = new Set(Object.getOwnPropertyNames(globalThis));

  /** `given` is there from the start; a cell may declare its names anew. */
  constructor(given: Record<string, unknown>) {
    this.values = Object.create(
      new Proxy(Object.create(null) as object, {
        get: (_, name) => this.#missing(name),
        set: (_, name, value, receiver) => this.#declare(name, value, receiver as object),
        has: () => false,
      }),
    ) as Record<string, unknown>;
    for (const [name, value] of Object.entries(given)) this.#define(this.values, name, value);
  }

  /** From now on these names may be given values. */
  declare(names: ReadonlyMap<string, Kind>): void {
    for (const [name, kind] of names) {
      this.kinds.delete(name); // the latest declaration comes last
      this.kinds.set(name, kind);
    }
  }

  readonly has = (name: string): boolean => Object.hasOwn(this.values, name);

  /** Whether a cell may use the name without declaring it: the language's own, not this place's. */
  readonly isGlobal = (name: string): boolean => globals.has(name) && name in globalThis;

  #missing(name: string | symbol): unknown {
    if (typeof name === "symbol") return undefined;
    if (!this.#atStart.has(name) && Object.hasOwn(globalThis, name)) {
      return (globalThis as Record<string, unknown>)[name]; // set by the reader as globalThis.name
    }
    throw new ReferenceError(`${name} is not defined`);
  }

  #declare(name: string | symbol, value: unknown, receiver: object): boolean {
    if (typeof name === "string" && !this.kinds.has(name)) throw new ReferenceError(`${name} is not defined`);
    return this.#define(receiver, name, value);
  }

  #define(target: object, name: string | symbol, value: unknown): boolean {
    return Reflect.defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true });
  }
}

/** The names of JavaScript and of its wider family that cells see. What only the kernel's own place has is left out. */
const globals: ReadonlySet<string> = new Set([
  ...["globalThis", "Infinity", "NaN", "undefined", "isFinite", "isNaN", "parseFloat", "parseInt"],
  ...["decodeURI", "decodeURIComponent", "encodeURI", "encodeURIComponent", "escape", "unescape", "eval"],
  ...["Object", "Function", "Boolean", "Symbol", "Number", "BigInt", "Math", "Date", "Temporal", "String", "RegExp"],
  ...["Error", "AggregateError", "EvalError", "RangeError", "ReferenceError", "SyntaxError", "TypeError", "URIError"],
  ...["SuppressedError", "DisposableStack", "AsyncDisposableStack", "Iterator", "AsyncIterator"],
  ...[
    "Array",
    "Int8Array",
    "Uint8Array",
    "Uint8ClampedArray",
    "Int16Array",
    "Uint16Array",
    "Int32Array",
    "Uint32Array",
  ],
  ...["BigInt64Array", "BigUint64Array", "Float16Array", "Float32Array", "Float64Array", "ArrayBuffer", "DataView"],
  ...["SharedArrayBuffer", "Atomics", "Map", "Set", "WeakMap", "WeakSet", "WeakRef", "FinalizationRegistry"],
  ...["JSON", "Promise", "Reflect", "Proxy", "Intl", "WebAssembly"],
  ...["setTimeout", "clearTimeout", "setInterval", "clearInterval", "queueMicrotask", "structuredClone", "performance"],
  ...["TextEncoder", "TextDecoder", "URL", "URLSearchParams", "atob", "btoa", "crypto", "Blob", "fetch", "Response"],
  ...["AbortController", "AbortSignal", "Event", "EventTarget", "CustomEvent", "DOMException"],
  ...["ReadableStream", "WritableStream", "TransformStream", "CompressionStream", "DecompressionStream"],
  ...["OffscreenCanvas", "ImageData", "createImageBitmap"],
]);
