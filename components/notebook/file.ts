import * as z from "zod/mini";
import { type Cell, idPattern, type Json, type Notebook, type Output } from "./nbformat";
import { type Expectation, expectations, NotebookError } from "./problems";

export { NotebookError, problemText } from "./problems";

/** What a file may hold at most. */
export const limits = { characters: 64_000_000, cells: 5_000, depth: 100 } as const;

const lines = z.union([z.string(), z.array(z.string())]);
const json = z.record(z.string(), z.unknown());
const count = z.nullable(z.int());
const metadata = z._default(json, () => ({}));

const output = z.discriminatedUnion("output_type", [
  z.looseObject({ output_type: z.literal("stream"), name: z.enum(["stdout", "stderr"]), text: lines }),
  z.looseObject({ output_type: z.literal("display_data"), data: json, metadata }),
  z.looseObject({
    output_type: z.literal("execute_result"),
    data: json,
    metadata,
    execution_count: z._default(count, null),
  }),
  z.looseObject({
    output_type: z.literal("error"),
    ename: z.string(),
    evalue: z.string(),
    traceback: z.array(z.string()),
  }),
]);

const cell = z.discriminatedUnion("cell_type", [
  z.looseObject({
    cell_type: z.literal("code"),
    source: lines,
    metadata,
    outputs: z._default(z.array(output), () => []),
    execution_count: z._default(count, null),
  }),
  z.looseObject({ cell_type: z.literal("markdown"), source: lines, metadata }),
  z.looseObject({ cell_type: z.literal("raw"), source: lines, metadata }),
]);

const notebook = z.looseObject({ cells: z.array(cell), metadata, nbformat: z.int(), nbformat_minor: z.int() });

/**
 * The notebook that a file's text holds. Reads nbformat 4.0 to 4.5; unknown keys are kept, cells without a usable id
 * get one (`cell-1`, `cell-2` … by position), and the second of two equal ids is replaced.
 *
 * @throws {NotebookError} with one sentence that says what was expected and what came
 * Source: nbformat, "The notebook file format", 4.5.
 */
export function parseNotebook(text: string): Notebook {
  const raw = readJson(text);
  checkKind(raw);
  const read = notebook.safeParse(raw);
  if (!read.success) throw fieldError(raw, read.error.issues[0]!);
  const cells = withIds(read.data.cells.map((c) => joinedCell(c as Json)));
  return { ...read.data, cells, nbformat: 4, nbformat_minor: 5 };
}

/**
 * The notebook as an `.ipynb` file: nbformat 4.5, keys sorted, one blank of indent, texts as lists of lines; what
 * Jupyter itself writes for the same notebook.
 */
export function notebookText(notebook: Notebook): string {
  const cells = notebook.cells.map((cell) => ({
    ...cell,
    source: split(cell.source),
    ...(isObject(cell.attachments) && { attachments: mapBundles(cell.attachments, splitBundle) }),
    ...(cell.cell_type === "code" && { outputs: (cell.outputs as Output[]).map(splitOutput) }),
  }));
  return `${JSON.stringify(sorted({ ...notebook, cells, nbformat: 4, nbformat_minor: 5 }), null, 1)}\n`;
}

function readJson(text: string): unknown {
  const body = text.replace(/^\uFEFF/, "");
  if (body.trim() === "") throw new NotebookError({ code: "empty" });
  if (body.length > limits.characters)
    throw new NotebookError({ code: "tooLarge", characters: body.length, limit: limits.characters });
  try {
    return JSON.parse(body);
  } catch {
    throw new NotebookError({ code: "notJson", start: glimpse(body.trim()) });
  }
}

/** The coarse questions first, so that a wrong file is told what it is and not which field it lacks. */
function checkKind(raw: unknown): void {
  if (!isObject(raw) || (!("cells" in raw) && !("nbformat" in raw)))
    throw new NotebookError({ code: "notNotebook", came: shown(raw) });
  const { nbformat, nbformat_minor: minor, cells } = raw;
  if (typeof nbformat === "number" && (nbformat !== 4 || (typeof minor === "number" && (minor < 0 || minor > 5))))
    throw new NotebookError({
      code: "version",
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
    typeof last === "string" && last in expectations ? expectations[last as keyof typeof expectations] : "object";
  const where = issue.path.reduce<string>(
    (path, key) => (typeof key === "number" ? `${path}[${key}]` : path ? `${path}.${String(key)}` : String(key)),
    "",
  );
  const came = issue.path.reduce<unknown>((value, key) => (value as Json | undefined)?.[key as string], raw);
  return new NotebookError({ code: "field", where, expected, came: came === undefined ? "" : shown(came) });
}

function joinedCell(raw: Json): Cell {
  const cell = { ...raw, source: join(raw.source) } as Cell;
  if (isObject(cell.attachments)) cell.attachments = mapBundles(cell.attachments, joinedBundle);
  if (cell.cell_type === "code") cell.outputs = (raw.outputs as Json[]).map(joinedOutput);
  return cell;
}

function joinedOutput(output: Json): Output {
  if (output.output_type === "stream") return { ...output, text: join(output.text) } as Output;
  return (isObject(output.data) ? { ...output, data: joinedBundle(output.data) } : output) as Output;
}

function splitOutput(output: Output): Json {
  if (output.output_type === "stream") return { ...output, text: split(output.text) };
  return output.output_type === "error" ? output : { ...output, data: splitBundle(output.data) };
}

// which texts are kept as lists of lines is Jupyter's choice: nbformat, v4/rwbase.py
const isJson = (mime: string) => mime === "application/json" || /^application\/.*\+json$/.test(mime);
const isLines = (mime: string) => /^(text\/|application\/javascript$|image\/svg\+xml$)/.test(mime);

const joinedBundle = (bundle: Json) => mapEntries(bundle, (mime, data) => (isJson(mime) ? data : join(data)));
const splitBundle = (bundle: Json) =>
  mapEntries(bundle, (mime, data) => (isLines(mime) && typeof data === "string" ? split(data) : data));
const mapBundles = (attachments: Json, change: (bundle: Json) => Json) =>
  mapEntries(attachments, (_, bundle) => (isObject(bundle) ? change(bundle) : bundle));
const mapEntries = (object: Json, change: (key: string, value: unknown) => unknown): Json =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(key, value)]));

const isText = (value: unknown) => typeof value === "string";
const join = (text: unknown) => (Array.isArray(text) && text.every(isText) ? text.join("") : (text as string));
const split = (text: string) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

function withIds(cells: Cell[]): Cell[] {
  const isId = (id: unknown): id is string => typeof id === "string" && idPattern.test(id);
  const own = new Set(cells.map((cell) => cell.id).filter(isId)); // minted ones keep clear of these
  const taken = new Set<string>();
  return cells.map((cell, index) => {
    let id = cell.id;
    if (!isId(id) || taken.has(id)) {
      id = `cell-${index + 1}`;
      for (let n = 2; own.has(id) || taken.has(id); n++) id = `cell-${index + 1}-${n}`;
    }
    taken.add(id);
    return { ...cell, id };
  });
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const keys = Object.keys(value).sort((a, b) => (a < b ? -1 : 1));
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]));
}

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

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

const glimpse = (text: string) => (text.length <= 30 ? text : `${text.slice(0, 30)}…`).replace(/\s+/g, " ");
