import type { Histogram, Numeral } from "../../workers/protocol";
import { isFloat, numberOf, type Range } from "./numerals";

/** From which edge to which. */
export type Span = readonly [from: number, to: number];

/** The range that some bins hold. Of whole numbers a bin ends before its upper edge. */
export function rangeOf({ edges }: Histogram, [from, to]: Span, dtype: string): Range {
  const last = edges[to]!;
  return [edges[from]!, isFloat(dtype) ? last : before(last)];
}

const before = (edge: Numeral): Numeral => (typeof edge === "number" ? edge - 1 : String(BigInt(edge) - 1n));

/** The bins that hold just this range, if there are such. */
export function spanOf(histogram: Histogram, range: Range | null | undefined, dtype: string): Span | null {
  if (!range) return null;
  const { edges } = histogram;
  const from = edges.findIndex((edge) => String(edge) === String(range[0]));
  const to = edges.findIndex(
    (_, index) => index > 0 && String(rangeOf(histogram, [0, index], dtype)[1]) === String(range[1]),
  );
  return from >= 0 && to > from ? [from, to] : null;
}

export const countIn = ({ counts }: Histogram, [from, to]: Span) =>
  counts.slice(from, to).reduce((sum, count) => sum + count, 0);

/** The edges as numbers, for drawing. */
export const edgesOf = ({ edges }: Histogram) => edges.map(numberOf);

/** The edge nearest to a place between the first (0) and the last (1). */
export function edgeAt(edges: readonly number[], part: number): number {
  const value = edges[0]! + (edges.at(-1)! - edges[0]!) * part;
  let nearest = 0;
  for (let index = 1; index < edges.length; index++)
    if (Math.abs(edges[index]! - value) < Math.abs(edges[nearest]! - value)) nearest = index;
  return nearest;
}

/** The bars as one path: a bin each, side by side, in a box of this size. */
export function barsPath(
  histogram: Histogram,
  edges: readonly number[],
  width: number,
  height: number,
  span?: Span,
): string {
  const most = histogram.counts.reduce((a, b) => Math.max(a, b), 1);
  const [low, high] = [edges[0]!, edges.at(-1)!];
  const x = (value: number) => (((value - low) / (high - low || 1)) * width).toFixed(2);
  const [from, to] = span ?? [0, histogram.counts.length];
  let path = "";
  for (let bin = from; bin < to; bin++) {
    const count = histogram.counts[bin]!;
    if (count === 0) continue;
    const tall = Math.max(1, (count / most) * height);
    path += `M${x(edges[bin]!)} ${height}V${(height - tall).toFixed(2)}H${x(edges[bin + 1]!)}V${height}Z`;
  }
  return path;
}
