import type { DType, Kind } from "../dtype";
import { allTypes, complexTypes, each, floatTypes, intTypes, numberTypes } from "./arithmetic";
import * as pairs from "./complex";
import * as own from "./exponential";
import {
  type ArrayLike,
  type BinaryUfunc,
  callBinary,
  callUnary,
  type Loop1,
  type UfuncOptions,
  type UnaryUfunc,
} from "./ufunc";

/** A loop that applies a function to each element. */
export function map(compute: (x: number) => number): Loop1 {
  return (count, x, out) => {
    for (let i = 0; i < count; i++) out[i] = compute(x[i]!);
  };
}

const floatAndComplex = [...floatTypes, ...complexTypes];
const realOf = (loop: DType): DType => (loop === "complex64" ? "float32" : loop === "complex128" ? "float64" : loop);

const numeric: ReadonlySet<Kind> = new Set(["int", "uint", "float", "complex"]);
const integral: ReadonlySet<Kind> = new Set(["int", "uint"]);

/** A row for a function of float numbers, and of complex ones if there is a loop for them. */
function float(name: string, compute: (x: number) => number, complex?: Loop1): UnaryUfunc {
  return { name, types: complex ? floatAndComplex : floatTypes, float: map(compute), complex };
}

const negate = map((x) => -x);
export const negativeTable: UnaryUfunc = {
  name: "negative",
  types: numberTypes,
  int: negate,
  float: negate,
  big: (x) => -x,
  complex: (count, x, out) => negate(2 * count, x, out),
  refusal: {
    bool: "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not function instead.",
  },
};
const keep: Loop1 = (_, x, out) => {
  out.set(x);
};
export const positiveTable: UnaryUfunc = {
  name: "positive",
  strict: numeric,
  types: numberTypes,
  int: keep,
  float: keep,
  big: (x) => x,
  complex: keep,
};
export const absoluteTable: UnaryUfunc = {
  name: "absolute",
  types: allTypes,
  out: realOf,
  bool: keep,
  int: map(Math.abs),
  float: map(Math.abs),
  big: (x) => (x < 0n ? -x : x),
  complex: (count, x, out) => {
    for (let i = 0; i < count; i++) out[i] = Math.hypot(x[2 * i]!, x[2 * i + 1]!);
  },
};
export const signTable: UnaryUfunc = {
  name: "sign",
  strict: numeric,
  types: numberTypes,
  int: map(Math.sign),
  float: map((x) => (x === 0 ? 0 : Math.sign(x))),
  big: (x) => (x > 0n ? 1n : x < 0n ? -1n : 0n),
  complex: (count, x, out) => {
    for (let i = 0; i < count; i++) {
      out[2 * i] = Math.sign(x[2 * i]! || x[2 * i + 1]!);
      out[2 * i + 1] = 0;
    }
  },
};
const squares: Loop1 = (count, x, out) => {
  for (let i = 0; i < count; i++) out[i] = x[i]! * x[i]!;
};
export const squareTable: UnaryUfunc = {
  name: "square",
  types: numberTypes,
  int: squares,
  int32: map((x) => Math.imul(x, x)),
  float: squares,
  big: (x) => x * x,
  bound: (x) => x * x,
  complex: pairs.onPairs((a, b, out, at) => {
    out[at] = a * a - b * b;
    out[at + 1] = 2 * a * b;
  }),
};
export const reciprocalTable: UnaryUfunc = {
  name: "reciprocal",
  types: numberTypes,
  int: map((x) => (x === 0 ? -(2 ** 31) : Math.trunc(1 / x))),
  float: map((x) => 1 / x),
  big: (x) => (x === 0n ? -(2n ** 63n) : 1n / x),
  bound: (x) => x,
  complex: pairs.onPairs((a, b, out, at) => {
    const size = a * a + b * b;
    out[at] = a / size;
    out[at + 1] = -b / size;
  }),
};
export const conjugateTable: UnaryUfunc = {
  ...positiveTable,
  name: "conjugate",
  strict: undefined,
  complex: pairs.conjugate,
};

/** Halves go to the even neighbour; the sign of zero stays. */
export function roundHalfEven(x: number): number {
  if (!(Math.abs(x) < 2 ** 52)) return x;
  // adding 2⁵² leaves no room for a fraction, so the addition itself rounds
  const magnitude = Math.abs(x) + 2 ** 52 - 2 ** 52;
  return x < 0 || Object.is(x, -0) ? -magnitude : magnitude;
}

