import * as z from "zod/mini";
import { BadMessage } from "../events";
import type { LookAnswer, LookAnswers, LookRequest, Refusal } from "./types";

/** Characters of one answer. */
export const lookLimit = 1 << 20;

const short = z.string().check(z.maxLength(1_000));
const numeral = z.union([z.number(), z.string().check(z.maxLength(400))]);
const maybe = z.nullable(numeral);
const count = z.number().check(z.nonnegative(), z.int());
const base64 = z.string().check(z.maxLength(lookLimit), z.regex(/^[A-Za-z0-9+/]*={0,2}$/));
const axes = z.array(count).check(z.maxLength(64));
const span = z.tuple([count, count]);

const statistics = z.object({
  size: count,
  min: maybe,
  max: maybe,
  mean: maybe,
  std: maybe,
  zeros: count,
  negative: count,
  nan: count,
  positiveInf: count,
  negativeInf: count,
  distinct: z.nullable(count),
  distinctLimit: count,
  hash: z.string().check(z.regex(/^[0-9a-f]{8}$/)),
});

const histogram = z.object({
  edges: z.array(numeral).check(z.maxLength(1_001)),
  counts: z.array(count).check(z.maxLength(1_000)),
  below: count,
  above: count,
  nan: count,
  positiveInf: count,
  negativeInf: count,
});

const picture = z.object({
  rows: count,
  columns: count,
  sourceRows: count,
  sourceColumns: count,
  rule: z.enum(["each", "tiles"]),
  encoding: z.enum(["f4", "f8"]),
  mean: base64,
  min: z.optional(base64),
  max: z.optional(base64),
  marks: z.optional(base64),
  low: maybe,
  high: maybe,
});

const form = z.object({
  version: z.literal(1),
  kind: z.enum(["tensor", "parameter", "array"]),
  name: z.optional(z.string().check(z.maxLength(2_000))),
  shape: axes,
  dtype: short,
  bytes: count,
  handle: z.optional(short),
  pending: z.optional(z.literal(true)),
  live: z.optional(z.literal(true)),
  statistics: z.optional(statistics),
  histogram: z.optional(histogram),
  picks: z.optional(z.array(z.union([count, z.enum(["rows", "columns"])])).check(z.maxLength(64))),
  picture: z.optional(picture),
  values: z.optional(base64),
});

const slice = z.object({
  sourceRows: count,
  sourceColumns: count,
  rows: span,
  columns: span,
  texts: z.array(z.array(short).check(z.maxLength(10_000))).check(z.maxLength(10_000)),
});

const marked = z.object({
  rows: count,
  columns: count,
  sourceRows: count,
  sourceColumns: count,
  count,
  total: count,
  shares: base64,
});

const revision = z.object({
  number: count,
  by: short,
  cell: count,
  shape: axes,
  dtype: short,
  bytes: count,
  kept: z.boolean(),
});

const comparison = z.object({
  size: count,
  changed: count,
  maxAbs: maybe,
  at: z.nullable(axes),
  meanAbs: maybe,
  histogram,
  picture,
});

const schemas: { [K in keyof LookAnswers]: z.ZodMiniType<LookAnswers[K]> } = {
  form,
  statistics,
  histogram,
  picture,
  slice,
  mark: marked,
  revisions: z.array(revision).check(z.maxLength(5_000)),
  compare: comparison,
  release: z.object({}),
};

const refusal: z.ZodMiniType<Refusal> = z.object({
  kind: z.literal("refused"),
  reason: z.enum(["busy", "gone", "wrong"]),
  message: short,
});

/**
 * The worker's answer to a look. As for events, nothing is believed of what it sends.
 *
 * @throws {BadMessage} if it is anything else
 */
export function readLook<K extends LookRequest["kind"]>(kind: K, message: unknown): LookAnswer<K> {
  if (typeof message !== "string" || message.length > lookLimit)
    throw new BadMessage("a cell answered a look with no text");
  try {
    const said = JSON.parse(message);
    if (said.kind === "refused") return refusal.parse(said);
    return { kind: "answer", answer: schemas[kind].parse(said.answer) as LookAnswers[K] };
  } catch {
    throw new BadMessage("a cell answered a look with something that is no answer");
  }
}
