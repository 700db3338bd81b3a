import type { AxisPick } from "../../workers/protocol";

/** What of an array is in the picture and in the table: its rows' axis, its columns' axis, and where the others stand. */
export type Picks = readonly AxisPick[];

/** The last axis across, the one before it down, all others at 0; of one axis, its elements across. */
export function firstPicks(shape: readonly number[]): AxisPick[] {
  const last = shape.length - 1;
  return shape.map((_, axis) => (axis === last ? "columns" : axis === last - 1 ? "rows" : 0));
}

/** The picks, if they suit the shape; else the first ones. They may be a file's or those of another run. */
export function suitable(picks: Picks | undefined, shape: readonly number[]): AxisPick[] {
  if (!picks || picks.length !== shape.length) return firstPicks(shape);
  const once = (which: "rows" | "columns") => picks.filter((pick) => pick === which).length <= 1;
  const fits = picks.every((pick, axis) =>
    typeof pick === "number" ? Number.isInteger(pick) && pick >= 0 && pick < shape[axis]! : true,
  );
  const isWhole = shape.length < 2 || (picks.includes("rows") && picks.includes("columns"));
  return fits && isWhole && once("rows") && once("columns") ? [...picks] : firstPicks(shape);
}

/** The axis takes this part; the axis that had it takes the other's place. */
export function withPart(picks: Picks, axis: number, part: "rows" | "columns"): AxisPick[] {
  const before = picks.indexOf(part);
  const given = picks[axis]!;
  return picks.map((pick, each) => {
    if (each === axis) return part;
    return each === before ? (typeof given === "number" ? 0 : given) : pick;
  });
}

/** How many rows and columns the slice has. */
export function extentOf(picks: Picks, shape: readonly number[]): { rows: number; columns: number } {
  const along = (part: AxisPick) => {
    const axis = picks.indexOf(part);
    return axis < 0 ? 1 : shape[axis]!;
  };
  return { rows: along("rows"), columns: along("columns") };
}

/** The place of an element of the slice in the whole, as one writes an index: "[3, 0, 1, 2]". */
export function indexText(picks: Picks, row: number | string, column: number | string): string {
  return `[${picks.map((pick) => (pick === "rows" ? row : pick === "columns" ? column : pick)).join(", ")}]`;
}

/** Where an element of the slice stands among all elements, row by row. */
export function offsetOf(picks: Picks, shape: readonly number[], row: number, column: number): number {
  return picks.reduce<number>((offset, pick, axis) => {
    const index = pick === "rows" ? row : pick === "columns" ? column : pick;
    return offset * shape[axis]! + index;
  }, 0);
}
