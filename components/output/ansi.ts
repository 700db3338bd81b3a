import type { CSSProperties } from "react";
import { settled } from "../../workers/screen";

export type Piece = { text: string; style?: CSSProperties };

/* biome-ignore-start lint/suspicious/noControlCharactersInRegex: this is about them */
const style = /\x1b\[([0-9;]*)m/;
const escapes = /\x1b\[[0-9;:<=>?]*[ -/]*(?:[@-~]|$)|\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b[ -/]*[0-~]?/g;
/* biome-ignore-end lint/suspicious/noControlCharactersInRegex: as above */

/** The text without the escapes that terminals know. */
export const withoutEscapes = (text: string): string => (text.includes("\u001b") ? text.replace(escapes, "") : text);

/** The text as a terminal would show it, in pieces of one look each. Each line begins plain. */
export function pieces(text: string): Piece[] {
  const shown = settled(text);
  if (!shown.includes("\u001b")) return [{ text: shown, style: undefined }];
  const result: Piece[] = [];
  let now: CSSProperties | undefined;
  shown.split(style).forEach((part, index) => {
    if (index % 2 === 0 && part !== "") result.push({ text: withoutEscapes(part), style: now });
    if (index % 2 === 1) now = styleOf(part);
  });
  return result;
}

const attributes: { [code: number]: CSSProperties } = {
  1: { fontWeight: 700 },
  2: { opacity: 0.75 },
  3: { fontStyle: "italic" },
  4: { textDecorationLine: "underline" },
  8: { color: "transparent" },
  9: { textDecorationLine: "line-through" },
};

/** What a list of codes, as the kernel's screen writes them, means in CSS; undefined for plain text. */
function styleOf(list: string): CSSProperties | undefined {
  const codes = list.split(";").map(Number);
  let css: CSSProperties = {};
  let [ink, paper]: (string | undefined)[] = [];
  let isInverse = false;
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at]!;
    const tens = Math.floor(code / 10);
    if (code === 38 || code === 48) {
      const isIndexed = codes[at + 1] === 5;
      const values = codes.slice(at + 2, at + (isIndexed ? 3 : 5));
      const colour = isIndexed ? indexed(values[0] ?? 0) : `rgb(${values.join(" ")})`;
      if (code === 38) ink = colour;
      else paper = colour;
      at += isIndexed ? 2 : 4;
    } else if (code === 7) isInverse = true;
    else if (tens === 3 || tens === 9) ink = indexed((code % 10) + (tens === 9 ? 8 : 0));
    else if (tens === 4 || tens === 10) paper = indexed((code % 10) + (tens === 10 ? 8 : 0));
    else css = { ...css, ...attributes[code] };
  }
  if (isInverse) [ink, paper] = [paper ?? "var(--raised)", ink ?? "var(--ink)"];
  else if (paper) [ink, paper] = [terminals(ink ?? "var(--ansi-7)"), terminals(paper)];
  // on our own paper a program's colour is made as dark or as light as it must be to be read
  if (ink?.startsWith("rgb") && !paper)
    ink = `light-dark(oklch(from ${ink} min(l, 0.55) c h), oklch(from ${ink} max(l, 0.72) c h))`;
  if (ink) css = { ...css, color: ink };
  if (paper) css = { ...css, background: paper };
  return Object.keys(css).length > 0 ? css : undefined;
}

/** Colours that a program has chosen to stand on each other are a terminal's, not the page's. */
const terminals = (colour: string) => colour.replace(/^var\(--ansi-(\d+)\)$/, (_, index) => palette[Number(index)]!);
const palette = (
  "#000000 #cc0000 #2e7d04 #b58900 #2458a8 #75507b #06808a #e6e6e3 " +
  "#555753 #ef2929 #8ae234 #fce94f #729fcf #ad7fa8 #34e2e2 #ffffff"
).split(" ");

/** One of the 256 colours: 16 of the page's own, a cube of 6 × 6 × 6, 24 greys. */
function indexed(index: number): string {
  if (index < 16) return `var(--ansi-${index})`;
  if (index >= 232)
    return `rgb(${Array(3)
      .fill(8 + 10 * (index - 232))
      .join(" ")})`;
  const level = (digit: number) => (digit === 0 ? 0 : 55 + 40 * digit);
  const cube = index - 16;
  return `rgb(${[Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6].map(level).join(" ")})`;
}
