import type { Earlier } from "../notebook/earlier";
import type { Cut } from "../notebook/outputs";
import { withoutEscapes } from "./ansi";
import { linesIn } from "./lines";

/** A stretch of a long text: as many lines as are laid out at once. */
export type Page = { first: number; lines: number; read(): string };

/** A text with what has left it at the top: what of that is kept, and what is lost. */
export type LongText = {
  /** Of the whole, the lost ones included. */
  lines: number;
  /** What is lost; it stood before the last page. */
  lost: { lines: number; characters: number };
  pages: Page[];
};

const pageOf = { lines: 5_000, characters: 1_000_000 } as const;

/** `cut` counts what has left the top of `text`; `earlier` holds it, or a part, if the page has not been loaded anew. */
export function longText(text: string, cut?: Cut, earlier?: Earlier): LongText {
  const pages: Page[] = [];
  let first = 0;
  let [from, lines, characters] = [0, 0, 0];
  const chunks = earlier?.chunks ?? [];
  chunks.forEach((chunk, index) => {
    lines += chunk.lines;
    characters += chunk.characters;
    const isLast = index === chunks.length - 1;
    if (!isLast && lines < pageOf.lines && characters < pageOf.characters) return;
    const [start, end] = [from, index];
    const read = () => Array.from({ length: end - start + 1 }, (_, i) => earlier!.text(start + i)).join("");
    pages.push({ first, lines, read });
    first += lines;
    [from, lines, characters] = [index + 1, 0, 0];
  });
  const lost = {
    lines: Math.max(0, (cut?.lines ?? 0) - first),
    characters: Math.max(0, (cut?.characters ?? 0) - (earlier?.characters ?? 0)),
  };
  const rest = linesIn(text);
  pages.push({ first: first + lost.lines, lines: rest, read: () => text });
  return { lines: first + lost.lines + rest, lost, pages };
}

/** The whole as plain text, in parts; `gap` words what is lost. */
export function partsOf({ pages, lost }: LongText, gap: string): string[] {
  return pages.flatMap((page, index) => {
    const isAfterGap = index === pages.length - 1 && (lost.lines > 0 || lost.characters > 0);
    return [...(isAfterGap ? [`${gap}\n`] : []), withoutEscapes(page.read())];
  });
}
