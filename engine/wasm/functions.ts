import {
  expRange,
  expSeries,
  ln2Parts,
  logSeries,
  rootHalfBits,
  roundingSum,
  tanhSeries,
  tanhSmall,
} from "../numpy/exponential";
import type { Assembler, Scope } from "./assembler";
import type { Code, Local, Operand } from "./code";
import { define1 } from "./elementwise";
import { f32x4, f64x2, i32x4, i64x2, shuffle32, v128 } from "./instructions";

/*
 * exp, log, tanh and the sigmoid of float32 numbers: the operations of numpy/exponential.ts on two float64 lanes at a time,
 * rounded to float32 at the end.
 */

const { add, sub, mul, div } = f64x2;
type Function64 = (x: Operand) => { set: Code; result: Local };

export function defineFunctions(module: Assembler): void {
  const define = (name: string, functionOf: (module: Assembler, scope: Scope) => Function64) =>
    define1(module, `${name}_float32`, 4, (scope) => onHalves(scope, functionOf(module, scope)), 16);
  define("exp", exponential);
  define("log", logarithm);
  define("tanh", tangent);
  define1(
    module,
    "sigmoid_float32",
    4,
    (scope) => {
      const negated = scope.v128();
      const exp = onHalves(scope, exponential(module, scope));
      return (x) => [
        negated.set(f32x4.neg(x)),
        negated.set(exp(negated)),
        f32x4.div(f32x4.splat(1), f32x4.add(f32x4.splat(1), negated)),
      ];
    },
    16,
  );
}

/** A function of float64 lanes as one of float32 lanes, rounded once. */
function onHalves(scope: Scope, compute: Function64): (x: Local) => Code {
  const [wide, first] = scope.vectors(2) as [Local, Local];
  return (x) => {
    const { set, result } = compute(wide);
    return [
      wide.set(f64x2.promoteLowF32x4(x)),
      set,
      first.set(f32x4.demoteF64x2Zero(result)),
      wide.set(f64x2.promoteLowF32x4(shuffle32(x, x, [2, 3, 2, 3]))),
      set,
      shuffle32(first, f32x4.demoteF64x2Zero(result), [0, 1, 4, 5]),
    ];
  };
}

/** A polynomial by Horner's rule, the highest coefficient first. */
export function horner(module: Assembler, sum: Local, x: Operand, coefficients: readonly number[]): Code {
  return coefficients.map((one, i) => sum.set(i === 0 ? module.both(one) : add(mul(sum, x), module.both(one))));
}

/** c₀ + c₁x + … + c₉x⁹ as the plain twin adds it up. */
function polynomial(module: Assembler, scope: Scope, x: Local, c: readonly number[]): { set: Code; result: Local } {
  const [square, fourth, low, middle, result] = scope.vectors(5) as [Local, Local, Local, Local, Local];
  const pair = (i: number): Code => add(mul(module.both(c[i + 1]!), x), module.both(c[i]!));
  return {
    result,
    set: [
      square.set(mul(x, x)),
      fourth.set(mul(square, square)),
      low.set(add(mul(pair(2), square), pair(0))),
      middle.set(add(mul(pair(6), square), pair(4))),
      result.set(add(mul(pair(8), mul(fourth, fourth)), add(mul(middle, fourth), low))),
    ],
  };
}

function exponential(module: Assembler, scope: Scope): Function64 {
  const [bounded, shifted, n, r, result] = scope.vectors(5) as [Local, Local, Local, Local, Local];
  const both = (value: number) => module.both(value);
  const series = polynomial(module, scope, r, expSeries);
  return (x) => ({
    result,
    set: [
      bounded.set(f64x2.pmax(f64x2.pmin(x, both(expRange[1])), both(expRange[0]))),
      shifted.set(add(mul(bounded, both(Math.LOG2E)), both(roundingSum))),
      n.set(sub(shifted, both(roundingSum))),
      r.set(sub(sub(bounded, mul(n, both(ln2Parts[0]))), mul(n, both(ln2Parts[1])))),
      series.set,
      result.set(add(both(1), add(r, mul(mul(r, r), series.result)))),
      // n stands in the last bits of the shifted number: as an exponent it is a power of two
      result.set(mul(result, i64x2.add(i64x2.shl(shifted, 52), both(1)))),
    ],
  });
}

/** ln of float32 numbers above 0 and below Infinity. */
export function positiveLogarithm(module: Assembler, scope: Scope): Function64 {
  const [significand, exponent, f, s, square, result] = scope.vectors(6) as [Local, Local, Local, Local, Local, Local];
  const both = (value: number) => module.both(value);
  const series = polynomial(module, scope, square, logSeries);
  return (x) => ({
    result,
    set: [
      // the exponents in the upper word of each lane
      exponent.set(i32x4.shrS(i32x4.sub(x, rootHalfBits), 20)),
      significand.set(i32x4.sub(x, i32x4.shl(exponent, 20))),
      significand.set(shuffle32(x, significand, [0, 5, 2, 7])),
      f.set(sub(significand, both(1))),
      s.set(div(f, add(f, both(2)))),
      square.set(mul(s, s)),
      series.set,
      result.set(add(mul(both(2), s), mul(mul(s, square), series.result))),
      exponent.set(f64x2.convertLowI32x4S(shuffle32(exponent, exponent, [1, 3, 1, 3]))),
      result.set(add(mul(exponent, both(Math.LN2)), result)),
    ],
  });
}

function logarithm(module: Assembler, scope: Scope): Function64 {
  const both = (value: number) => module.both(value);
  const positive = positiveLogarithm(module, scope);
  return (x) => {
    const { set, result } = positive(x);
    return {
      result,
      set: [
        set,
        result.set(v128.bitselect(result, x, f64x2.lt(x, both(Number.POSITIVE_INFINITY)))),
        result.set(v128.bitselect(both(Number.NEGATIVE_INFINITY), result, f64x2.eq(x, both(0)))),
        result.set(v128.bitselect(both(Number.NaN), result, f64x2.lt(x, both(0)))),
      ],
    };
  };
}

function tangent(module: Assembler, scope: Scope): Function64 {
  const [square, near, size] = scope.vectors(3) as [Local, Local, Local];
  const exponentialOf = exponential(module, scope);
  const both = (value: number) => module.both(value);
  return (x) => {
    const power = exponentialOf(add(size, size));
    return {
      result: near,
      set: [
        size.set(f64x2.abs(x)),
        power.set,
        square.set(mul(x, x)),
        horner(module, near, square, tanhSeries),
        near.set(add(x, mul(mul(x, square), near))),
        power.result.set(div(sub(power.result, both(1)), add(power.result, both(1)))),
        power.result.set(v128.bitselect(f64x2.neg(power.result), power.result, f64x2.lt(x, both(0)))),
        near.set(v128.bitselect(near, power.result, f64x2.lt(size, both(tanhSmall)))),
      ],
    };
  };
}
