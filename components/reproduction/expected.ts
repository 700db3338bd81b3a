import * as z from "zod/mini";
import { isObject } from "../notebook/exactJson";
import { split } from "../notebook/multiline";
import type { Json, Output } from "../notebook/nbformat";

/*
 * What a cell is expected to print stands in `metadata.sporebook.expected`: a text, the list of its lines, or
 * `{ text, values: "unseeded" }` where the published values came from no seed and only their structure can come again.
 */

/** What a cell is expected to print; `values` says that its numbers are chance's. */
export type Expected = { text: string; values?: "unseeded" };

const longest = 4_000_000;
const text = z.union([z.string(), z.array(z.string())]);
const schema = z.union([text, z.looseObject({ text, values: z.optional(z.literal("unseeded")) })]);

type Holder = { metadata: Json };

const read = new WeakMap<Json, Expected | null>(); // metadata are never changed, only replaced

/** What is expected of a cell; null if nothing is, or what stands there cannot be read. */
export function expectedOf({ metadata }: Holder): Expected | null {
  let expected = read.get(metadata);
  if (expected === undefined) {
    expected = parsed(isObject(metadata.sporebook) ? metadata.sporebook.expected : undefined);
    read.set(metadata, expected);
  }
  return expected;
}

function parsed(raw: unknown): Expected | null {
  const { data } = schema.safeParse(raw);
  if (data === undefined) return null;
  const { text, values } = typeof data === "string" || Array.isArray(data) ? { text: data, values: undefined } : data;
  const whole = Array.isArray(text) ? text.join("") : text;
  return whole.length > longest ? null : { text: whole, ...(values && { values }) };
}

/** The cell with something expected of it, or with nothing any more. */
export function withExpected<T extends Holder>(cell: T, expected: Expected | null): T {
  const { expected: _, ...rest } = isObject(cell.metadata.sporebook) ? cell.metadata.sporebook : ({} as Json);
  const { sporebook: __, ...metadata } = cell.metadata;
  const lines = expected && split(expected.text);
  const written = expected?.values ? { text: lines, values: expected.values } : lines;
  const sporebook = written ? { ...rest, expected: written } : rest;
  return { ...cell, metadata: Object.keys(sporebook).length > 0 ? { ...metadata, sporebook } : metadata };
}

/** A bar's times are another each time. */
const unexpected = "application/vnd.sporebook.progress+json";

/** What a cell printed, showed and raised, as text, in order. Its stream of errors is not looked at, nor are bars. */
export function printedOf(outputs: readonly Output[]): string {
  const parts = outputs.map((output) => {
    if (output.output_type === "stream") return output.name === "stdout" ? output.text : "";
    if (output.output_type === "error") return `${output.ename}: ${output.evalue}`;
    const plain = output.data["text/plain"];
    return unexpected in output.data || typeof plain !== "string" ? "" : plain;
  });
  return parts
    .filter((part) => part !== "")
    .map((part, at, all) => (at < all.length - 1 && !part.endsWith("\n") ? `${part}\n` : part))
    .join("");
}
