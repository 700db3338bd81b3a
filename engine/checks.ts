import { TypeError, ValueError } from "./errors";
import { Float, isScalar } from "./scalar";
import { describe } from "./tensorData";

/*
 * What arguments must be. Each function gives the argument back if it is that, else throws MindSpore's sentence with
 * the argument's name, its owner, what it must be, and what came.
 */

function got(value: unknown): string {
  const shown = value instanceof Float ? value.value : value;
  const text = shown === true ? "True" : shown === false ? "False" : shown == null ? "None" : String(shown);
  return `but got '${text}' with type '${describe(value)}'`;
}

/** @throws {TypeError} if value is no boolean */
export function checkBool(value: unknown, name: string, owner: string): boolean {
  if (typeof value === "boolean") return value;
  throw new TypeError(`For '${owner}', the '${name}' must be bool, ${got(value)}.`);
}

/** @throws {TypeError} if value is no int (a bool is none) */
export function checkInt(value: unknown, name: string, owner: string): number {
  if (typeof value === "number" && Number.isInteger(value)) return value;
  throw new TypeError(`For '${owner}', the '${name}' must be int, ${got(value)}.`);
}

/** @throws {TypeError} if value is no int @throws {ValueError} if it is not above 0 */
export function checkPositiveInt(value: unknown, name: string, owner: string): number {
  const int = checkInt(value, name, owner);
  if (int > 0) return int;
  throw new ValueError(`For '${owner}', the '${name}' must be int and must > 0, ${got(value)}.`);
}

/** @throws {TypeError} if value is no int @throws {ValueError} if it is below 0 */
export function checkNonNegativeInt(value: unknown, name: string, owner: string): number {
  const int = checkInt(value, name, owner);
  if (int >= 0) return int;
  throw new ValueError(`For '${owner}', the '${name}' must be int and must >= 0, ${got(value)}.`);
}

/** A real number as JavaScript holds it. @throws {TypeError} if value is none (a bool is none) */
export function checkNumber(value: unknown, name: string, owner: string): number {
  if (value instanceof Float) return value.value;
  if (typeof value === "number") return value;
  if (typeof value === "bigint") return Number(value);
  throw new TypeError(`For '${owner}', the '${name}' must be int or float, ${got(value)}.`);
}

/** @throws {TypeError} if value is no text @throws {ValueError} if it is not one of `allowed` */
export function checkChoice<T extends string>(value: unknown, allowed: readonly T[], name: string, owner: string): T {
  if (typeof value !== "string") throw new TypeError(`For '${owner}', the '${name}' must be str, ${got(value)}.`);
  if ((allowed as readonly string[]).includes(value)) return value as T;
  const list = allowed.map((text) => `'${text}'`).join(", ");
  throw new ValueError(`For '${owner}', the '${name}' must be one of [${list}], but got '${value}'.`);
}

/** Whether a value may stand where MindSpore wants an int or a float; a bool counts as an int. */
export function isRealScalar(value: unknown): value is boolean | number | bigint | Float {
  return isScalar(value) && typeof value !== "object" ? true : value instanceof Float;
}
