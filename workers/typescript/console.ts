import { engineText } from "./engineText";
import { ownFrames } from "./frames";
import { inspect } from "./inspect";
import type { Console } from "./types/globals";

type Stream = "stdout" | "stderr";

/** Opens the `console` of a session: what it prints goes to `print`, whole lines. `now` is in milliseconds. */
export function openConsole(print: (stream: Stream, text: string) => void, now: () => number): Console {
  const counts = new Map<string, number>();
  const timers = new Map<string, number>();
  let indent = "";

  const line = (stream: Stream, text: string) => print(stream, `${indent}${text.replaceAll("\n", `\n${indent}`)}\n`);
  const logger =
    (stream: Stream) =>
    (...values: unknown[]) =>
      line(stream, formatted(values));
  const timed = (label: string, values: unknown[]) => {
    const start = timers.get(label);
    if (start === undefined) line("stderr", `There is no timer '${label}'.`);
    else line("stdout", formatted([`${label}: ${durationText(now() - start)}`, ...values]));
  };
  const log = logger("stdout");
  const error = logger("stderr");
  return {
    log,
    info: log,
    debug: log,
    warn: error,
    error,
    trace(...values) {
      const places = ownFrames(new Error()).reverse();
      line("stderr", ["Trace", ...(values.length > 0 ? [`: ${formatted(values)}`] : [])].join(""));
      for (const { text } of places) line("stderr", `    at ${text}`);
    },
    assert(condition, ...values) {
      if (!condition) line("stderr", values.length > 0 ? `Assertion failed: ${formatted(values)}` : "Assertion failed");
    },
    dir: (value, options) => line("stdout", inspect(value, options)),
    table: (rows, columns) => line("stdout", tableText(rows, columns) ?? formatted([rows])),
    count(label = "default") {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      line("stdout", `${label}: ${counts.get(label)}`);
    },
    countReset(label = "default") {
      counts.delete(label);
    },
    time(label = "default") {
      timers.set(label, now());
    },
    timeLog: (label = "default", ...values) => timed(label, values),
    timeEnd(label = "default") {
      timed(label, []);
      timers.delete(label);
    },
    group(...values) {
      if (values.length > 0) log(...values);
      indent += "  ";
    },
    groupEnd() {
      indent = indent.slice(2);
    },
  };
}

const formats: { [letter: string]: (value: unknown) => string } = {
  s: (value) => (typeof value === "object" && value !== null ? plain(value) : String(value)),
  d: (value) =>
    typeof value === "bigint" ? `${value}n` : String(typeof value === "object" ? Number.NaN : Number(value)),
  i: (value) => (typeof value === "bigint" ? `${value}n` : String(Number.parseInt(String(value), 10))),
  f: (value) => String(Number.parseFloat(String(value))),
  j: (value) => JSON.stringify(value) ?? "undefined",
  o: (value) => inspect(value),
  O: (value) => inspect(value),
  c: () => "", // colours of pages
};

/** Values on a line; a first text may say by `%s` and its like how the next ones are written. */
function formatted(values: readonly unknown[]): string {
  const [first, ...rest] = values;
  if (typeof first !== "string" || rest.length === 0 || !first.includes("%")) return values.map(plain).join(" ");
  const head = first.replace(/%([sdifjoOc%])/g, (whole, letter: string) => {
    if (letter === "%") return "%";
    return rest.length > 0 ? formats[letter]!(rest.shift()) : whole;
  });
  return [head, ...rest.map(plain)].join(" ");
}

/** Text as it is, what the engine makes as Python prints it, all else as the inspector writes it. */
function plain(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "object" && value !== null) return engineText(value, "str") ?? inspect(value);
  return inspect(value);
}

function durationText(ms: number): string {
  return ms < 1_000 ? `${ms.toFixed(ms < 10 ? 2 : 0)} ms` : `${(ms / 1_000).toFixed(2)} s`;
}

/** A table of rows that are objects or lists; undefined where there is nothing to make rows of. */
function tableText(data: unknown, wanted?: readonly string[]): string | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const rows: [unknown, unknown][] =
    data instanceof Map ? [...data] : data instanceof Set ? [...[...data].entries()] : Object.entries(data);
  const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
  const columns = wanted ?? [
    ...new Set(rows.flatMap(([, row]) => (isRecord(row) && !engineText(row, "str") ? Object.keys(row) : []))),
  ];
  const hasValues = !wanted && rows.some(([, row]) => !isRecord(row) || engineText(row, "str") !== undefined);
  const head = ["(index)", ...columns, ...(hasValues ? ["Values"] : [])];
  const body = rows.map(([key, row]) => {
    const fields = isRecord(row) && engineText(row, "str") === undefined ? row : undefined;
    const cells = columns.map((column) =>
      fields && Object.hasOwn(fields, column) ? inspect(fields[column], { depth: 0 }) : "",
    );
    return [String(key), ...cells, ...(hasValues ? [fields ? "" : inspect(row, { depth: 0 })] : [])];
  });
  const widths = head.map((title, column) => Math.max(title.length, ...body.map((row) => row[column]!.length)) + 2);
  const rule = (left: string, middle: string, right: string) =>
    left + widths.map((width) => "─".repeat(width)).join(middle) + right;
  const row = (cells: readonly string[]) =>
    `│${cells.map((cell, column) => ` ${cell}`.padEnd(widths[column]!)).join("│")}│`;
  return [rule("┌", "┬", "┐"), row(head), rule("├", "┼", "┤"), ...body.map(row), rule("└", "┴", "┘")].join("\n");
}
