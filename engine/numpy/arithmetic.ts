import type { DType } from "../dtype";
import { ValueError } from "../errors";
import { type ArrayLike, type BinaryUfunc, callBinary, type Loop2, type UfuncOptions } from "./ufunc";

export const boolType: readonly DType[] = ["bool"];
export const intTypes: readonly DType[] = ["int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64"];
export const floatTypes: readonly DType[] = ["float16", "float32", "float64"];
export const complexTypes: readonly DType[] = ["complex64", "complex128"];
export const realTypes = [...intTypes, ...floatTypes];
export const numberTypes = [...realTypes, ...complexTypes];
export const allTypes = [...boolType, ...numberTypes];

/** A loop that applies a function to each pair of elements. */
export function each(compute: (x: number, y: number) => number): Loop2 {
  return (count, x, y, out) => {
    for (let i = 0; i < count; i++) out[i] = compute(x[i]!, y[i]!);
  };
}

/** A loop on complex pairs; `compute` writes the result at an index. */
function eachPair(compute: (a: number, b: number, c: number, d: number, out: Float64Array, at: number) => void): Loop2 {
  return (count, x, y, out) => {
    for (let i = 0; i < 2 * count; i += 2) compute(x[i]!, x[i + 1]!, y[i]!, y[i + 1]!, out, i);
  };
}

// The four loops that most work is done in stand on their own, so that the compiler sees one operation in each.
const sum: Loop2 = (count, x, y, out) => {
  for (let i = 0; i < count; i++) out[i] = x[i]! + y[i]!;
};
const difference: Loop2 = (count, x, y, out) => {
  for (let i = 0; i < count; i++) out[i] = x[i]! - y[i]!;
};
const product: Loop2 = (count, x, y, out) => {
  for (let i = 0; i < count; i++) out[i] = x[i]! * y[i]!;
};
const quotient: Loop2 = (count, x, y, out) => {
  for (let i = 0; i < count; i++) out[i] = x[i]! / y[i]!;
};
const addPairs: Loop2 = (count, x, y, out) => sum(2 * count, x, y, out);
const subtractPairs: Loop2 = (count, x, y, out) => difference(2 * count, x, y, out);
const multiplyPairs = eachPair((a, b, c, d, out, at) => {
  out[at] = a * c - b * d;
  out[at + 1] = a * d + b * c;
});
const dividePairs = eachPair((a, b, c, d, out, at) => {
  // Smith's method, as NumPy divides
  if (Math.abs(c) >= Math.abs(d)) {
    if (c === 0 && d === 0) {
      out[at] = a / Math.abs(c);
      out[at + 1] = b / Math.abs(c);
      return;
    }
    const ratio = d / c;
    const scale = 1 / (c + d * ratio);
    out[at] = (a + b * ratio) * scale;
    out[at + 1] = (b - a * ratio) * scale;
  } else {
    const ratio = c / d;
    const scale = 1 / (c * ratio + d);
    out[at] = (a * ratio + b) * scale;
    out[at + 1] = (b * ratio - a) * scale;
  }
});

export const addTable: BinaryUfunc = {
  name: "add",
  types: allTypes,
  meet: true,
  identity: 0,
  bool: each((x, y) => (x || y ? 1 : 0)),
  int: sum,
  float: sum,
  complex: addPairs,
  big: (x, y) => x + y,
  bound: (x, y) => x + y,
};
export const subtractTable: BinaryUfunc = {
  name: "subtract",
  types: numberTypes,
  meet: true,
  int: difference,
  float: difference,
  complex: subtractPairs,
  big: (x, y) => x - y,
  bound: (x, y) => x + y,
  refusal: {
    bool:
      "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the " +
      "logical_xor function instead.",
  },
};
export const multiplyTable: BinaryUfunc = {
  name: "multiply",
  types: allTypes,
  meet: true,
  identity: 1,
  bool: each((x, y) => (x && y ? 1 : 0)),
  int: product,
  int32: each(Math.imul),
  float: product,
  complex: multiplyPairs,
  big: (x, y) => x * y,
  bound: (x, y) => x * y,
};
export const divideTable: BinaryUfunc = {
  name: "divide",
  whole: "float64",
  types: [...floatTypes, ...complexTypes],
  float: quotient,
  complex: dividePairs,
};