const test = (name: string, float: (x: number) => boolean, ints: 0 | 1, pair: "some" | "every"): UnaryUfunc => {
  const fixed: Loop1 = (count, _, out) => {
    out.fill(ints, 0, count);
  };
  return {
    name,
    types: allTypes,
    out: "bool",
    bool: fixed,
    int: fixed,
    float: map((x) => (float(x) ? 1 : 0)),
    complex: (count, x, out) => {
      for (let i = 0; i < count; i++) {
        const [a, b] = [float(x[2 * i]!), float(x[2 * i + 1]!)];
        out[i] = (pair === "some" ? a || b : a && b) ? 1 : 0;
      }
    },
  };
};
export const isnanTable = test("isnan", Number.isNaN, 0, "some");
export const isinfTable = test(
  "isinf",
  (x) => x === Number.POSITIVE_INFINITY || x === Number.NEGATIVE_INFINITY,
  0,
  "some",
);
export const isfiniteTable = test("isfinite", Number.isFinite, 1, "every");
export const signbitTable: UnaryUfunc = {
  name: "signbit",
  types: floatTypes,
  out: "bool",
  float: map((x) => (x < 0 || Object.is(x, -0) ? 1 : 0)),
};

const halfTurn = 180 / Math.PI;
const radian = Math.PI / 180;

/** Functions of one float number, by NumPy's name. */
export const floatTables = {
  fabs: float("fabs", Math.abs),
  sqrt: float("sqrt", Math.sqrt, pairs.sqrt),
  cbrt: float("cbrt", Math.cbrt),
  exp: { ...float("exp", Math.exp, pairs.exp), float32: map(own.exp) },
  exp2: float("exp2", (x) => 2 ** x),
  expm1: float("expm1", Math.expm1),
  log: { ...float("log", Math.log, pairs.log), float32: map(own.log) },
  log2: float("log2", Math.log2),
  log10: float("log10", Math.log10),
  log1p: float("log1p", Math.log1p),
  sin: float("sin", Math.sin, pairs.sin),
  cos: float("cos", Math.cos, pairs.cos),
  tan: float("tan", Math.tan),
  arcsin: float("arcsin", Math.asin),
  arccos: float("arccos", Math.acos),
  arctan: float("arctan", Math.atan),
  sinh: float("sinh", Math.sinh),
  cosh: float("cosh", Math.cosh),
  tanh: { ...float("tanh", Math.tanh, pairs.tanh), float32: map(own.tanh) },
  arcsinh: float("arcsinh", Math.asinh),
  arccosh: float("arccosh", Math.acosh),
  arctanh: float("arctanh", Math.atanh),
  floor: float("floor", Math.floor),
  ceil: float("ceil", Math.ceil),
  trunc: float("trunc", Math.trunc),
  rint: float("rint", roundHalfEven, (count, x, out) => map(roundHalfEven)(2 * count, x, out)),
  degrees: float("degrees", (x) => x * halfTurn),
  radians: float("radians", (x) => x * radian),
} as const satisfies Record<string, UnaryUfunc>;

const realFloat = (
  name: string,
  compute: (x: number, y: number) => number,
  extra: Partial<BinaryUfunc> = {},
): BinaryUfunc => ({
  name,
  types: floatTypes,
  float: each(compute),
  ...extra,
});

/** Functions of two float numbers, by NumPy's name. */
export const floatPairTables = {
  arctan2: realFloat("arctan2", Math.atan2),
  hypot: realFloat("hypot", Math.hypot, { identity: 0 }),
  logaddexp: realFloat("logaddexp", (x, y) => {
    if (x === y) return x + Math.LN2;
    const gap = x - y;
    return gap > 0 ? x + Math.log1p(Math.exp(-gap)) : gap <= 0 ? y + Math.log1p(Math.exp(gap)) : gap;
  }),
  logaddexp2: realFloat("logaddexp2", (x, y) => {
    if (x === y) return x + 1;
    const gap = x - y;
    return gap > 0 ? x + Math.log1p(2 ** -gap) * Math.LOG2E : gap <= 0 ? y + Math.log1p(2 ** gap) * Math.LOG2E : gap;
  }),
  copysign: realFloat("copysign", (x, y) => (y < 0 || Object.is(y, -0) ? -Math.abs(x) : Math.abs(x))),
  heaviside: realFloat("heaviside", (x, y) => (Number.isNaN(x) ? x : x === 0 ? y : x < 0 ? 0 : 1)),
} as const satisfies Record<string, BinaryUfunc>;

