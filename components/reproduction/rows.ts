import { lineDifference } from "../library/difference";
import type { Split } from "./grade";

/** A line of one of two texts; `mark` is a stretch of it, in characters. */
export type Side = { number: number; text: string; mark?: readonly [number, number] };
/** Lines that stand beside one another. Lines left out between are counted in `gap`, before this row. */
export type Row = { gap: number; isSame: boolean; expected?: Side; printed?: Side };

/** Where a character stands: its line and its place in that, from 0. */
export function placeOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at);
  return { line: before.split("\n").length - 1, column: at - (before.lastIndexOf("\n") + 1) };
}

/** Both texts line by line beside one another; of lines that are the same only the neighbours of others, if there are many. */
export function rowsOf(expected: string, printed: string, at?: Split, most = 200): Row[] {
  const all: Row[] = [];
  const open: { expected: Side[]; printed: Side[] } = { expected: [], printed: [] };
  const marks = at && {
    expected: markOf(expected, at.expected),
    printed: markOf(printed, at.printed),
  };
  let [left, right] = [0, 0];
  const side = (of: "expected" | "printed", line: number, text: string): Side => {
    const mark = marks?.[of];
    return { number: line + 1, text, ...(mark?.line === line && { mark: mark.mark }) };
  };
  const close = () => {
    for (let row = 0; row < Math.max(open.expected.length, open.printed.length); row++)
      all.push({ gap: 0, isSame: false, expected: open.expected[row], printed: open.printed[row] });
    open.expected = [];
    open.printed = [];
  };
  for (const { kind, text } of lineDifference(expected, printed)) {
    if (kind === "removed") open.expected.push(side("expected", left++, text));
    else if (kind === "added") open.printed.push(side("printed", right++, text));
    else {
      close();
      all.push({
        gap: 0,
        isSame: true,
        expected: side("expected", left++, text),
        printed: side("printed", right++, text),
      });
    }
  }
  close();
  return all.length > most ? withGaps(all) : all;
}

function markOf(text: string, [from, to]: readonly [number, number]) {
  const { line, column } = placeOf(text, from);
  return { line, mark: [column, column + Math.max(1, to - from)] as const };
}

const around = 3;

function withGaps(rows: readonly Row[]): Row[] {
  const shown: Row[] = [];
  let gap = 0;
  for (const [at, row] of rows.entries()) {
    const isNear = rows.slice(Math.max(0, at - around), at + around + 1).some(({ isSame }) => !isSame);
    if (isNear) {
      shown.push({ ...row, gap });
      gap = 0;
    } else gap++;
  }
  if (gap > 0) shown.push({ gap, isSame: true });
  return shown;
}
