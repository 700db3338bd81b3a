import type { Numeral } from "../../workers/protocol";
import type { Picks } from "./picks";
import type { Measure } from "./tiles";

/** How an array, or a list of them, can be looked at. */
export type View = "text" | "members" | "table" | "heatmap" | "histogram" | "statistics" | "compare";

/** What the reader has chosen to see of one output; what is absent is the first view's. */
export type Choice = {
  view?: View;
  picks?: Picks;
  /** The marked elements: those from one number to another. */
  range?: [Numeral, Numeral] | null;
  measure?: Measure;
  /** The element of the slice on which the cursors of the table and of the heatmap stand. */
  at?: readonly [row: number, column: number];
  /** The member that is open. */
  member?: number | null;
  /** What is compared: a revision's number, or another array's handle. */
  before?: string;
  after?: string;
};

/** Texts up to here are printed whole, as NumPy does; of what is larger a picture says more. */
const printedWhole = 1_000;

/** The view of an array of which nobody has chosen one. */
export function firstView(shape: readonly number[], kind: unknown): View {
  const size = shape.reduce((product, length) => product * length, 1);
  if (size <= printedWhole || kind === "parameter") return "text"; // a parameter's text names it and holds no numbers
  return shape.filter((length) => length > 1).length > 1 ? "heatmap" : "histogram";
}
