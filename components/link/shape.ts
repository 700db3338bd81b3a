import * as z from "zod/mini";
import { isObject } from "../notebook/exactJson";
import { limits } from "./limits";
import { LinkError } from "./problems";

/*
 * What a link unfolds to: a notebook with short keys, without ids, counts and all that a reader can do without.
 */

const text = z.string();
const json = z.record(text, z.unknown());
const source = z.string();

const output = z.union([
  text, // what was printed
  z.strictObject({ e: text }), // … to stderr
  z.strictObject({ d: json, m: z.optional(json) }), // displayed
  z.strictObject({ r: json, m: z.optional(json) }), // the cell's result
  z.strictObject({ x: z.tuple([text, text, z.array(text)]) }), // name, message, traceback
]);
const outputs = z.array(output);
const index = z.int().check(z.minimum(0));

const fields = {
  /** Language of a code cell, if not the notebook's. */
  l: z.optional(z.enum(["python", "typescript"])),
  /** Metadata, attachments, outputs. */
  m: z.optional(json),
  a: z.optional(json),
  o: z.optional(outputs),
};
const cell = z.strictObject({ k: z.optional(z.union([z.literal(1), z.literal(2)])), s: source, ...fields });
/** A published cell of which something was changed. */
const edited = z.strictObject({ p: index, k: z.optional(z.literal([0, 1, 2])), s: z.optional(source), ...fields });
const range = z.tuple([index, index]); // published cells as they are, first and last

const head = { t: z.optional(text), m: z.optional(json) };
const whole = z.strictObject({ ...head, c: z.array(cell) });
const edit = z.strictObject({
  ...head,
  /** What the cells with two texts are shown in; whether published outputs come along. */
  v: z.optional(z.enum(["python", "typescript"])),
  w: z.optional(z.literal(1)),
  c: z.array(z.union([index, range, cell, edited])),
});

export type ShortOutput = z.infer<typeof output>;
export type ShortCell = z.infer<typeof cell>;
export type EditedCell = z.infer<typeof edited>;
export type Whole = z.infer<typeof whole>;
export type Edit = z.infer<typeof edit>;
const shapes = { n: whole, p: edit } as const;

/**
 * The notebook that a link unfolded to, if it is one.
 *
 * @throws {LinkError}
 */
export function checkedShape<K extends keyof typeof shapes>(kind: K, text: string): z.infer<(typeof shapes)[K]> {
  const raw = parsed(text);
  checkTree(raw, limits.depth);
  const cells = isObject(raw) && Array.isArray(raw.c) ? raw.c : [];
  if (cells.length > limits.cells)
    throw new LinkError({ code: "tooManyCells", count: cells.length, limit: limits.cells });
  const read = shapes[kind].safeParse(raw);
  if (!read.success) throw new LinkError({ code: "field", where: pathOf(read.error.issues[0]!) });
  checkSizes(cells);
  return raw as z.infer<(typeof shapes)[K]>;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new LinkError({ code: "damaged" });
  }
}

/** Keys with which a careless copy would change what every object inherits. */
const forbidden = new Set(["__proto__", "constructor", "prototype"]);

function checkTree(value: unknown, depth: number): void {
  if (typeof value !== "object" || value === null) return;
  if (depth === 0) throw new LinkError({ code: "tooDeep", limit: limits.depth });
  if (Array.isArray(value)) for (const member of value) checkTree(member, depth - 1);
  else
    for (const [key, member] of Object.entries(value)) {
      if (forbidden.has(key)) throw new LinkError({ code: "forbiddenKey", key });
      checkTree(member, depth - 1);
    }
}

function checkSizes(cells: readonly unknown[]): void {
  let sum = 0;
  for (const [at, cell] of cells.entries()) {
    if (!isObject(cell)) continue;
    if (typeof cell.s === "string" && cell.s.length > limits.source)
      throw new LinkError({ code: "cellTooLarge", cell: at + 1, limit: limits.source });
    if (!Array.isArray(cell.o)) continue;
    sum += JSON.stringify(cell.o).length;
    if (sum > limits.outputs || cell.o.length > limits.outputsOfCell)
      throw new LinkError({ code: "outputsTooLarge", limit: limits.outputs });
  }
}

const pathOf = ({ path }: z.core.$ZodIssue) =>
  path.reduce<string>(
    (where, key) => (typeof key === "number" ? `${where}[${key}]` : where ? `${where}.${String(key)}` : String(key)),
    "",
  ) || "{}";
