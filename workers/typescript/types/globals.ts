/* What a cell finds without importing anything, beside the language's own names. Types only. */

/** Shows a value under the cell, as the cell's last value is shown. */
export declare function display(value: unknown): void;

/** The variables of Python cells, by name. */
export declare const py: { [name: string]: ReturnType<typeof JSON.parse> };

export declare const console: Console;

/** What a cell may print with. */
export interface Console {
  /** Prints the values on a line, with blanks between them. */
  log(...values: unknown[]): void;
  info(...values: unknown[]): void;
  debug(...values: unknown[]): void;
  /** Prints to the stream of errors. */
  error(...values: unknown[]): void;
  warn(...values: unknown[]): void;
}
