import { scalarText } from "../format";
import type { NDArray } from "../ndarray";

/** The elements of a plane's window as Python prints the scalars, which read back exactly; by row. */
export function textsIn(plane: NDArray, [top, bottom]: Span, [left, right]: Span): string[][] {
  const [rowStride, columnStride] = plane.strides as [number, number];
  return Array.from({ length: bottom - top }, (_, row) =>
    Array.from({ length: right - left }, (_, column) => {
      const place = plane.offset + (top + row) * rowStride + (left + column) * columnStride;
      return scalarText(plane.read(place), plane.dtype);
    }),
  );
}

/** From, and up to but not including. */
export type Span = readonly [from: number, to: number];
