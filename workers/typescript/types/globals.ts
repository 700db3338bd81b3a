/*
 * What a cell finds without importing anything, beside the language's own names. Types only: workers/typescript/globals.ts
 * gives the values.
 */

/** Shows values under the cell, each as the cell's last value is shown. */
export declare function display(...values: unknown[]): void;

/**
 * Prints as Python's `print` does: `true` as True, `null` as None, arrays as lists, tensors and arrays as NumPy writes them.
 * `console.log` prints as JavaScript does.
 */
export declare function print(...values: unknown[]): void;

/** The text that Python's `repr` has for a value, such as a cell's result shows. */
export declare function repr(value: unknown): string;

/** A list that `print` writes as Python writes a tuple: `print(tuple(x.shape))` prints (2, 3). */
export declare function tuple<T>(items: Iterable<T>): readonly T[];

/** Waits, and lets Stop end the waiting: `await sleep(500)`. */
export declare function sleep(ms: number): Promise<void>;

/** Asks the reader for a line: `const name = await input("Your name? ")`. */
export declare function input(prompt?: string): Promise<string>;

/** The items one by one, with a bar under the cell that shows how many have been taken: `for (const x of progress(items))`. */
export declare function progress<T>(items: Iterable<T>, options?: { label?: string; total?: number }): Iterable<T>;

/**
 * The variables of Python cells, by name: `py.weights`. Tensors, parameters, arrays, initializers and layers are the same
 * objects in both languages; numbers, text, lists, tuples and dictionaries come as copies. `await py` waits until Python has started.
 */
export declare const py: { [name: string]: ReturnType<typeof JSON.parse> };

export declare const console: Console;

/** What a cell prints with. `log`, `info`, `debug`, `table`, `dir`, `count`, `time` and `group` print under the cell, the others in its stream of errors. */
export interface Console {
  /** Prints the values on a line, with blanks between them. `%s`, `%d`, `%i`, `%f`, `%j`, `%o`, `%O` and `%c` in the first one take the next. */
  log(...values: unknown[]): void;
  info(...values: unknown[]): void;
  debug(...values: unknown[]): void;
  warn(...values: unknown[]): void;
  error(...values: unknown[]): void;
  /** Prints the values and where it stands. */
  trace(...values: unknown[]): void;
  /** Says so when a condition does not hold. */
  assert(condition?: unknown, ...values: unknown[]): void;
  /** One value, as deep as `depth` says. */
  dir(value: unknown, options?: { depth?: number }): void;
  /** Rows of objects or lists with a head line. */
  table(rows: unknown, columns?: readonly string[]): void;
  count(label?: string): void;
  countReset(label?: string): void;
  time(label?: string): void;
  timeLog(label?: string, ...values: unknown[]): void;
  timeEnd(label?: string): void;
  /** Indents what follows. */
  group(...values: unknown[]): void;
  groupEnd(): void;
}