function gcdBig(x: bigint, y: bigint): bigint {
  let [a, b] = [x < 0n ? -x : x, y < 0n ? -y : y];
  while (b) [a, b] = [b, a % b];
  return a;
}
function lcmBig(x: bigint, y: bigint): bigint {
  const common = gcdBig(x, y);
  const product = common ? (x / common) * y : 0n;
  return product < 0n ? -product : product;
}
/** Through bigints: these are rare, and small integers need no loop of their own. */
const viaBig = (compute: (x: bigint, y: bigint) => bigint) =>
  each((x, y) => Number(BigInt.asIntN(32, compute(BigInt(x), BigInt(y)))));
export const gcdTable: BinaryUfunc = {
  name: "gcd",
  strict: integral,
  types: intTypes,
  meet: true,
  int: viaBig(gcdBig),
  big: gcdBig,
  bound: () => Number.POSITIVE_INFINITY,
};
export const lcmTable: BinaryUfunc = {
  name: "lcm",
  strict: integral,
  types: intTypes,
  meet: true,
  int: viaBig(lcmBig),
  big: lcmBig,
  bound: () => Number.POSITIVE_INFINITY,
};

const unary = (table: UnaryUfunc) => (x: ArrayLike, options?: UfuncOptions) => callUnary(table, x, options);
const binary = (table: BinaryUfunc) => (x: ArrayLike, y: ArrayLike, options?: UfuncOptions) =>
  callBinary(table, x, y, options);

/** −x; unsigned integers wrap. @throws {TypeError} for bools */
export const negative = unary(negativeTable);
export const positive = unary(positiveTable);
/** |x|; of complex numbers their length. */
export const absolute = unary(absoluteTable);
export const abs = absolute;
/** −1, 0 or 1. */
export const sign = unary(signTable);
/** x · x. */
export const square = unary(squareTable);
/** 1 / x, cut towards zero for integers. */
export const reciprocal = unary(reciprocalTable);
export const conjugate = unary(conjugateTable);
export const conj = conjugate;
export const isnan = unary(isnanTable);
export const isinf = unary(isinfTable);
export const isfinite = unary(isfiniteTable);
export const signbit = unary(signbitTable);
export const fabs = unary(floatTables.fabs);
export const sqrt = unary(floatTables.sqrt);
export const cbrt = unary(floatTables.cbrt);
export const exp = unary(floatTables.exp);
export const exp2 = unary(floatTables.exp2);
export const expm1 = unary(floatTables.expm1);
export const log = unary(floatTables.log);
export const log2 = unary(floatTables.log2);
export const log10 = unary(floatTables.log10);
export const log1p = unary(floatTables.log1p);
export const sin = unary(floatTables.sin);
export const cos = unary(floatTables.cos);
export const tan = unary(floatTables.tan);
export const arcsin = unary(floatTables.arcsin);
export const arccos = unary(floatTables.arccos);
export const arctan = unary(floatTables.arctan);
export const sinh = unary(floatTables.sinh);
export const cosh = unary(floatTables.cosh);
export const tanh = unary(floatTables.tanh);
export const arcsinh = unary(floatTables.arcsinh);
export const arccosh = unary(floatTables.arccosh);
export const arctanh = unary(floatTables.arctanh);
export const floor = unary(floatTables.floor);
export const ceil = unary(floatTables.ceil);
/** Cut towards zero. */
export const trunc = unary(floatTables.trunc);
/** To the nearest integer, halves to the even one. */
export const rint = unary(floatTables.rint);
export const degrees = unary(floatTables.degrees);
export const rad2deg = degrees;
export const radians = unary(floatTables.radians);
export const deg2rad = radians;
/** The angle of the point (y, x): first argument the vertical part. */
export const arctan2 = binary(floatPairTables.arctan2);
export const hypot = binary(floatPairTables.hypot);
export const logaddexp = binary(floatPairTables.logaddexp);
export const logaddexp2 = binary(floatPairTables.logaddexp2);
export const copysign = binary(floatPairTables.copysign);
export const heaviside = binary(floatPairTables.heaviside);
export const gcd = binary(gcdTable);
export const lcm = binary(lcmTable);
