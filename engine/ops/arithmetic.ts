import { type DType, dtypes } from "../dtype";
import { TypeError } from "../errors";
import {
  addTable,
  divideTable,
  each,
  floorDivideTable,
  fmodTable,
  maximumTable,
  minimumTable,
  multiplyTable,
  numberTypes,
  powerTable,
  remainderTable,
  subtractTable,
} from "../numpy/arithmetic";
import { type BinaryUfunc, runBinary } from "../numpy/ufunc";
import { Tensor } from "../tensor";
import { meet, meetSmall, type Operand } from "./operands";

/*
 * Elementwise arithmetic with MindSpore's promotion. The loops are NumPy's; those of integers that divide are not: they
 * cut towards zero, and by zero give the dtype's greatest or lowest number.
 */

type Arithmetic = (x: Operand, y: Operand) => Tensor;

function arithmetic(owner: string, tableOf: (dtype: DType) => BinaryUfunc): Arithmetic {
  return (x, y) => {
    const small = meetSmall(tableOf, x, y);
    if (small) return Tensor.of(small);
    const met = meet(x, y, owner);
    if (met.dtype === "bool") {
      throw new TypeError(
        `For '${owner}', the type of the operands must be a number, but got Bool and Bool: bool is not supported.`,
      );
    }
    return Tensor.of(runBinary(tableOf(met.dtype), met.x, met.y, met.dtype));
  };
}

/** The integers of a dtype. */
function rangeOf(dtype: DType): [low: bigint, high: bigint] {
  const bits = BigInt(8 * dtypes[dtype].bytes);
  return dtypes[dtype].kind === "uint" ? [0n, 2n ** bits - 1n] : [-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n];
}

/** A table whose integer loop is a quotient of MindSpore's kind. */
function quotientTable(
  table: BinaryUfunc,
  round: (quotient: number) => number,
  roundBig: (x: bigint, y: bigint) => bigint,
) {
  const made = new Map<DType, BinaryUfunc>();
  return (dtype: DType): BinaryUfunc => {
    const { kind } = dtypes[dtype];
    if (kind !== "int" && kind !== "uint") return table;
    let own = made.get(dtype);
    if (own === undefined) {
      const [low, high] = rangeOf(dtype);
      const [least, most] = [Number(low), Number(high)];
      own = {
        ...table,
        types: numberTypes,
        int: each((x, y) => (y === 0 ? (x > 0 ? most : x < 0 ? least : 0) : round(x / y) + 0)),
        big: (x, y) => (y === 0n ? (x > 0n ? high : x < 0n ? low : 0n) : roundBig(x, y)),
        bound: () => Number.POSITIVE_INFINITY, // float64 cannot hold the 64-bit limits, nor every quotient
      };
      made.set(dtype, own);
    }
    return own;
  };
}

const floorBig = (x: bigint, y: bigint) => (x % y !== 0n && x < 0n !== y < 0n ? x / y - 1n : x / y);

/** x ** y of integers; a negative power is cut to a whole number. */
const wholePower: BinaryUfunc = {
  ...powerTable,
  int: (count, x, y, out) => {
    const powers = y.some((power) => power < 0) ? y.map((power) => Math.max(power, 0)) : y;
    powerTable.int!(count, x, powers, out);
    if (powers !== y) for (let i = 0; i < count; i++) if (y[i]! < 0) out[i] = Math.trunc(x[i]! ** y[i]!);
  },
  big: (x, y, unsigned) => {
    if (y >= 0n) return powerTable.big!(x, y, unsigned);
    return x === 1n ? 1n : x === -1n ? (y % 2n === 0n ? 1n : -1n) : 0n;
  },
};

const isWhole = (dtype: DType) => dtypes[dtype].kind === "int" || dtypes[dtype].kind === "uint";

export const add = arithmetic("Add", () => addTable);
export const sub = arithmetic("Sub", () => subtractTable);
export const mul = arithmetic("Mul", () => multiplyTable);
/** The quotient in the common dtype: of integers it is cut towards zero. */
export const div = arithmetic(
  "RealDiv",
  quotientTable(divideTable, Math.trunc, (x, y) => x / y),
);
/** The quotient rounded down, in the common dtype. */
export const floorDiv = arithmetic("FloorDiv", quotientTable(floorDivideTable, Math.floor, floorBig));
/** The rest of `floorDiv`, with the sign of the divisor. */
export const floorMod = arithmetic("FloorMod", () => remainderTable);
/** The rest of a quotient cut towards zero, with the sign of the dividend. */
export const mod = arithmetic("Mod", () => fmodTable);
export const pow = arithmetic("Pow", (dtype) => (isWhole(dtype) ? wholePower : powerTable));
export const maximum = arithmetic("Maximum", () => maximumTable);
export const minimum = arithmetic("Minimum", () => minimumTable);