/** ⌊x / y⌋ of whole numbers; 0 for y = 0, as NumPy's integer loops give. */
const floorInt = each((x, y) => (y === 0 ? 0 : Math.floor(x / y)));
/** x − y ⌊x / y⌋ with the sign of y; 0 for y = 0. */
const modInt = each((x, y) => {
  if (y === 0) return 0;
  const rest = x % y;
  return rest !== 0 && rest < 0 !== y < 0 ? rest + y : rest + 0;
});
function floorBig(x: bigint, y: bigint): bigint {
  if (y === 0n) return 0n;
  const whole = x / y;
  return x % y !== 0n && x < 0n !== y < 0n ? whole - 1n : whole;
}
function modBig(x: bigint, y: bigint): bigint {
  if (y === 0n) return 0n;
  const rest = x % y;
  return rest !== 0n && rest < 0n !== y < 0n ? rest + y : rest;
}
/** 64-bit floats keep every step; narrower ones round each step, as `npy_divmod` does. */
const exact = (x: number) => x;

function floorFloat(round: (x: number) => number) {
  return (x: number, y: number): number => {
    if (y === 0) return x / y;
    let rest = x % y;
    let whole = round(round(x - rest) / y);
    if (rest !== 0 && y < 0 !== rest < 0) {
      rest += y;
      whole = round(whole - 1);
    }
    if (Number.isNaN(whole) || Number.isNaN(rest)) return Number.NaN;
    if (whole === 0) return x / y < 0 || Object.is(x / y, -0) ? -0 : 0;
    const floor = Math.floor(whole);
    return whole - floor > 0.5 ? floor + 1 : floor;
  };
}
function modFloat(round: (x: number) => number) {
  return (x: number, y: number): number => {
    const rest = x % y;
    if (y === 0) return Number.NaN;
    if (rest === 0) return y < 0 ? -0 : 0;
    return y < 0 !== rest < 0 ? round(rest + y) : rest;
  };
}

export const floorDivideTable: BinaryUfunc = {
  name: "floor_divide",
  types: realTypes,
  int: floorInt,
  big: floorBig,
  float: each(floorFloat(exact)),
  float32: each(floorFloat(Math.fround)),
};
export const remainderTable: BinaryUfunc = {
  name: "remainder",
  types: realTypes,
  int: modInt,
  big: modBig,
  float: each(modFloat(exact)),
  float32: each(modFloat(Math.fround)),
};
export const fmodTable: BinaryUfunc = {
  name: "fmod",
  types: realTypes,
  int: each((x, y) => (y === 0 ? 0 : (x % y) + 0)),
  big: (x, y) => (y === 0n ? 0n : x % y),
  float: each((x, y) => x % y),
};

function powerBig(x: bigint, y: bigint): bigint {
  if (y < 0n) throw negativePower();
  let result = 1n;
  let base = BigInt.asUintN(64, x); // wraps like the machine's integers, which is all that is kept
  for (let rest = y; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = BigInt.asUintN(64, result * base);
    base = BigInt.asUintN(64, base * base);
  }
  return result;
}
function powerInt(x: number, y: number): number {
  if (y < 0) throw negativePower();
  const quick = x ** y;
  if (Math.abs(quick) <= 2 ** 53) return quick;
  return Number(BigInt.asIntN(32, powerBig(BigInt(x), BigInt(y))));
}
function negativePower(): ValueError {
  return new ValueError("Integers to negative integer powers are not allowed.");
}
/** C's pow, which JavaScript follows except where the base is ±1. */
function powerFloat(x: number, y: number): number {
  if (x === 1) return 1;
  if (x === -1 && !Number.isFinite(y) && !Number.isNaN(y)) return 1;
  if (y === 2) return x * x; // NumPy takes square for this exponent
  if (y === 0.5 && x >= 0) return Math.sqrt(x);
  return x ** y;
}
const powerPairs = eachPair((a, b, c, d, out, at) => {
  if (c === 0 && d === 0) {
    out[at] = 1;
    out[at + 1] = 0;
  } else if (a === 0 && b === 0) {
    const defined = c > 0 && d === 0;
    out[at] = defined ? 0 : Number.NaN;
    out[at + 1] = defined ? 0 : Number.NaN;
  } else if (d === 0 && Number.isInteger(c) && Math.abs(c) < 100) {
    let [re, im] = [1, 0];
    let [x, y] = [a, b];
    for (let rest = Math.abs(c); rest > 0; rest = Math.floor(rest / 2)) {
      if (rest % 2 === 1) [re, im] = [re * x - im * y, re * y + im * x];
      [x, y] = [x * x - y * y, 2 * x * y];
    }
    out[at] = re;
    out[at + 1] = im;
    if (c < 0) dividePairs(1, Float64Array.of(1, 0), Float64Array.of(re, im), out.subarray(at, at + 2));
  } else {
    const radius = Math.log(Math.hypot(a, b));
    const angle = Math.atan2(b, a);
    const size = Math.exp(c * radius - d * angle);
    const turn = d * radius + c * angle;
    out[at] = size * Math.cos(turn);
    out[at + 1] = size * Math.sin(turn);
  }
});
export const powerTable: BinaryUfunc = {
  name: "power",
  types: numberTypes,
  int: each(powerInt),
  big: powerBig,
  bound: () => Number.POSITIVE_INFINITY,
  float: each(powerFloat),
  complex: powerPairs,
};
export const floatPowerTable: BinaryUfunc = {
  name: "float_power",
  types: ["float64", "complex128"],
  float: each(powerFloat),
  complex: powerPairs,
};

