import { TypeError, ValueError } from "../errors";
import { describe } from "../tensorData";

/** One length for both directions, or [vertical, horizontal]. */
export type Pair = number | readonly [number, number];

/**
 * [vertical, horizontal], each an int above 0.
 *
 * @throws {TypeError} if value is neither an int nor two ints
 * @throws {ValueError} if one is not above 0
 */
export function checkPair(value: unknown, name: string, owner: string): [number, number] {
  const pair = Array.isArray(value) ? value : [value, value];
  if (pair.length !== 2 || !pair.every((item) => typeof item === "number" && Number.isInteger(item))) {
    throw new TypeError(
      `For '${owner}', the '${name}' must be int or a tuple of 2 positive ints, but got ${text(value)} with type '${Array.isArray(value) ? "tuple" : describe(value)}'.`,
    );
  }
  if (pair.every((item) => item > 0)) return pair as [number, number];
  throw new ValueError(
    `For '${owner}', the '${name}' must be int or a tuple of 2 positive ints, each > 0, but got ${text(value)}.`,
  );
}

/** A value in a sentence, as Python would write it. */
export function text(value: unknown): string {
  if (Array.isArray(value)) return value.length === 1 ? `(${text(value[0])},)` : `(${value.map(text).join(", ")})`;
  if (typeof value === "boolean") return value ? "True" : "False";
  if (value === null || value === undefined) return "None";
  return typeof value === "object" && "value" in value ? String(value.value) : String(value);
}
