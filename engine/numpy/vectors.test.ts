import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type DType, dtypes } from "../dtype";
import { fromHex, fromVector, type VectorArray } from "../format/vectors";
import { NDArray } from "../ndarray";
import { Float, type Scalar } from "../scalar";
import * as np from ".";

type Argument =
  | { nd: VectorArray }
  | { py: number | boolean | string | null }
  | { float: string }
  | { slice: [number | null, number | null, number | null] }
  | { ellipsis: true }
  | { tuple: Argument[] }
  | { list: Argument[] }
  | null;
type Out = (VectorArray & { scalar: boolean }) | { list: VectorArray[] };
interface Case {
  op: string;
  args: Argument[];
  kwargs: Record<string, Argument>;
  out: Out;
  rtol?: number;
}
// made by NumPy 1.24.2
const { cases }: { cases: Case[] } = JSON.parse(
  readFileSync(new URL("../vectors/numpy_ops.json", import.meta.url), "utf8"),
);

type Value = NDArray | Scalar | string | null | np.Slice | typeof np.ellipsis | np.Subscript | Value[];

function valueOf(argument: Argument): Value {
  if (argument === null) return null;
  if ("nd" in argument) return fromVector(argument.nd);
  if ("py" in argument) return argument.py;
  if ("float" in argument) return new Float(fromHex(argument.float));
  if ("slice" in argument) return new np.Slice(...argument.slice);
  if ("ellipsis" in argument) return np.ellipsis;
  return ("tuple" in argument ? argument.tuple : argument.list).map(valueOf);
}

/** A subscript: tuples become `Subscript`, lists stay index lists. */
function indexOf(argument: Argument): np.Index {
  const value = valueOf(argument);
  return argument && "tuple" in argument ? np.subscript(...(value as np.IndexPart[])) : (value as np.IndexPart);
}

type Arguments = { axis?: number; keepdims?: boolean; dtype?: DType; ddof?: number };
const reductions = ["sum", "mean", "max", "min", "prod", "all", "any", "std"] as const;

const functions: Record<string, unknown> = { ...np };

/** How a case's arguments become a call; NumPy's name → TypeScript's. */
const calls: Record<string, (args: Value[], kwargs: Arguments) => NDArray | NDArray[]> = {
  floor_divide: ([x, y]) => np.floorDivide(x as NDArray, y as NDArray),
  greater_equal: ([x, y]) => np.greaterEqual(x as NDArray, y as NDArray),
  logical_and: ([x, y]) => np.logicalAnd(x as NDArray, y as NDArray),
  logical_not: ([x]) => np.logicalNot(x as NDArray),
  bitwise_and: ([x, y]) => np.bitwiseAnd(x as NDArray, y as NDArray),
  left_shift: ([x, y]) => np.leftShift(x as NDArray, y as NDArray),
  var: ([x], options) => np.variance(x as NDArray, options),
  argmax: ([x], { axis, keepdims }) => np.argmax(x as NDArray, axis, keepdims),
  argmin: ([x], { axis }) => np.argmin(x as NDArray, axis),
  cumsum: ([x], options) => np.cumsum(x as NDArray, options),
  sort: ([x], { axis }) => np.sort(x as NDArray, axis),
  argsort: ([x], { axis }) => np.argsort(x as NDArray, axis),
  transpose: ([x, axes]) => np.transpose(x as NDArray, axes as number[]),
  expand_dims: ([x, axis]) => np.expandDims(x as NDArray, axis as number),
  array_split: ([x, parts, axis]) => np.arraySplit(x as NDArray, parts as number, axis as number),
  broadcast_to: ([x, shape]) => np.broadcastTo(x as NDArray, shape as number[]),
  astype: ([x, dtype]) => np.astype(x as NDArray, dtype as DType),
  unique: ([x]) => np.unique(x as NDArray),
  linspace: ([start, stop, count, endpoint]) =>
    np.linspace(start as Scalar, stop as Scalar, count as number, { endpoint: endpoint as boolean }),
  repeat: ([x, count], { axis }) => np.repeat(x as NDArray, count as number, axis),
  ...Object.fromEntries(
    reductions.map((name) => [
      name,
      ([x]: Value[], options: Arguments) => (functions[name] as typeof np.sum)(x as NDArray, options),
    ]),
  ),
};

function run({ op, args, kwargs }: Case): NDArray | NDArray[] {
  if (op === "getitem") return np.getItem(valueOf(args[0]!) as NDArray, indexOf(args[1]!));
  if (op === "setitem") {
    const target = valueOf(args[0]!) as NDArray;
    np.setItem(target, indexOf(args[1]!), valueOf(args[2]!) as NDArray);
    return target;
  }
  const values = args.map(valueOf);
  const options = Object.fromEntries(
    Object.entries(kwargs).map(([name, value]) => [name, valueOf(value)]),
  ) as Arguments;
  const call = calls[op];
  if (call) return call(values, options);
  const plain = functions[op] as ((...values: Value[]) => NDArray | NDArray[]) | undefined;
  if (!plain) throw new Error(`no function for ${op}`);
  return plain(...values, ...Object.values(options));
}

function expectSame(actual: NDArray, expected: VectorArray, rtol?: number): void {
  expect(actual).toBeInstanceOf(NDArray);
  expect(actual.dtype).toBe(expected.dtype);
  expect(actual.shape).toEqual(expected.shape);
  const wanted = fromVector(expected);
  const [got, want] = [actual, wanted].map((one) => Array.from(np.ravel(one).size ? np.bytesOf(one) : []));
  if (rtol === undefined || dtypes[actual.dtype].kind !== "float") {
    expect(got).toEqual(want);
    return;
  }
  for (let i = 0; i < wanted.size; i++) {
    const [a, b] = [Number(np.itemAt(actual, i)), Number(np.itemAt(wanted, i))];
    expect(Math.abs(a - b)).toBeLessThanOrEqual(rtol * Math.abs(b));
  }
}

test.each(cases.map((one, i) => [i, one.op, one] as const))("case %i: %s gives NumPy's bits", (_, __, one) => {
  const result = run(one);
  if ("list" in one.out) {
    expect(result).toHaveLength(one.out.list.length);
    for (const [i, expected] of one.out.list.entries()) expectSame((result as NDArray[])[i]!, expected, one.rtol);
  } else {
    expectSame(result as NDArray, one.out, one.rtol);
  }
});
