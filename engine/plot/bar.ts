import { ValueError } from "../errors";
import { Figure, type PlotOptions, packed, titled } from "./figure";
import { vector } from "./series";
import { type Plottable, spreadOf } from "./values";

export interface BarOptions extends PlotOptions {
  /** What stands under each bar; 0, 1, 2, … if it is left out. */
  names?: readonly string[] | undefined;
}

const owner = "plot.bar";
const most = 2_000;

/** A bar for each value. @throws {ValueError} if there are more than 2,000, or names are of another number */
export function bar(values: Plottable, options: BarOptions = {}): Figure {
  const numbers = vector(values, owner);
  const { size } = numbers;
  if (size > most)
    throw new ValueError(`For '${owner}', there can be ${most} bars at most, but got ${size} values: use plot.line.`);
  const { names } = options;
  if (names && names.length !== size)
    throw new ValueError(`For '${owner}', there must be a name for each bar, but got ${names.length} for ${size}.`);
  const spread = spreadOf(numbers);
  const y = packed(Array.from({ length: size }, (_, at) => numbers.at(at)));
  const meta = {
    about: "bar",
    count: size,
    ...(spread.finite > 0 && { low: spread.low, high: spread.high }),
  };
  const trace = { type: "bar", ...(names && { x: [...names] }), y, meta };
  const { xaxis, ...rest } = titled(options);
  return new Figure(
    [trace],
    { ...rest, xaxis: { ...xaxis, ...(names && { type: "category" }) } },
    `${owner} of ${size} values`,
  );
}
