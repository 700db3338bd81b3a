import * as z from "zod/mini";
import { BadMessage } from "./events";
import type { Completion, Inspection, KernelFile, Variable } from "./protocol";

/** Characters of one answer; what the worker answers by itself is far below. */
const answerLimit = 2_000_000;
const line = z.string().check(z.maxLength(1_000));
const text = z.string().check(z.maxLength(100_000));
const place = z.int().check(z.nonnegative());

const completion = z.object({
  text: line,
  from: place,
  kind: z.enum([
    "class",
    "constant",
    "function",
    "keyword",
    "method",
    "module",
    "parameter",
    "property",
    "text",
    "variable",
  ]),
  detail: z.optional(line),
  documentation: z.optional(text),
});

const inspection = z.object({
  name: line,
  from: place,
  to: place,
  signature: z.optional(text),
  documentation: z.optional(text),
  value: z.optional(line),
});

const variable = z.object({
  name: line,
  language: z.enum(["python", "typescript"]),
  type: line,
  shape: z.optional(z.array(place).check(z.maxLength(64))),
  dtype: z.optional(line),
  bytes: z.optional(place),
});

const file = z.object({ name: line, bytes: place, modified: z.number() });

/** What the worker may answer to each question that it answers as text. */
export interface Answers {
  complete: Completion[];
  inspect: Inspection | null;
  variables: Variable[];
  listFiles: KernelFile[];
}

const schemas: { [Q in keyof Answers]: z.ZodMiniType<Answers[Q]> } = {
  complete: z.array(completion).check(z.maxLength(5_000)),
  inspect: z.nullable(inspection),
  variables: z.array(variable).check(z.maxLength(20_000)),
  listFiles: z.array(file).check(z.maxLength(20_000)),
};

/**
 * The worker's answer to a question. As for events, nothing is believed of what it sends.
 *
 * @throws {BadMessage} if it is anything else
 */
export function readAnswer<Q extends keyof Answers>(question: Q, message: unknown): Answers[Q] {
  if (typeof message !== "string" || message.length > answerLimit) throw new BadMessage("a cell answered with no text");
  try {
    return schemas[question].parse(JSON.parse(message));
  } catch {
    throw new BadMessage("a cell answered with something that is no answer");
  }
}

/** The bytes of a file. @throws {BadMessage} if they are none */
export function readBytes(message: unknown): Uint8Array<ArrayBuffer> {
  if (message instanceof Uint8Array && message.buffer instanceof ArrayBuffer) return message as Uint8Array<ArrayBuffer>;
  throw new BadMessage("a cell answered with something that is no file");
}
