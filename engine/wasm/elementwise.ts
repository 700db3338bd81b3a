import type { Assembler, Scope } from "./assembler";
import { type Code, i32Of, type Local, upTo } from "./code";
import { f32x4, f64x2, i8x16, i16x8, i32x4, i64x2, shuffle32, v128 } from "./instructions";

/*
 * Elementwise operations, one function for each operation and dtype, "add_float32". All take addresses of dense elements
 * and a count, which is a multiple of sixteen: the caller rounds up what it hands in, and keeps the surplus to itself.
 * The plain twins are the loops of the tables in numpy/.
 */

/** A function of the tables below, by name; there are as many addresses as operands, then the result's, then the count. */
export type ElementKernel = (...addresses: number[]) => void;

/** What a count is a multiple of: the elements that a comparison takes at a time. */
export const roundSize = 16;
/** Bytes of an operand in a round of the other loops: four vectors, to spread the cost of the loop. */
const roundBytes = 64;

/** What the dtypes' vectors have in common. */
interface Lanes {
  bytes: 4 | 8;
  add: (x: Code, y: Code) => Code;
  subtract: (x: Code, y: Code) => Code;
  multiply: (x: Code, y: Code) => Code;
  negative: (x: Code) => Code;
  absolute: (x: Code) => Code;
  equal: (x: Code, y: Code) => Code;
  not_equal: (x: Code, y: Code) => Code;
  less_equal: (x: Code, y: Code) => Code;
  greater: (x: Code, y: Code) => Code;
  greater_equal: (x: Code, y: Code) => Code;
}
type FloatLanes = Lanes & { divide: Lanes["add"]; sqrt: (x: Code) => Code };

const lanesOf = (lanes: typeof f32x4 | typeof f64x2, bytes: 4 | 8): FloatLanes => ({
  bytes,
  add: lanes.add,
  subtract: lanes.sub,
  multiply: lanes.mul,
  divide: lanes.div,
  negative: lanes.neg,
  absolute: lanes.abs,
  sqrt: lanes.sqrt,
  equal: lanes.eq,
  not_equal: lanes.ne,
  less_equal: lanes.le,
  greater: lanes.gt,
  greater_equal: lanes.ge,
});
const wholeLanesOf = (lanes: typeof i32x4 | typeof i64x2, bytes: 4 | 8): Lanes => ({
  bytes,
  add: lanes.add,
  subtract: lanes.sub,
  multiply: lanes.mul,
  negative: lanes.neg,
  absolute: lanes.abs,
  equal: lanes.eq,
  not_equal: lanes.ne,
  less_equal: lanes.leS,
  greater: lanes.gtS,
  greater_equal: lanes.geS,
});

const floats = { float32: lanesOf(f32x4, 4), float64: lanesOf(f64x2, 8) };
const wholes = { int32: wholeLanesOf(i32x4, 4), int64: wholeLanesOf(i64x2, 8) };

const arithmetic = ["add", "subtract", "multiply"] as const;
const signs = ["negative", "absolute"] as const;
/** x < y is y > x: the caller turns the operands around. */
const comparisons = ["equal", "not_equal", "greater", "greater_equal"] as const;

/** A function of one vector, with locals of its own. */
export type Compute = (x: Local) => Code;

export function defineElementwise(module: Assembler): void {
  for (const [dtype, lanes] of Object.entries({ ...floats, ...wholes })) {
    for (const name of arithmetic) define2(module, `${name}_${dtype}`, lanes.bytes, lanes[name]);
    for (const name of signs) define1(module, `${name}_${dtype}`, lanes.bytes, () => (x) => lanes[name](x.get));
    define1(module, `square_${dtype}`, lanes.bytes, () => (x) => lanes.multiply(x.get, x.get));
    for (const name of comparisons) defineComparison(module, `${name}_${dtype}`, lanes.bytes, lanes[name]);
  }
  for (const [dtype, lanes] of Object.entries(floats)) {
    const orNaN = (x: Code, test: Code): Code => v128.or(test, lanes.not_equal(x, x));
    define2(module, `divide_${dtype}`, lanes.bytes, lanes.divide);
    define2(module, `maximum_${dtype}`, lanes.bytes, (x, y) =>
      v128.bitselect(x, y, orNaN(x, lanes.greater_equal(x, y))),
    );
    define2(module, `minimum_${dtype}`, lanes.bytes, (x, y) => v128.bitselect(x, y, orNaN(x, lanes.less_equal(x, y))));
    define1(module, `sqrt_${dtype}`, lanes.bytes, () => (x) => lanes.sqrt(x.get));
    define1(module, `relu_${dtype}`, lanes.bytes, () => (x) => {
      return v128.and(x, orNaN(x.get, lanes.greater(x.get, v128.xor(x, x))));
    });
  }
  for (const [dtype, lanes] of Object.entries(wholes)) {
    define2(module, `maximum_${dtype}`, lanes.bytes, (x, y) => v128.bitselect(x, y, lanes.greater_equal(x, y)));
    define2(module, `minimum_${dtype}`, lanes.bytes, (x, y) => v128.bitselect(x, y, lanes.less_equal(x, y)));
  }
  defineCasts(module);
}

const vectorsIn = (bytes: number) => Array.from({ length: bytes / 16 }, (_, i) => 16 * i);

