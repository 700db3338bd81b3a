import { IndexError, ValueError } from "../errors";
import type { NDArray } from "../ndarray";
import { tupleText } from "../shape";

/** An index, or what the axis becomes. */
export type AxisPick = number | "rows" | "columns";

/** The slice that is looked at first: the last axis is columns, the one before rows, of the others the first entry. */
export function firstPicks({ ndim }: NDArray): AxisPick[] {
  return Array.from({ length: ndim }, (_, axis) => (axis === ndim - 1 ? "columns" : axis === ndim - 2 ? "rows" : 0));
}

/**
 * A slice as rows and columns, a view on the same storage. A missing axis has length 1.
 *
 * @throws {ValueError} if there is not one pick an axis, or two axes are to become the same
 * @throws {IndexError} if an index is outside its axis
 */
export function planeOf(array: NDArray, picks: readonly AxisPick[] = firstPicks(array)): NDArray {
  const { shape, strides } = array;
  if (picks.length !== shape.length)
    throw new ValueError(`expected one pick for each axis of the shape ${tupleText(shape)}, but got ${picks.length}`);
  const axes = { rows: { length: 1, stride: 0 }, columns: { length: 1, stride: 0 } };
  let { offset } = array;
  if (picks.some((pick, axis) => pick === 0 && shape[axis] === 0)) return array.view([0, 0], [0, 0]); // nothing to pick from
  picks.forEach((pick, axis) => {
    const length = shape[axis]!;
    if (pick === "rows" || pick === "columns") {
      if (picks.indexOf(pick) !== axis) throw new ValueError(`expected one axis as ${pick}, but got two`);
      axes[pick] = { length, stride: strides[axis]! };
    } else if (!Number.isInteger(pick) || pick < 0 || pick >= length) {
      throw new IndexError(
        `expected an index below ${length} for axis ${axis}, or "rows" or "columns", but got ${pick}`,
      );
    } else offset += pick * strides[axis]!;
  });
  const { rows, columns } = axes;
  return array.view([rows.length, columns.length], [rows.stride, columns.stride], offset);
}