/** The one of two complex numbers that comes later (1) or earlier (−1) by real, then imaginary part; NaN wins. */
function choosePair(sign: number, ignoreNaN: boolean): Loop2 {
  return eachPair((a, b, c, d, out, at) => {
    const [first, second] = [Number.isNaN(a) || Number.isNaN(b), Number.isNaN(c) || Number.isNaN(d)];
    const keep = first ? !ignoreNaN || second : second ? ignoreNaN : (a === c ? b - d : a - c) * sign >= 0;
    out[at] = keep ? a : c;
    out[at + 1] = keep ? b : d;
  });
}
const greater = each((x, y) => (x >= y || Number.isNaN(x) ? x : y));
const lesser = each((x, y) => (x <= y || Number.isNaN(x) ? x : y));
const biggest = (x: bigint, y: bigint) => (x > y ? x : y);
const smallest = (x: bigint, y: bigint) => (x < y ? x : y);
export const maximumTable: BinaryUfunc = {
  name: "maximum",
  types: allTypes,
  meet: true,
  bool: greater,
  int: greater,
  float: greater,
  complex: choosePair(1, false),
  big: biggest,
};
export const minimumTable: BinaryUfunc = {
  name: "minimum",
  types: allTypes,
  meet: true,
  bool: lesser,
  int: lesser,
  float: lesser,
  complex: choosePair(-1, false),
  big: smallest,
};
export const fmaxTable: BinaryUfunc = {
  name: "fmax",
  types: allTypes,
  meet: true,
  bool: greater,
  int: greater,
  float: each((x, y) => (x >= y || Number.isNaN(y) ? x : y)),
  complex: choosePair(1, true),
  big: biggest,
};
export const fminTable: BinaryUfunc = {
  name: "fmin",
  types: allTypes,
  meet: true,
  bool: lesser,
  int: lesser,
  float: each((x, y) => (x <= y || Number.isNaN(y) ? x : y)),
  complex: choosePair(-1, true),
  big: smallest,
};

const binary = (table: BinaryUfunc) => (x: ArrayLike, y: ArrayLike, options?: UfuncOptions) =>
  callBinary(table, x, y, options);

/** x + y; of bools, x or y. */
export const add = binary(addTable);
/** x − y. @throws {TypeError} for bools */
export const subtract = binary(subtractTable);
/** x · y; of bools, x and y. */
export const multiply = binary(multiplyTable);
/** x / y, always a float. */
export const divide = binary(divideTable);
export const trueDivide = divide;
/** ⌊x / y⌋. */
export const floorDivide = binary(floorDivideTable);
/** What `floorDivide` leaves; it has the sign of y. */
export const remainder = binary(remainderTable);
export const mod = remainder;
/** What division cut towards zero leaves; it has the sign of x. */
export const fmod = binary(fmodTable);
/** x to the power y. @throws {ValueError} for ints to negative ints */
export const power = binary(powerTable);
/** x to the power y in float64. */
export const floatPower = binary(floatPowerTable);
/** The greater of x and y; NaN if one is. */
export const maximum = binary(maximumTable);
/** The smaller of x and y; NaN if one is. */
export const minimum = binary(minimumTable);
/** The greater of x and y; NaN only if both are. */
export const fmax = binary(fmaxTable);
/** The smaller of x and y; NaN only if both are. */
export const fmin = binary(fminTable);
