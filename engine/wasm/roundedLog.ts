import { doubtOfItself, firstRow, highs, ln2High, ln2Low, lows } from "../random/log";
import type { Assembler, Scope } from "./assembler";
import type { Code, Local } from "./code";
import { f32x4, f64x2, i32, i32x4, shuffle32, v128 } from "./instructions";

type Five = [Local, Local, Local, Local, Local];

const { add, sub, mul, div } = f64x2;
/** A float64 whose bits are those of a significand, all ones, and no others. */
const significandBits = 2 ** -1022 - 2 ** -1074;

/**
 * The quick way of random/log.ts, operation by operation, on two lanes of normal positive numbers. `result` is correctly
 * rounded but in the lanes where `doubtful` is not 0, which the slow way has to do.
 */
export function roundedLog(
  module: Assembler,
  scope: Scope,
): (x: Local) => { set: Code; result: Local; doubtful: Local } {
  const highTable = module.table([...highs]);
  const lowTable = module.floats([...lows]);
  const [exponent, m, above, row, reciprocal] = scope.vectors(5) as Five;
  const [t, tRest, upper, lower, tail] = scope.vectors(5) as Five;
  const [square, squareRest, scale, high, doubtful] = scope.vectors(5) as Five;
  const [s1, s2, s3, rest, result] = scope.vectors(5) as Five;
  const [first, second] = [scope.i32(), scope.i32()];
  const both = (value: number) => module.both(value);
  const upperHalf = (x: Local): Code => f64x2.promoteLowF32x4(f32x4.demoteF64x2Zero(x));
  const halfSquare = mul(square, both(0.5));
  return (x) => ({
    result,
    doubtful,
    set: [
      m.set(v128.bitselect(x, both(1), both(significandBits))),
      above.set(f64x2.gt(m, both(Math.SQRT2))),
      exponent.set(i32x4.shrU(x, 20)),
      exponent.set(sub(f64x2.convertLowI32x4S(shuffle32(exponent, exponent, [1, 3, 1, 3])), both(1023))),
      exponent.set(add(exponent, v128.and(above, both(1)))),
      m.set(mul(m, v128.bitselect(both(0.5), both(1), above))),
      row.set(f64x2.trunc(add(mul(m, both(128)), both(0.5)))),
      reciprocal.set(mul(f64x2.nearest(div(both(65536), row)), both(1 / 512))),
      row.set(i32x4.sub(i32x4.truncSatF64x2Zero(row), firstRow)),
      first.set(i32x4.extractLane(row, 0)),
      second.set(i32x4.extractLane(row, 1)),
      // t = m · reciprocal − 1 as two floats
      upper.set(upperHalf(m)),
      lower.set(mul(sub(m, upper), reciprocal)),
      upper.set(sub(mul(upper, reciprocal), both(1))),
      t.set(add(upper, lower)),
      tRest.set(sub(lower, sub(t, upper))),
      // t² as two floats
      upper.set(upperHalf(t)),
      lower.set(sub(t, upper)),
      square.set(mul(t, t)),
      squareRest.set(add(sub(mul(upper, upper), square), mul(mul(both(2), upper), lower))),
      squareRest.set(add(add(squareRest, mul(lower, lower)), mul(mul(both(2), t), tRest))),
      tail.set(sub(both(1 / 8), div(t, both(9)))),
      [7, 6, 5, 4, 3].map((k) => tail.set(sub(both(1 / k), mul(t, tail)))),
      tail.set(mul(mul(t, square), tail)),
      // exponent · ln 2 + ln m, with the rounding errors of the large sums
      high.set(v128.load64Lane(i32.shl(second, 3), v128.load64Zero(i32.shl(first, 3), highTable), 1, highTable)),
      rest.set(v128.load32Lane(i32.shl(second, 2), v128.load32Zero(i32.shl(first, 2), lowTable), 1, lowTable)),
      rest.set(add(mul(exponent, both(ln2Low)), f64x2.promoteLowF32x4(rest))),
      scale.set(mul(exponent, both(ln2High))),
      s1.set(add(scale, high)),
      s2.set(add(s1, t)),
      s3.set(sub(s2, halfSquare)),
      rest.set(add(rest, sub(high, sub(s1, scale)))),
      rest.set(add(rest, sub(t, sub(s2, s1)))),
      rest.set(add(rest, sub(f64x2.neg(halfSquare), sub(s3, s2)))),
      rest.set(add(sub(add(rest, tRest), mul(squareRest, both(0.5))), tail)),
      scale.set(mul(s3, both(doubtOfItself))),
      result.set(add(s3, add(rest, scale))),
      doubtful.set(f64x2.ne(result, add(s3, sub(rest, scale)))),
    ],
  });
}
