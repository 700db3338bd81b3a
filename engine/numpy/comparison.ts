import { allTypes, boolType, each, intTypes } from "./arithmetic";
import {
  type ArrayLike,
  type BinaryUfunc,
  callBinary,
  callUnary,
  type Loop1,
  type UfuncOptions,
  type UnaryUfunc,
} from "./ufunc";

/** A row for a comparison; complex numbers are ordered by real, then imaginary part. */
function comparison(
  name: string,
  test: (x: number, y: number) => boolean,
  big: (x: bigint, y: bigint) => boolean,
): BinaryUfunc {
  const loop = each((x, y) => (test(x, y) ? 1 : 0));
  return {
    name,
    types: allTypes,
    out: "bool",
    meet: true,
    bool: loop,
    int: loop,
    float: loop,
    big,
    complex: (count, x, y, out) => {
      for (let i = 0; i < count; i++) {
        const [a, b, c, d] = [x[2 * i]!, x[2 * i + 1]!, y[2 * i]!, y[2 * i + 1]!];
        if (name === "equal") out[i] = a === c && b === d ? 1 : 0;
        else if (name === "not_equal") out[i] = a !== c || b !== d ? 1 : 0;
        else out[i] = (a === c ? test(b, d) : test(a, c) && !Number.isNaN(b) && !Number.isNaN(d)) ? 1 : 0;
      }
    },
  };
}

export const equalTable = comparison(
  "equal",
  (x, y) => x === y,
  (x, y) => x === y,
);
export const notEqualTable = comparison(
  "not_equal",
  (x, y) => x !== y,
  (x, y) => x !== y,
);
export const lessTable = comparison(
  "less",
  (x, y) => x < y,
  (x, y) => x < y,
);
export const lessEqualTable = comparison(
  "less_equal",
  (x, y) => x <= y,
  (x, y) => x <= y,
);
export const greaterTable = comparison(
  "greater",
  (x, y) => x > y,
  (x, y) => x > y,
);
export const greaterEqualTable = comparison(
  "greater_equal",
  (x, y) => x >= y,
  (x, y) => x >= y,
);

/** A row for a logical operation: each element counts as true if it is not zero. */
function logical(name: string, test: (x: boolean, y: boolean) => boolean): BinaryUfunc {
  const loop = each((x, y) => (test(x !== 0, y !== 0) ? 1 : 0));
  return {
    name,
    types: allTypes,
    out: "bool",
    bool: loop,
    int: loop,
    float: loop,
    big: (x, y) => test(x !== 0n, y !== 0n),
    complex: (count, x, y, out) => {
      for (let i = 0; i < count; i++) {
        out[i] = test(x[2 * i] !== 0 || x[2 * i + 1] !== 0, y[2 * i] !== 0 || y[2 * i + 1] !== 0) ? 1 : 0;
      }
    },
  };
}
export const logicalAndTable: BinaryUfunc = { ...logical("logical_and", (x, y) => x && y), identity: 1 };
export const logicalOrTable: BinaryUfunc = { ...logical("logical_or", (x, y) => x || y), identity: 0 };
export const logicalXorTable: BinaryUfunc = { ...logical("logical_xor", (x, y) => x !== y), identity: 0 };

const not: Loop1 = (count, x, out) => {
  for (let i = 0; i < count; i++) out[i] = x[i] === 0 ? 1 : 0;
};
export const logicalNotTable: UnaryUfunc = {
  name: "logical_not",
  types: allTypes,
  out: "bool",
  bool: not,
  int: not,
  float: not,
  big: (x) => x === 0n,
  complex: (count, x, out) => {
    for (let i = 0; i < count; i++) out[i] = x[2 * i] === 0 && x[2 * i + 1] === 0 ? 1 : 0;
  },
};

const bitTypes = [...boolType, ...intTypes];
/** 32-bit operators suffice for narrow integers; wider ones go through bigints. */
function bitwise(
  name: string,
  compute: (x: number, y: number) => number,
  big: (x: bigint, y: bigint) => bigint,
): BinaryUfunc {
  const loop = each(compute);
  return { name, types: bitTypes, bool: loop, int: loop, big, bound: wide };
}
/** Up to 2³¹ JavaScript's operators are exact, beyond they are not. */
const wide = (x: number, y: number) => (x < 2 ** 31 && y < 2 ** 31 ? 0 : Number.POSITIVE_INFINITY);
export const bitwiseAndTable: BinaryUfunc = {
  ...bitwise(
    "bitwise_and",
    (x, y) => x & y,
    (x, y) => x & y,
  ),
  identity: -1,
};
export const bitwiseOrTable: BinaryUfunc = {
  ...bitwise(
    "bitwise_or",
    (x, y) => x | y,
    (x, y) => x | y,
  ),
  identity: 0,
};
export const bitwiseXorTable: BinaryUfunc = {
  ...bitwise(
    "bitwise_xor",
    (x, y) => x ^ y,
    (x, y) => x ^ y,
  ),
  identity: 0,
};

/** Shifts by the width or more, or by a negative number, give what all bits shifted out leave. */
export const leftShiftTable: BinaryUfunc = {
  name: "left_shift",
  types: intTypes,
  int: each((x, y) => (y >= 0 && y < 32 ? x << y : 0)),
  big: (x, y) => (y >= 0n && y < 64n ? x << y : 0n),
  bound: () => Number.POSITIVE_INFINITY,
};
export const rightShiftTable: BinaryUfunc = {
  name: "right_shift",
  types: intTypes,
  int: each((x, y) => Math.floor(x / 2 ** (y >= 0 && y < 32 ? y : 32))),
  big: (x, y) => x >> (y >= 0n && y < 64n ? y : 64n),
  bound: () => Number.POSITIVE_INFINITY,
};
export const invertTable: UnaryUfunc = {
  name: "invert",
  types: bitTypes,
  bool: not,
  int: (count, x, out) => {
    for (let i = 0; i < count; i++) out[i] = -1 - x[i]!;
  },
  big: (x) => ~x,
  bound: (x) => x + 1,
};

const binary = (table: BinaryUfunc) => (x: ArrayLike, y: ArrayLike, options?: UfuncOptions) =>
  callBinary(table, x, y, options);
const unary = (table: UnaryUfunc) => (x: ArrayLike, options?: UfuncOptions) => callUnary(table, x, options);

export const equal = binary(equalTable);
export const notEqual = binary(notEqualTable);
export const less = binary(lessTable);
export const lessEqual = binary(lessEqualTable);
export const greater = binary(greaterTable);
export const greaterEqual = binary(greaterEqualTable);
export const logicalAnd = binary(logicalAndTable);
export const logicalOr = binary(logicalOrTable);
export const logicalXor = binary(logicalXorTable);
export const logicalNot = unary(logicalNotTable);
export const bitwiseAnd = binary(bitwiseAndTable);
export const bitwiseOr = binary(bitwiseOrTable);
export const bitwiseXor = binary(bitwiseXorTable);
/** x · 2^y, bits that leave the width are lost. */
export const leftShift = binary(leftShiftTable);
/** ⌊x / 2^y⌋. */
export const rightShift = binary(rightShiftTable);
/** Every bit flipped; of bools, not. */
export const invert = unary(invertTable);
export const bitwiseNot = invert;
