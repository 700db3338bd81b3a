import { AxisError, ValueError } from "./errors";

export type Shape = readonly number[];

/** How many elements a shape holds; 1 for the 0-d shape. */
export function sizeOf(shape: Shape): number {
  let size = 1;
  for (const length of shape) size *= length;
  return size;
}

/** Row-major strides in elements. */
export function rowMajor(shape: Shape): number[] {
  const strides = new Array<number>(shape.length);
  let step = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    strides[axis] = step;
    step *= shape[axis]!;
  }
  return strides;
}

export function sameShape(a: Shape, b: Shape): boolean {
  if (a.length !== b.length) return false;
  for (let axis = 0; axis < a.length; axis++) if (a[axis] !== b[axis]) return false;
  return true;
}

/** A shape as Python prints the tuple: `()`, `(3,)`, `(2, 3)`. */
export function tupleText(shape: Shape): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;
}

/** A shape as NumPy's messages write it: `()`, `(3,)`, `(2,3)`. */
export function shapeText(shape: Shape): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(",")})`;
}

/** The common shape of arrays that meet in one operation, or null if two lengths quarrel. */
export function commonShape(shapes: readonly Shape[]): number[] | null {
  const ndim = Math.max(0, ...shapes.map((shape) => shape.length));
  const common = new Array<number>(ndim).fill(1);
  for (const shape of shapes) {
    const skip = ndim - shape.length;
    for (let axis = 0; axis < shape.length; axis++) {
      const length = shape[axis]!;
      if (length === 1 || length === common[skip + axis]) continue;
      if (common[skip + axis] !== 1) return null;
      common[skip + axis] = length;
    }
  }
  return common;
}

/** The common shape of arrays that meet in one operation. @throws {ValueError} NumPy's, with all shapes */
export function broadcastShapes(...shapes: Shape[]): number[] {
  const common = commonShape(shapes);
  if (common) return common;
  throw new ValueError(
    `operands could not be broadcast together with shapes ${shapes.map((shape) => `${shapeText(shape)} `).join("")}`,
  );
}

/** An axis counted from the front. @throws {AxisError} if the array has no such axis */
export function axisOf(axis: number, ndim: number): number {
  if (Number.isInteger(axis) && axis >= -ndim && axis < ndim) return axis < 0 ? axis + ndim : axis;
  throw new AxisError(`axis ${axis} is out of bounds for array of dimension ${ndim}`);
}

/** Axes counted from the front; undefined or null means all. @throws {ValueError} if one comes twice */
export function axesOf(axis: number | readonly number[] | null | undefined, ndim: number): number[] {
  if (axis === null || axis === undefined) return Array.from({ length: ndim }, (_, i) => i);
  if (ndim === 0 && (axis === 0 || axis === -1)) return []; // NumPy folds a 0-d array along its imagined axis
  const axes = (typeof axis === "number" ? [axis] : axis).map((one) => axisOf(one, ndim));
  if (new Set(axes).size !== axes.length) throw new ValueError("duplicate value in 'axis'");
  return axes;
}
