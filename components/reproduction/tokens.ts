/** A piece of printed text: a number, a word, or one other character. Blanks and line ends are none. */
export type Piece = { text: string; start: number; kind: "number" | "word" | "sign" };

const word = /[\p{L}_][\p{L}\p{N}_]*/u;
const number = /(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/;
const pattern = new RegExp(`(${word.source})|(${number.source})|(\\S)`, "giu");

/** Not a minus between two numbers, which dates and ranges have, but one that a number begins with. */
const isSigned = (before: string | undefined) => before === undefined || !/[\p{L}\p{N}_)\].]/u.test(before);

/** The pieces of a text, in order. A number takes its sign along; digits in a word, as in `conv1`, are no number. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const match of text.matchAll(pattern)) {
    const [all, isWord, isNumber] = match;
    const start = match.index;
    if (isWord !== undefined) pieces.push({ text: all, start, kind: "word" });
    else if (isNumber === undefined) pieces.push({ text: all, start, kind: "sign" });
    else {
      const last = pieces.at(-1);
      const takes = last && /^[+-]$/.test(last.text) && last.start === start - 1 && isSigned(text[start - 2]);
      if (takes) pieces.pop();
      pieces.push({ text: takes ? last.text + all : all, start: takes ? start - 1 : start, kind: "number" });
    }
  }
  return pieces;
}
