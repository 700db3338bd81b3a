import { type DType, dtypes } from "../dtype";
import { ValueError } from "../errors";
import type { NDArray } from "../ndarray";
import { Float } from "../scalar";
import { add, divide, multiply, power, subtract } from "./arithmetic";
import { astype, cast, castInto } from "./astype";
import { arange, shapeOf, zeros } from "./creation";
import { getItem } from "./indexing";
import { broadcastTo, moveaxis, ravel, reshape } from "./manipulation";
import { floor, log10 } from "./math";
import { resultType } from "./promotion";
import { type ArrayLike, arrayOf, operandOf } from "./ufunc";

export interface LinspaceOptions {
  endpoint?: boolean;
  dtype?: DType | null;
  axis?: number;
}

/** Evenly spaced numbers from start to stop, and the step between them. start and stop may be arrays. */
export function linspaceAndStep(
  start: ArrayLike,
  stop: ArrayLike,
  count = 50,
  options: LinspaceOptions = {},
): { values: NDArray; step: NDArray } {
  const { endpoint = true, dtype, axis = 0 } = options;
  if (count < 0) throw new ValueError(`Number of samples, ${count}, must be non-negative.`);
  const parts = endpoint ? count - 1 : count;
  const [from, to] = [multiply(start, new Float(1)), multiply(stop, new Float(1))];
  const working = resultType(operandOf(from), operandOf(to), new Float(count));
  const gap = subtract(to, from);
  const places = reshape(
    arange(new Float(0), new Float(count), 1, dtypes[working].kind === "complex" ? "float64" : working),
    [-1, ...gap.shape.map(() => 1)],
  );
  let values: NDArray;
  let step: NDArray;
  if (parts > 0) {
    step = divide(gap, parts);
    const still = gap.ndim === 0 && Number(step.read(step.offset)) === 0;
    values = still ? multiply(divide(places, parts), gap) : multiply(places, step);
  } else {
    step = arrayOf(new Float(Number.NaN));
    values = multiply(places, gap);
  }
  values = add(values, from);
  if (endpoint && count > 1) castInto(getItem(values, -1), to);
  if (dtype && (dtypes[dtype].kind === "int" || dtypes[dtype].kind === "uint")) values = floor(values);
  const result = cast(values, dtype ?? working);
  return { values: axis === 0 ? result : moveaxis(result, 0, axis), step };
}

/** Evenly spaced numbers from start to stop, the last one exactly. */
export function linspace(start: ArrayLike, stop: ArrayLike, count = 50, options: LinspaceOptions = {}): NDArray {
  return linspaceAndStep(start, stop, count, options).values;
}

/** base to the power of evenly spaced numbers. */
export function logspace(
  start: ArrayLike,
  stop: ArrayLike,
  count = 50,
  options: LinspaceOptions & { base?: number } = {},
): NDArray {
  const { base = 10, dtype, ...rest } = options;
  const values = power(new Float(base), linspace(start, stop, count, rest));
  return dtype ? astype(values, dtype) : values;
}

/** Numbers with one quotient between neighbours. @throws {ValueError} for a bound of zero */
export function geomspace(
  start: ArrayLike,
  stop: ArrayLike,
  count = 50,
  { dtype, ...rest }: LinspaceOptions = {},
): NDArray {
  const [from, to] = [cast(arrayOf(start), "float64"), cast(arrayOf(stop), "float64")];
  const [a, b] = [Number(from.read(from.offset)), Number(to.read(to.offset))];
  if (a === 0 || b === 0) throw new ValueError("Geometric sequence cannot include zero");
  const sign = a < 0 && b < 0 ? -1 : 1;
  const values = multiply(logspace(log10(multiply(from, sign)), log10(multiply(to, sign)), count, rest), sign);
  if (count > 0) values.write(values.offset, a);
  if (count > 1 && rest.endpoint !== false) values.write(values.offset + (count - 1) * values.strides[0]!, b);
  return dtype ? astype(values, dtype) : values;
}

/** Coordinates on a grid: one array for each axis. "xy" has the first two axes exchanged. */
export function meshgrid(axes: readonly ArrayLike[], indexing = "xy", sparse = false): NDArray[] {
  if (indexing !== "xy" && indexing !== "ij") throw new ValueError("Valid values for `indexing` are 'xy' and 'ij'.");
  const lines = axes.map((axis) => ravel(arrayOf(axis)));
  const order = lines.map((_, i) => (indexing === "xy" && lines.length > 1 && i < 2 ? 1 - i : i));
  const shape = order.map((i) => lines[i]!.size);
  return lines.map((line, i) => {
    const along = order.indexOf(i);
    const shaped = reshape(
      line,
      shape.map((_, k) => (k === along ? -1 : 1)),
    );
    return sparse ? astype(shaped, shaped.dtype) : astype(broadcastTo(shaped, shape), line.dtype);
  });
}

/** For each axis of a shape the place along it of every element. */
export function indices(shape: readonly number[], dtype: DType = "int64"): NDArray {
  const lengths = shapeOf(shape);
  const result = zeros([lengths.length, ...lengths], dtype);
  lengths.forEach((length, axis) => {
    const line = reshape(
      arange(length),
      lengths.map((_, k) => (k === axis ? -1 : 1)),
    );
    castInto(getItem(result, axis), line);
  });
  return result;
}
