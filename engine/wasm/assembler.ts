import { type Code, i32Of, Local, type Operand, unsigned, writeCode } from "./code";

/** Value types, by their byte. */
const types = { i32: 0x7f, i64: 0x7e, f32: 0x7d, f64: 0x7c, v128: 0x7b } as const;
export type ValueType = keyof typeof types;

interface Function {
  name: string;
  parameters: readonly ValueType[];
  result: ValueType | null;
  locals: readonly ValueType[];
  body: Code;
}

/** Hands out the locals of one function. */
export class Scope {
  readonly locals: ValueType[] = [];
  constructor(
    private readonly parameters: number,
    /** Calls the function itself. */
    readonly self: (...values: Operand[]) => Code,
  ) {}
  private local(type: ValueType): Local {
    this.locals.push(type);
    return new Local(this.parameters + this.locals.length - 1);
  }
  i32(): Local {
    return this.local("i32");
  }
  f32(): Local {
    return this.local("f32");
  }
  f64(): Local {
    return this.local("f64");
  }
  v128(): Local {
    return this.local("v128");
  }
  /** `count` vectors. */
  vectors(count: number): Local[] {
    return Array.from({ length: count }, () => this.v128());
  }
}

/**
 * Writes a WebAssembly module: functions are defined in turn, constants and tables are placed in memory, `toBytes` gives
 * the binary. The memory is imported as "memory" from "engine"; whoever makes it writes `tableBytes` at `tableStart`.
 */
export class Assembler {
  private readonly functions: Function[] = [];
  private readonly tables: number[] = [];
  private readonly interned = new Map<number, number>();

  constructor(
    private readonly tableStart: number,
    private readonly pages: { initial: number; maximum: number },
  ) {}

  /** A function that is exported under its name; `body` gets the parameters in order. Returns how to call it. */
  define(
    name: string,
    parameters: readonly ValueType[],
    body: (scope: Scope, ...parameters: Local[]) => Code,
    result: ValueType | null = null,
  ): (...values: Operand[]) => Code {
    const index = this.functions.length;
    const call = (...values: Operand[]): Code => [values.map(i32Of), 0x10, unsigned(index)];
    const scope = new Scope(parameters.length, call);
    const entry: Function = { name, parameters, result, locals: scope.locals, body: [] };
    this.functions.push(entry); // first, so that the body may call itself
    entry.body = body(scope, ...parameters.map((_, i) => new Local(i)));
    return call;
  }

  /** The address of float64 numbers in memory: several lie as vectors want them, one takes no more than its room. */
  table(values: readonly number[]): number {
    while (this.tables.length % (values.length > 1 ? 16 : 8)) this.tables.push(0);
    return this.place(Float64Array.from(values));
  }

  /** The address of float32 numbers in memory. */
  floats(values: readonly number[]): number {
    return this.place(Float32Array.from(values));
  }

  private place({ buffer }: Float32Array<ArrayBuffer> | Float64Array<ArrayBuffer>): number {
    const address = this.tableStart + this.tables.length;
    this.tables.push(...new Uint8Array(buffer));
    return address;
  }

  /** A float64 in both lanes, read from memory: cheaper in a loop than a constant that is built at each use. */
  both(value: number): Code {
    let address = this.interned.get(value);
    if (address === undefined) {
      address = this.table([value]);
      this.interned.set(value, address);
    }
    return [i32Of(0), 0xfd, 10, 0, unsigned(address)];
  }

  /** Constants and tables, as they have to lie from `tableStart` on. */
  get tableBytes(): Uint8Array {
    return Uint8Array.from(this.tables);
  }

  /** The bytes after the last table. */
  get tableEnd(): number {
    return this.tableStart + this.tables.length;
  }

  toBytes(): Uint8Array<ArrayBuffer> {
    const signatures = this.functions.map(({ parameters, result }) => [
      0x60,
      ...list(parameters.map((type) => [types[type]])),
      ...list(result ? [[types[result]]] : []),
    ]);
    const unique = [...new Map(signatures.map((one) => [one.join(), one])).values()];
    const indexOf = new Map(unique.map((one, i) => [one.join(), i]));
    const { initial, maximum } = this.pages;
    return Uint8Array.from([
      ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
      ...section(1, list(unique)),
      ...section(2, list([[...text("engine"), ...text("memory"), 2, 3, ...unsigned(initial), ...unsigned(maximum)]])),
      ...section(3, list(signatures.map((one) => unsigned(indexOf.get(one.join())!)))),
      ...section(7, list(this.functions.map(({ name }, i) => [...text(name), 0, ...unsigned(i)]))),
      ...section(10, list(this.functions.map(functionBytes))),
    ]);
  }
}

function functionBytes({ locals, body }: Function): number[] {
  const runs: [count: number, type: ValueType][] = [];
  for (const type of locals) {
    const last = runs.at(-1);
    if (last?.[1] === type) last[0]++;
    else runs.push([1, type]);
  }
  const bytes = list(runs.map(([count, type]) => [...unsigned(count), types[type]]));
  writeCode(body, bytes);
  bytes.push(0x0b);
  return [...unsigned(bytes.length), ...bytes];
}

function list(items: readonly (readonly number[])[]): number[] {
  const bytes = unsigned(items.length);
  for (const item of items) for (const byte of item) bytes.push(byte);
  return bytes;
}

function section(id: number, bytes: number[]): number[] {
  return [id, ...unsigned(bytes.length), ...bytes];
}

function text(value: string): number[] {
  const bytes = Array.from(value, (character) => character.charCodeAt(0));
  return [...unsigned(bytes.length), ...bytes];
}
