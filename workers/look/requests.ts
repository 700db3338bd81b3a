import type { look } from "../../engine";
import { valueOf } from "./numeral";
import type { AxisPick } from "./types";

/** A request has a fault, or asks for what is gone; the message says which. */
export class Refused extends Error {
  constructor(
    readonly reason: "busy" | "gone" | "wrong",
    message: string,
  ) {
    super(message);
  }
}

const wrong = (name: string, expected: string, got: unknown) =>
  new Refused("wrong", `${name}: expected ${expected}, but got ${told(got)}.`);

function told(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

/** A whole number within limits, both included. @throws {Refused} */
export function wholeIn(value: unknown, name: string, least: number, most: number): number {
  if (Number.isInteger(value) && (value as number) >= least && (value as number) <= most) return value as number;
  throw wrong(name, `a whole number from ${least} to ${most}`, value);
}

/** How far a window of at most so many entries reaches. @throws {Refused} */
export function spanIn(value: unknown, name: string, length: number): [number, number] {
  if (!Array.isArray(value) || value.length !== 2) throw wrong(name, "where it begins and ends", value);
  const to = wholeIn(value[1], `${name}, their end`, 0, length);
  return [wholeIn(value[0], `${name}, their beginning`, 0, to), to];
}

/** @throws {Refused}; what the picks say is checked where the shape is known */
export function picksIn(value: unknown): AxisPick[] | undefined {
  if (value === undefined || (Array.isArray(value) && value.length <= 64)) return value as AxisPick[] | undefined;
  throw wrong("picks", "a list with an entry for each axis", value);
}

/** Two numbers, the first not above the second. @throws {Refused} */
export function rangeIn(value: unknown): [number | bigint, number | bigint] | undefined {
  if (value === undefined) return undefined;
  const ends = Array.isArray(value) && value.length === 2 ? value.map(valueOf) : [];
  const [from, to] = ends;
  if (from === undefined || to === undefined || from > to) throw wrong("range", "two numbers in order", value);
  return [from, to];
}

/** As `rangeIn`, of finite numbers. @throws {Refused} */
export function finiteRangeIn(value: unknown): [number | bigint, number | bigint] | undefined {
  const range = rangeIn(value);
  if (range?.every((end) => Number.isFinite(Number(end))) ?? true) return range;
  throw wrong("range", "two finite numbers in order", value);
}

/** @throws {Refused} */
export function markRange(value: unknown, open: unknown): look.Range {
  const range = rangeIn(value);
  if (!range) throw wrong("range", "two numbers in order", value);
  return { from: range[0], to: range[1], isOpen: open === true };
}

/** @throws {Refused} */
export function recordIn(value: unknown, name: string): Record<string, unknown> {
  if (typeof value === "object" && value !== null) return value as Record<string, unknown>;
  throw wrong(name, "an object", value);
}

export { wrong };

/** The handle of a request for the form of what is shown now; undefined for any other request. */
export function formOf(request: unknown): string | undefined {
  const { kind, of } = request as { kind?: unknown; of?: { handle?: unknown; revision?: unknown } };
  const isForm = kind === "form" && of?.revision === undefined;
  return isForm && typeof of?.handle === "string" ? of.handle : undefined;
}
