import * as z from "zod/mini";
import type { CellBody } from "../notebook/cells";
import type { Json, Notebook, Output } from "../notebook/nbformat";
import { bundledNotebooks, type Slug, type Texts } from "./bundled";

/*
 * What the stores hold, and how it is looked at when it comes back: a disk is a stranger. Each check gives the record
 * itself, not the schema's copy, so that keys which this version does not know survive.
 */

/** Any record, before it was looked at. */
export type RawRecord = object;

/** A notebook without its cells. */
export type Header = {
  id: string;
  fileName: string;
  /** The notebook's own keys, cells apart. */
  frame: Omit<Notebook, "cells">;
  order: readonly string[];
  /** Counts the writes; who writes must have seen the latest. */
  version: number;
  /** In milliseconds since 1970. */
  createdAt: number;
  changedAt: number;
  /** When it was put into the trash. */
  deletedAt: number | null;
  /** Which bundled notebook it is a copy of. */
  slug: Slug | null;
  /** The language that a copy's prose stands in. */
  language: "zh" | "en";
  /** Characters of its cells, and of their outputs. */
  size: { text: number; outputs: number };
};

export type CellRecord = { notebook: string; part: string; version: number; body: CellBody };
export type OutputRecord = {
  notebook: string;
  part: string;
  version: number;
  outputs: Output[];
  executionCount: number | null;
};
/** What one write changes; also what a closing tab leaves in the journal. */
export type Changes = {
  fileName?: string;
  frame: Omit<Notebook, "cells">;
  order: readonly string[];
  language: "zh" | "en";
  size: Header["size"];
  cells: CellBody[];
  outputs: { id: string; outputs: Output[]; executionCount: number | null }[];
  /** Cells that are no more, and cells that have no outputs any more. */
  goneCells: string[];
  goneOutputs: string[];
};
export type JournalRecord = { notebook: string; part: string; version: number; at: number; changes: Changes };
export type PublishedRecord = { notebook: string; texts: Texts };

const json = z.looseObject({});
const time = z.number();
const count = z.int().check(z.minimum(0));
const cellType = z.enum(["code", "markdown", "raw"]);
const frame = z.looseObject({ metadata: json });
const body = z.looseObject({ id: z.string(), cell_type: cellType, source: z.string(), metadata: json });
const outputs = z.array(
  z.discriminatedUnion("output_type", [
    z.looseObject({ output_type: z.literal("stream"), name: z.string(), text: z.string() }),
    z.looseObject({ output_type: z.literal("display_data"), data: json, metadata: json }),
    z.looseObject({ output_type: z.literal("execute_result"), data: json, metadata: json }),
    z.looseObject({
      output_type: z.literal("error"),
      ename: z.string(),
      evalue: z.string(),
      traceback: z.array(z.string()),
    }),
  ]),
);
const language = z.enum(["zh", "en"]);
const size = z.looseObject({ text: z.number(), outputs: z.number() });
const executionCount = z.nullable(z.int());
const slugs = bundledNotebooks.map(({ slug }) => slug) as readonly string[];

const schemas = {
  header: z.looseObject({
    id: z.string(),
    fileName: z.string(),
    frame,
    order: z.array(z.string()),
    version: count,
    createdAt: time,
    changedAt: time,
    deletedAt: z.nullable(time),
    slug: z.nullable(z.string()),
    language,
    size,
  }),
  cell: z.looseObject({ notebook: z.string(), part: z.string(), version: count, body }),
  outputs: z.looseObject({ notebook: z.string(), part: z.string(), version: count, outputs, executionCount }),
  journal: z.looseObject({
    notebook: z.string(),
    part: z.string(),
    version: count,
    at: time,
    changes: z.looseObject({
      frame,
      order: z.array(z.string()),
      language,
      size,
      cells: z.array(body),
      outputs: z.array(z.looseObject({ id: z.string(), outputs, executionCount })),
      goneCells: z.array(z.string()),
      goneOutputs: z.array(z.string()),
    }),
  }),
  published: z.looseObject({
    notebook: z.string(),
    texts: z.looseObject({ zh: z.looseObject({ cells: z.array(body) }), en: z.looseObject({ cells: z.array(body) }) }),
  }),
  revision: z.looseObject({
    notebook: z.string(),
    part: z.string(),
    at: time,
    why: z.enum(["minute", "closed", "before", "conflict"]),
    cells: count,
    bytes: count,
    hash: z.string(),
  }),
  revisionText: z.looseObject({ notebook: z.string(), part: z.string(), text: z.instanceof(Uint8Array) }),
};

/** Why a version was kept: a minute of change, the tab's end, something drastic ahead, or another tab's claim. */
export type Why = "minute" | "closed" | "before" | "conflict";
export type Revision = {
  notebook: string;
  part: string;
  at: number;
  why: Why;
  cells: number;
  /** Of its compressed text. */
  bytes: number;
  /** Equal texts have equal ones. */
  hash: string;
};
export type RevisionText = { notebook: string; part: string; text: Uint8Array<ArrayBuffer> };

type Kinds = {
  header: Header;
  cell: CellRecord;
  outputs: OutputRecord;
  journal: JournalRecord;
  published: PublishedRecord;
  revision: Revision;
  revisionText: RevisionText;
};

/** The record, if it is what it must be. */
export function parsed<K extends keyof Kinds>(kind: K, raw: unknown): Kinds[K] | undefined {
  if (!schemas[kind].safeParse(raw).success) return undefined;
  if (kind !== "header") return raw as Kinds[K];
  const header = raw as Header;
  return (slugs.includes(header.slug as string) ? header : { ...header, slug: null }) as Kinds[K];
}

export const isJson = (value: unknown): value is Json => typeof value === "object" && value !== null;
