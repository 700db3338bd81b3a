import type { Assembler } from "./assembler";
import { type Code, type Local, upTo, when } from "./code";
import { f32x4, f64, f64x2, i32, i32x4, shuffle32, v128 } from "./instructions";
import { roundedLog } from "./roundedLog";
import { doublesOf } from "./words";

/*
 * NumPy's legacy normals by the polar method, in three steps: the points that fall into the unit circle, a factor for each
 * of them, and the two normals that a point times its factor is. The plain twin is `nextNormal` in random/legacyStream.ts.
 */

export interface PolarKernels {
  /** Points x, y in [−1, 1) from four words each; those in the circle are kept, with x² + y². Returns how many. */
  polarPoints(words: number, points: number, squares: number, count: number): number;
  /**
   * The factor √(−2 ln s / s) for each square s, two at a time. Returns how many pairs of them are in doubt: their places,
   * in bytes from the first, are written to `doubts`.
   */
  polarFactors(squares: number, factors: number, doubts: number, count: number): number;
  /** mean + scale · g, for each point the normals g = factor · y and factor · x; as float64 or float32. */
  polarNormals_float64(points: number, factors: number, out: number, count: number, mean: number, scale: number): void;
  polarNormals_float32(points: number, factors: number, out: number, count: number, mean: number, scale: number): void;
}

export function definePolar(module: Assembler): void {
  definePoints(module);
  defineFactors(module);
  defineNormals(module, "polarNormals_float64");
  defineNormals(module, "polarNormals_float32");
}

const swapped = (x: Local): Code => shuffle32(x, x, [2, 3, 0, 1]);

function definePoints(module: Assembler): void {
  module.define(
    "polarPoints",
    ["i32", "i32", "i32", "i32"],
    (scope, words, points, squares, count) => {
      const [four, point, square] = scope.vectors(3) as [Local, Local, Local];
      const [end, first, kept] = [scope.i32(), scope.i32(), scope.i32()];
      const inCircle = v128.andnot(f64x2.lt(square, module.both(1)), f64x2.eq(square, module.both(0)));
      return [
        end.set(i32.add(words, i32.shl(count, 4))),
        first.set(squares),
        upTo(words, end, 16, [
          four.set(v128.load(words)),
          point.set(f64x2.sub(f64x2.mul(module.both(2), doublesOf(module, four)), module.both(1))),
          square.set(f64x2.mul(point, point)),
          square.set(f64x2.add(square, swapped(square))),
          // every point is stored; one that is not kept is overwritten by the next
          v128.store(points, point),
          v128.store64Lane(squares, square, 0),
          kept.set(i32.and(i32x4.extractLane(inCircle, 0), 8)),
          squares.add(kept),
          points.add(i32.shl(kept, 1)),
        ]),
        f64.store(squares, 1), // what stands beside the last one of an odd number
        i32.shrU(i32.sub(squares, first), 3),
      ];
    },
    "i32",
  );
}

function defineFactors(module: Assembler): void {
  module.define(
    "polarFactors",
    ["i32", "i32", "i32", "i32"],
    (scope, squares, factors, doubts, count) => {
      const square = scope.v128();
      const [at, first] = [scope.i32(), scope.i32()];
      const log = roundedLog(module, scope)(square);
      return [
        first.set(doubts),
        upTo(at, i32.shl(count, 3), 16, [
          square.set(v128.load(i32.add(squares, at))),
          log.set,
          v128.store(i32.add(factors, at), f64x2.sqrt(f64x2.div(f64x2.mul(module.both(-2), log.result), square))),
          when(v128.anyTrue(log.doubtful), [i32.store(doubts, at), doubts.add(4)]),
        ]),
        i32.shrU(i32.sub(doubts, first), 2),
      ];
    },
    "i32",
  );
}

function defineNormals(module: Assembler, name: "polarNormals_float64" | "polarNormals_float32"): void {
  module.define(name, ["i32", "i32", "i32", "i32", "f64", "f64"], (scope, points, factors, out, count, mean, scale) => {
    const [centre, spread, point] = scope.vectors(3) as [Local, Local, Local];
    const end = scope.i32();
    const normals = f64x2.mul(v128.load64Splat(factors), swapped(point));
    const value = f64x2.add(centre, f64x2.mul(spread, normals));
    return [
      centre.set(f64x2.splat(mean.get)),
      spread.set(f64x2.splat(scale.get)),
      end.set(i32.add(factors, i32.shl(count, 3))),
      upTo(factors, end, 8, [
        point.set(v128.load(points)),
        points.add(16),
        name === "polarNormals_float64"
          ? [v128.store(out, value), out.add(16)]
          : [v128.store64Lane(out, f32x4.demoteF64x2Zero(value), 0), out.add(8)],
      ]),
    ];
  });
}
