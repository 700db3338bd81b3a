import * as z from "zod/mini";
import type { ManyForm, Member, OneForm, Picture, TensorForm } from "../../workers/protocol";
import { nearest } from "../notebook/exactJson";
import { lengthOf } from "./base64";
import { elements } from "./elements";

/** What a form from a file may hold. */
export const limits = { axes: 64, tiles: 512, bins: 1_000, members: 1_000, name: 2_000, values: 4_096 } as const;

const word = z.string().check(z.maxLength(400));
const name = z.string().check(z.maxLength(limits.name));
const numeral = z.union([z.number(), word]);
const maybe = z.nullable(numeral);
const count = z.int().check(z.nonnegative());
const tiles = z.int().check(z.nonnegative(), z.maximum(limits.tiles));
const base64 = z.string().check(z.maxLength(limits.tiles ** 2 * 11), z.regex(/^[A-Za-z0-9+/]*={0,2}$/));

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
  hash: word,
});

const histogram = z
  .object({
    edges: z.array(numeral).check(z.maxLength(limits.bins + 1)),
    counts: z.array(count).check(z.maxLength(limits.bins)),
    below: count,
    above: count,
    nan: count,
    positiveInf: count,
    negativeInf: count,
  })
  .check(z.refine(({ edges, counts }) => edges.length === (counts.length && counts.length + 1)));

const picture = z
  .object({
    rows: tiles,
    columns: tiles,
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
  })
  .check(z.refine(isWholePicture));

function isWholePicture({
  rows,
  columns,
  encoding,
  mean,
  min = mean,
  max = mean,
  marks,
  ...picture
}: Picture): boolean {
  const size = rows * columns;
  const bytes = size * (encoding === "f4" ? 4 : 8);
  const isFull = [mean, min, max].every((numbers) => lengthOf(numbers) === bytes);
  const fits = rows <= picture.sourceRows && columns <= picture.sourceColumns;
  return isFull && fits && (marks === undefined || lengthOf(marks) === size);
}

const member = {
  name: z.optional(name),
  shape: z.array(count).check(z.maxLength(limits.axes)),
  dtype: word,
  bytes: count,
  handle: z.optional(word),
  pending: z.optional(z.literal(true)),
  live: z.optional(z.literal(true)),
  statistics: z.optional(statistics),
  histogram: z.optional(histogram),
};

const one: z.ZodMiniType<OneForm> = z
  .object({
    ...member,
    version: z.literal(1),
    kind: z.enum(["tensor", "parameter", "array"]),
    picks: z.optional(z.array(z.union([count, z.enum(["rows", "columns"])])).check(z.maxLength(limits.axes))),
    picture: z.optional(picture),
    values: z.optional(base64.check(z.maxLength(Math.ceil(limits.values / 3) * 4))),
  })
  .check(z.refine(({ values, shape, dtype }) => values === undefined || isWholeArray(values, shape, dtype)));

function isWholeArray(values: string, shape: readonly number[], dtype: string): boolean {
  if (!Object.hasOwn(elements, dtype)) return false;
  return lengthOf(values) === sizeOf(shape) * elements[dtype]!.bytes;
}

const many: z.ZodMiniType<ManyForm> = z.object({
  version: z.literal(1),
  kind: z.enum(["list", "tuple", "cell"]),
  title: name,
  members: z.array(z.object(member)).check(z.maxLength(limits.members)),
  more: z.optional(count),
});

const form: z.ZodMiniType<TensorForm> = z.union([one, many]);

/** What a bundle says of its numbers; null if it is not what it must be. Files and cells may say anything. */
export function readForm(data: unknown): TensorForm | null {
  const read = form.safeParse(nearest(data));
  return read.success ? read.data : null;
}

export const sizeOf = (shape: readonly number[]) => shape.reduce((product, length) => product * length, 1);

/** A member as a form of its own. */
export const asForm = (one: Member): OneForm => ({ ...one, version: 1, kind: "tensor" });