/** A function of two operands; `compute` may use each of them several times. */
function define2(module: Assembler, name: string, bytes: number, compute: (x: Code, y: Code) => Code): void {
  module.define(name, ["i32", "i32", "i32", "i32"], (scope, a, b, out, count) => {
    const [x, y] = scope.vectors(2) as [Local, Local];
    return forEachRound(scope, count, roundBytes / bytes, [
      vectorsIn(roundBytes).map((at) => [
        x.set(v128.load(a, at)),
        y.set(v128.load(b, at)),
        v128.store(out, compute(x.get, y.get), at),
      ]),
      [a, b, out].map((address) => address.add(roundBytes)),
    ]);
  });
}

/** A function of one operand. A long one gains nothing from several vectors in a round: `most` bytes go into it. */
export function define1(
  module: Assembler,
  name: string,
  bytes: number,
  prepare: (scope: Scope) => Compute,
  most: number = roundBytes,
): void {
  module.define(name, ["i32", "i32", "i32"], (scope, a, out, count) => {
    const x = scope.v128();
    const compute = prepare(scope);
    return forEachRound(scope, count, most / bytes, [
      vectorsIn(most).map((at) => [x.set(v128.load(a, at)), v128.store(out, compute(x), at)]),
      [a, out].map((address) => address.add(most)),
    ]);
  });
}

function forEachRound(scope: Scope, count: Local, elements: number, body: Code): Code {
  return upTo(scope.i32(), count, elements, body);
}

/** A comparison: the lanes' masks become bytes 0 and 1. */
function defineComparison(module: Assembler, name: string, bytes: number, compare: (x: Code, y: Code) => Code): void {
  module.define(name, ["i32", "i32", "i32", "i32"], (scope, a, b, out, count) => {
    const masks = vectorsIn(bytes * roundSize).map((at) => compare(v128.load(a, at), v128.load(b, at)));
    const words = bytes === 4 ? masks : [0, 2, 4, 6].map((i) => shuffle32(masks[i]!, masks[i + 1]!, [0, 2, 4, 6]));
    const narrow = i8x16.narrowI16x8(i16x8.narrowI32x4(words[0]!, words[1]!), i16x8.narrowI32x4(words[2]!, words[3]!));
    return forEachRound(scope, count, roundSize, [
      v128.store(out, v128.and(narrow, 0x01010101)),
      [a, b].map((address) => address.add(roundSize * bytes)),
      out.add(roundSize),
    ]);
  });
}

/** "cast_from_to": what C casts give, for dtypes whose vectors have an instruction for it. */
function defineCasts(module: Assembler): void {
  const pair = (x: Local): Code => shuffle32(x, x, [2, 3, 2, 3]);
  const together = (x: Code, y: Code): Code => shuffle32(x, y, [0, 1, 4, 5]);
  /** What fits no int32 becomes the lowest one. */
  const whole = (scope: Scope) => {
    const wide = scope.v128();
    return (x: Code): Code => [
      wide.set(x),
      v128.bitselect(
        i32x4.truncSatF64x2Zero(wide),
        -(2 ** 31),
        // the doubles' masks, one for each of the two words that they become
        shuffle32(v128.and(f64x2.gt(wide, -(2 ** 31) - 1), f64x2.lt(wide, 2 ** 31)), i32x4.splat(0), [0, 2, 4, 4]),
      ),
    ];
  };
  /** Elements of 4 bytes become elements of 8. */
  const widen = (name: string, low: (x: Code) => Code) =>
    module.define(name, ["i32", "i32", "i32"], (scope, a, out, count) => {
      const x = scope.v128();
      return forEachRound(scope, count, roundSize, [
        [0, 1, 2, 3].map((i) => [
          x.set(v128.load(a, 16 * i)),
          v128.store(out, low(i32Of(x)), 32 * i),
          v128.store(out, low(pair(x)), 32 * i + 16),
        ]),
        a.add(64),
        out.add(128),
      ]);
    });
  /** Elements of 8 bytes become elements of 4; `low` leaves two of them in the lower half. */
  const narrow = (name: string, prepare: (scope: Scope) => (x: Code) => Code) =>
    module.define(name, ["i32", "i32", "i32"], (scope, a, out, count) => {
      const low = prepare(scope);
      return forEachRound(scope, count, roundSize, [
        [0, 1, 2, 3].map((i) =>
          v128.store(out, together(low(v128.load(a, 32 * i)), low(v128.load(a, 32 * i + 16))), 16 * i),
        ),
        a.add(128),
        out.add(64),
      ]);
    });
  widen("cast_float32_float64", f64x2.promoteLowF32x4);
  widen("cast_int32_float64", f64x2.convertLowI32x4S);
  widen("cast_int32_int64", i64x2.extendLowI32x4S);
  narrow("cast_float64_float32", () => f32x4.demoteF64x2Zero);
  narrow("cast_float64_int32", whole);
  narrow("cast_int64_int32", () => (x) => shuffle32(x, i32x4.splat(0), [0, 2, 4, 4]));
  define1(module, "cast_int32_float32", 4, () => (x) => f32x4.convertI32x4S(x));
  define1(
    module,
    "cast_float32_int32",
    4,
    (scope) => {
      const low = whole(scope);
      return (x) => together(low(f64x2.promoteLowF32x4(x)), low(f64x2.promoteLowF32x4(pair(x))));
    },
    16,
  );
}
