/** Where text is longer than this, its middle is folded away: lines shown at the start and at the end. */
export const shown = { head: 14, tail: 13, fold: 36 } as const;

/** How many characters of a single line are drawn. */
export const longest = 4_000;

/** How many lines a text has; a last line feed ends one. */
export function linesIn(text: string): number {
  if (text === "") return 0;
  let count = text.endsWith("\n") ? 0 : 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

/** The text's lines if they are few, else its first and last ones; `count` is of all. A last newline ends a line. */
export function folded(text: string): { count: number; head: string; tail: string | null; hidden: number } {
  const body = text.endsWith("\n") ? text.slice(0, -1) : text;
  let count = 1;
  let headEnd = body.length;
  for (let at = body.indexOf("\n"); at >= 0; at = body.indexOf("\n", at + 1)) {
    if (count === shown.head) headEnd = at;
    count++;
  }
  if (count <= shown.fold) return { count, head: body, tail: null, hidden: 0 };
  let tailStart = body.length;
  for (let line = 0; line < shown.tail; line++) tailStart = body.lastIndexOf("\n", tailStart - 1);
  return {
    count,
    head: body.slice(0, headEnd),
    tail: body.slice(tailStart + 1),
    hidden: count - shown.head - shown.tail,
  };
}

/** The lines in blocks of `size`, for a browser to lay out only those in view. */
export function blocks(text: string, size: number): { text: string; lines: number }[] {
  const body = text.endsWith("\n") ? text.slice(0, -1) : text;
  const result: { text: string; lines: number }[] = [];
  let start = 0;
  let lines = 0;
  for (let at = body.indexOf("\n"); at >= 0; at = body.indexOf("\n", at + 1)) {
    if (++lines < size) continue;
    result.push({ text: body.slice(start, at), lines });
    start = at + 1;
    lines = 0;
  }
  result.push({ text: body.slice(start), lines: lines + 1 });
  return result;
}

/** The text with its longest lines cut; `more` words what was left out of one. */
export function clipped(text: string, more: (characters: number) => string): string {
  if (text.length <= longest) return text;
  return text
    .split("\n")
    .map((line) => (line.length <= longest ? line : line.slice(0, longest) + more(line.length - longest)))
    .join("\n");
}
