import { cosineSeries, quarterParts, sineSeries } from "../random/turns";
import type { Assembler, Scope } from "./assembler";
import { type Code, type Local, type Operand, upTo } from "./code";
import { horner, positiveLogarithm } from "./functions";
import { f32x4, f64x2, i32, i32x4, i64x2, shuffle32, v128 } from "./instructions";

/*
 * MindSpore 2.x's normals from Philox words, two of them from two words: `normalsFrom` in random/distributions2.ts and what
 * it calls, operation by operation, on two pairs at a time.
 */

export interface Normal2Kernels {
  /** float32(mean + sigma · g) of `count` words, four at a time; `turn` is 2π as MindSpore has it. */
  normals2(words: number, out: number, count: number, mean: number, sigma: number, turn: number): void;
}

const { add, sub, mul } = f64x2;
const least = Math.fround(1e-7); // keeps log(0) away

export function defineNormals2(module: Assembler): void {
  module.define(
    "normals2",
    ["i32", "i32", "i32", "f64", "f64", "f64"],
    (scope, words, out, count, mean, sigma, turn) => {
      const [centre, spread, four, u, radius] = scope.vectors(5) as [Local, Local, Local, Local, Local];
      const at = scope.i32();
      const angle = scope.v128();
      const log = positiveLogarithm(module, scope)(u);
      const turned = sineAndCosine(module, scope)(angle);
      const uniformOf = (two: Code): Code =>
        f64x2.pmax(mul(f64x2.convertLowI32x4S(v128.and(two, 0x7fffff)), module.both(2 ** -23)), module.both(least));
      const normal = (part: Local): Code => f32x4.demoteF64x2Zero(add(centre, mul(radius, part)));
      return [
        centre.set(f64x2.splat(mean.get)),
        spread.set(f64x2.splat(sigma.get)),
        upTo(at, i32.shl(count, 2), 16, [
          four.set(v128.load(i32.add(words, at))),
          u.set(uniformOf(shuffle32(four, four, [0, 2, 0, 2]))),
          angle.set(mul(f64x2.splat(turn.get), uniformOf(shuffle32(four, four, [1, 3, 1, 3])))),
          log.set,
          radius.set(mul(f64x2.sqrt(mul(module.both(-2), log.result)), spread)),
          turned.set,
          v128.store(i32.add(out, at), shuffle32(normal(turned.cosine), normal(turned.sine), [0, 4, 1, 5])),
        ]),
      ];
    },
  );
}

/** random/turns.ts on two lanes. */
function sineAndCosine(module: Assembler, scope: Scope) {
  const [turns, quarters, swap, x] = scope.vectors(4) as [Local, Local, Local, Local];
  const [square, sum, sine, cosine] = scope.vectors(4) as [Local, Local, Local, Local];
  const both = (value: number) => module.both(value);
  const signOf = (quarters: Operand): Code => i64x2.shl(v128.and(quarters, 2), 62);
  return (angle: Local): { set: Code; sine: Local; cosine: Local } => ({
    sine,
    cosine,
    set: [
      turns.set(f64x2.trunc(add(mul(angle, both(2 / Math.PI)), both(0.5)))),
      x.set(sub(sub(angle, mul(turns, both(quarterParts[0]))), mul(turns, both(quarterParts[1])))),
      square.set(mul(x, x)),
      horner(module, sum, square, sineSeries),
      sine.set(add(x, mul(mul(x, square), sum))),
      horner(module, sum, square, cosineSeries),
      cosine.set(sub(both(1), sub(mul(both(0.5), square), mul(mul(square, square), sum)))),
      // an odd number of quarter turns swaps the two; which signs turn is in the number's second bit
      quarters.set(i32x4.truncSatF64x2Zero(turns)),
      quarters.set(shuffle32(quarters, quarters, [0, 0, 1, 1])),
      swap.set(i32x4.shrS(i32x4.shl(quarters, 31), 31)),
      x.set(v128.bitselect(cosine, sine, swap)),
      cosine.set(v128.xor(v128.bitselect(sine, cosine, swap), signOf(i32x4.add(quarters, 1)))),
      sine.set(v128.xor(x, signOf(quarters))),
    ],
  });
}
