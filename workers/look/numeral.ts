import type { Numeral } from "./types";

/** A number as JSON can hold it. */
export function numeralOf(value: number | bigint): Numeral {
  if (typeof value === "bigint") return isSafe(value) ? Number(value) : String(value);
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  return Object.is(value, -0) ? "-0" : value;
}

const isSafe = (value: bigint) => value <= BigInt(Number.MAX_SAFE_INTEGER) && value >= -BigInt(Number.MAX_SAFE_INTEGER);

export const maybeNumeral = (value: number | bigint | null): Numeral | null =>
  value === null || Number.isNaN(value) ? null : numeralOf(value);

const special: { [text: string]: number } = {
  nan: Number.NaN,
  inf: Number.POSITIVE_INFINITY,
  "-inf": Number.NEGATIVE_INFINITY,
  "-0": -0,
};

/** The number that a numeral stands for; undefined if it is none. */
export function valueOf(numeral: unknown): number | bigint | undefined {
  if (typeof numeral === "number") return numeral;
  if (typeof numeral !== "string") return undefined;
  if (Object.hasOwn(special, numeral)) return special[numeral];
  return /^-?\d{1,40}$/.test(numeral) ? BigInt(numeral) : undefined;
}
