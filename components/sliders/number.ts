import { type EditorLanguage, tokenize } from "../editor/colours";

/** A number written in code, with the sign that belongs to it. Places are characters from the start of the text. */
export type Literal = {
  start: number;
  end: number;
  text: string;
  /** A minus may stand before it: it does not follow a value, so that it would be no subtraction. */
  isSignable: boolean;
};

/** Whole numbers and decimals; no other bases, no imaginary parts, no bigints. */
const plain = /^-?(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:e[+-]?\d+)?$/i;

/** The numbers that stand in code, in order: none of those in strings and comments, which the tokenizer tells apart. */
export function literalsIn(source: string, language: EditorLanguage): Literal[] {
  const literals: Literal[] = [];
  let state = "";
  let lineStart = 0;
  for (const line of source.split("\n")) {
    const result = tokenize(line, state, language);
    state = result.state;
    for (const [index, { start: from, kind }] of result.tokens.entries()) {
      if (kind !== "number") continue;
      const to = result.tokens[index + 1]?.start ?? line.length;
      const before = line.slice(0, from).trimEnd();
      const hasSign = line[from - 1] === "-" && isFree(line.slice(0, from - 1).trimEnd());
      const start = hasSign ? from - 1 : from;
      const text = line.slice(start, to);
      if (!plain.test(text) || !Number.isSafeInteger(Math.round(Number(text.replaceAll("_", ""))))) continue;
      literals.push({ start: lineStart + start, end: lineStart + to, text, isSignable: hasSign || isFree(before) });
    }
    lineStart += line.length + 1;
  }
  return literals;
}

/** A value may begin behind this text. */
const isFree = (before: string) => before === "" || /(?:[([{,=:<>?]|\b(?:return|in|and|or|not|if|else))$/.test(before);

/**
 * The literal moved by so many steps, written as it was. A step is one in the place behind the last decimal: 0.01 for 0.2,
 * 0.001 for 0.25; 1 for whole numbers; of a power, such as 1e-3, the mantissa moves.
 */
export function stepped({ text, isSignable }: Pick<Literal, "text" | "isSignable">, steps: number): string {
  if (steps === 0) return text;
  const [, mantissa = "", power = ""] = /^([^e]*)(e.*)?$/i.exec(text.replaceAll("_", "")) ?? [];
  const decimals = mantissa.split(".")[1]?.length ?? 0;
  const isWhole = !mantissa.includes(".") && power === "";
  const places = isWhole ? 0 : decimals + 1;
  const units = Math.round(Number(mantissa) * 10 ** places) + Math.trunc(steps); // in whole steps, which add up exactly
  const bounded = isSignable ? units : Math.max(0, units);
  const written = (bounded / 10 ** places).toFixed(places);
  const short = places > decimals && !isWhole && written.endsWith("0") ? written.slice(0, -1) : written;
  const point =
    mantissa.endsWith(".") || /e/i.test(power) ? short.replace(/\.$/, mantissa.endsWith(".") ? "." : "") : short;
  return point + power;
}

/** The text with another number in the place of a literal. */
export const withNumber = (source: string, { start, end }: Pick<Literal, "start" | "end">, text: string): string =>
  source.slice(0, start) + text + source.slice(end);
