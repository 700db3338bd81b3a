import * as z from "zod/mini";
import { isObject } from "./exactJson";
import type { Json } from "./nbformat";
import { type Expectation, expectations, glimpse, NotebookError } from "./problems";

/** What a file may hold at most. */
export const limits = { characters: 64_000_000, cells: 5_000, depth: 400 } as const;

const lines = z.union([z.string(), z.array(z.string())]);
const json = z.looseObject({});
const count = z.nullable(z.int().check(z.minimum(0)));
const text = z.string();

const output = z.discriminatedUnion("output_type", [
  z.looseObject({ output_type: z.literal("stream"), name: text, text: lines }),
  z.looseObject({ output_type: z.literal("display_data"), data: json, metadata: z.optional(json) }),
  z.looseObject({
    output_type: z.literal("execute_result"),
    data: json,
    metadata: z.optional(json),
    execution_count: z.optional(count),
  }),
  z.looseObject({ output_type: z.literal("error"), ename: text, evalue: text, traceback: z.array(text) }),
]);

const cell = z.discriminatedUnion("cell_type", [
  z.looseObject({
    cell_type: z.literal("code"),
    source: lines,
    metadata: z.optional(json),
    outputs: z.optional(z.array(output)),
    execution_count: z.optional(count),
  }),
  z.looseObject({ cell_type: z.literal("markdown"), source: lines, metadata: z.optional(json) }),
  z.looseObject({ cell_type: z.literal("raw"), source: lines, metadata: z.optional(json) }),
]);

const notebook = z.looseObject({
  cells: z.array(cell),
  metadata: z.optional(json),
  nbformat: z.int(),
  nbformat_minor: z.int(),
});

/** A notebook's JSON whose named fields are what they must be, some of them missing; all else is as it came. */
export type RawNotebook = Json & { cells: Json[]; metadata?: Json };

/**
 * The same value, which is a notebook of format 4.0 to 4.5.
 *
 * @throws {NotebookError} with what was expected and what came
 */
export function checked(raw: unknown): RawNotebook {
  checkKind(raw);
  const read = notebook.safeParse(raw);
  if (!read.success) throw fieldError(raw, read.error.issues[0]!);
  return raw as RawNotebook; // not the schema's copy, which would lack keys such as "__proto__"
}

/** The coarse questions first, so that a wrong file is told what it is and not which field it lacks. */
function checkKind(raw: unknown): void {
  if (!isObject(raw) || (!("cells" in raw) && !("nbformat" in raw)))
    throw new NotebookError({ code: "notNotebook", came: shown(raw) });
  const { nbformat, nbformat_minor: minor, cells } = raw;
  if (typeof nbformat === "number" && (nbformat !== 4 || (typeof minor === "number" && (minor < 0 || minor > 5))))
    throw new NotebookError({
      code: nbformat < 4 ? "oldVersion" : "version",
      came: typeof minor === "number" ? `${nbformat}.${minor}` : `${nbformat}`,
    });
  if (Array.isArray(cells) && cells.length > limits.cells)
    throw new NotebookError({ code: "tooManyCells", count: cells.length, limit: limits.cells });
  if (!isWithin(raw, limits.depth)) throw new NotebookError({ code: "tooDeep", limit: limits.depth });
}

function isWithin(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  return depth > 0 && Object.values(value).every((member) => isWithin(member, depth - 1));
}

function fieldError(raw: unknown, issue: z.core.$ZodIssue): NotebookError {
  const last = issue.path.at(-1);
  const expected: Expectation =
    typeof last === "string" && Object.hasOwn(expectations, last)
      ? expectations[last as keyof typeof expectations]
      : "object";
  const where = issue.path.reduce<string>(
    (path, key) => (typeof key === "number" ? `${path}[${key}]` : path ? `${path}.${String(key)}` : String(key)),
    "",
  );
  const came = issue.path.reduce<unknown>((value, key) => (value as Json | undefined)?.[key as string], raw);
  return new NotebookError({ code: "field", where, expected, came: came === undefined ? "" : shown(came) });
}

/** The value as a short piece of JSON. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "[]" : "[…]";
  if (isObject(value)) {
    const keys = Object.keys(value)
      .slice(0, 3)
      .map((key) => JSON.stringify(glimpse(key)));
    return keys.length === 0 ? "{}" : `{${keys.join(", ")}, …}`;
  }
  return typeof value === "string" ? JSON.stringify(glimpse(value)) : String(JSON.stringify(value));
}
