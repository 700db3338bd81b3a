/*
 * JSON whose numbers keep their every digit. JavaScript's own numbers end at 2^53 and JSON's at infinity, but Python
 * writes long integers, NaN and Infinity into notebooks. Such a number is kept as `{ "sporebook:number": "<as written>" }`:
 * a plain object, so that it survives storage and messages, and written as what it was.
 */

import type { Json } from "./nbformat";

export const exactKey = "sporebook:number";

/** Cheap and for the whole text: false if it certainly holds no such number. It also finds those inside of strings. */
const suspect = /[[:,\s](?:-?\d{16}|-?Infinity\b|NaN\b|-?[\d.]+[eE]\+?\d{3})/;
const candidates = /(?<![\w.+-])(?:-?Infinity\b|NaN\b|-?\d{16,}(?![\d.eE])|-?\d[\d.]*[eE]\+?\d{3,})/g;
const written = /^(?:NaN|-?Infinity|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

/** The value of a JSON text, or of one with Python's `NaN` and `Infinity`. @throws {SyntaxError} if it is neither */
export function readExact(text: string): unknown {
  return JSON.parse(suspect.test(text) ? marked(text) : text);
}

/** The JSON of a value, one blank of indent a level, keys sorted, exact numbers as they were written. */
export function writeExact(value: unknown): string {
  const mark = `#${crypto.randomUUID()}:`; // no text of the value can hold it
  let hasMarks = false;
  const prepared = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(prepared);
    if (!isObject(part)) return part;
    const exact = exactNumber(part);
    if (exact !== undefined) {
      hasMarks = true;
      return mark + exact;
    }
    const keys = Object.keys(part).sort((a, b) => (a < b ? -1 : 1));
    return Object.fromEntries(keys.map((key) => [key, prepared(part[key])]));
  };
  const text = JSON.stringify(prepared(value), null, 1);
  return hasMarks ? text.replace(new RegExp(`"${mark}([^"]*)"`, "g"), "$1") : text;
}

/** The number as it was written, if this is one that JavaScript cannot hold. */
export function exactNumber(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  const text = value[exactKey];
  return typeof text === "string" && written.test(text) && Object.keys(value).length === 1 ? text : undefined;
}

/** The value with JavaScript's nearest numbers in place of exact ones, for those who draw it. */
export function nearest(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(nearest);
  if (!isObject(value)) return value;
  const exact = exactNumber(value);
  if (exact !== undefined) return Number(exact);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, nearest(part)]));
}

export const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The text with objects in place of the numbers that would not come through. Strings are skipped whole. */
function marked(text: string): string {
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    const quote = text.indexOf('"', at);
    const end = quote < 0 ? text.length : quote;
    parts.push(text.slice(at, end).replace(candidates, (number) => (survives(number) ? number : object(number))));
    at = quote < 0 ? end : endOfString(text, quote);
    parts.push(text.slice(end, at));
  }
  return parts.join("");
}

const object = (number: string) => `{"${exactKey}":"${number}"}`;

/** JavaScript writes the number as it was, or, if it has a fraction, as one that Python reads alike. */
function survives(number: string): boolean {
  return /^-?\d+$/.test(number) ? String(Number(number)) === number : Number.isFinite(Number(number));
}

/** Where the string that begins with this quote is over; the text's end if it never is. */
function endOfString(text: string, quote: number): number {
  for (let at = text.indexOf('"', quote + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === "\\") slashes++;
    if (slashes % 2 === 0) return at + 1;
  }
  return text.length;
}
