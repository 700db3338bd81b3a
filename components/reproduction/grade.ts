import { isClose, isFloat, precisionOf } from "./closeness";
import type { Expected } from "./expected";
import { type Piece, piecesOf } from "./tokens";

/** How near a print comes to the expected one, the nearest first. */
export const grades = ["text", "ulp", "structure", "different"] as const;
export type Grade = (typeof grades)[number];

/** A stretch of each text, in characters, from where on they are not the same. */
export type Split = { expected: readonly [number, number]; printed: readonly [number, number] };

/** Beyond so many characters a text is the same or it is not; its numbers are not looked at. */
const longest = 2_000_000;

/**
 * The grade of a printed text.
 *
 *   text       every character is the same, but for line ends at the end
 *   ulp        as the same text, but floats differ by one unit in the last place at most; they may be laid out another way
 *   structure  only where the expected values were never seeded: all is the same but the values themselves, so names,
 *              shapes, dtypes, and how many numbers stand in which brackets
 *   different  anything else; `at` is the first place that lowers the grade to this
 */
export function gradeOf(expected: Expected, printed: string): { grade: Grade; at?: Split } {
  const [wanted, got] = [trimmed(expected.text), trimmed(printed)];
  if (wanted === got) return { grade: "text" };
  const bySign = { grade: "different", at: firstOther(wanted, got) } as const;
  if (wanted.length + got.length > longest) return bySign;
  const [a, b] = [piecesOf(wanted), piecesOf(got)];
  const numbers = [...a, ...b].filter(({ kind }) => kind === "number").map(({ text }) => text);
  const precision = precisionOf(wanted, numbers);
  const isNear = (x: Piece, y: Piece) =>
    x.text === y.text || (x.kind === "number" && y.kind === "number" && isClose(x.text, y.text, precision));
  const far = firstWhere(a, b, (x, y) => !isNear(x, y));
  if (far === null) return firstWhere(a, b, (x, y) => x.text !== y.text) === null ? bySign : { grade: "ulp" };
  if (expected.values === "unseeded") {
    const other = firstOfStructure(a, b);
    return other ? { grade: "different", at: other } : { grade: "structure" };
  }
  return { grade: "different", at: far };
}

const trimmed = (text: string) => text.replace(/[\r\n]+$/, "");

const stretch = (pieces: readonly Piece[], at: number): readonly [number, number] => {
  const piece = pieces[at];
  const last = pieces.at(-1);
  const end = last ? last.start + last.text.length : 0;
  return piece ? [piece.start, piece.start + piece.text.length] : [end, end];
};

/** Where two rows of pieces part; null if they never do. */
function firstWhere(a: readonly Piece[], b: readonly Piece[], isOther: (x: Piece, y: Piece) => boolean): Split | null {
  const end = Math.max(a.length, b.length);
  for (let at = 0; at < end; at++) {
    const [x, y] = [a[at], b[at]];
    if (!x || !y || isOther(x, y)) return { expected: stretch(a, at), printed: stretch(b, at) };
  }
  return null;
}

/** The first character that is another, with the rest of the line of each. */
function firstOther(a: string, b: string): Split {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  const rest = (text: string) => {
    const end = text.indexOf("\n", at + 1);
    return [at, end < 0 ? text.length : end] as const;
  };
  return { expected: rest(a), printed: rest(b) };
}

/** Numbers that stand for values match one another, whatever they are. */
function firstOfStructure(a: readonly Piece[], b: readonly Piece[]): Split | null {
  const [x, y] = [valuesOf(a), valuesOf(b)];
  const marked = (pieces: readonly Piece[], isValue: readonly boolean[]) =>
    pieces.map((piece, at) => (isValue[at] ? { ...piece, text: "#" } : piece));
  return firstWhere(marked(a, x), marked(b, y), (p, q) => p.text !== q.text);
}

/** Floats, and all numbers in brackets, but not in those of a shape. */
function valuesOf(pieces: readonly Piece[]): boolean[] {
  let depth = 0;
  let shapeAt = 0; // the depth of a shape's brackets, or 0
  return pieces.map(({ text, kind }, at) => {
    if (text === "[") {
      depth++;
      const [name, sign] = [pieces[at - 2]?.text, pieces[at - 1]?.text];
      if (shapeAt === 0 && name === "shape" && (sign === "=" || sign === ":")) shapeAt = depth;
    } else if (text === "]") {
      if (shapeAt === depth) shapeAt = 0;
      depth = Math.max(0, depth - 1);
    }
    if (shapeAt > 0) return false;
    if (kind === "number") return isFloat(text) || depth > 0;
    return depth > 0 && /^(?:nan|inf)$/i.test(text);
  });
}
