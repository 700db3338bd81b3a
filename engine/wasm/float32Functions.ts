import { firstBits, logRows, rowOfOne } from "../random/float32Math";
import type { Assembler, Scope } from "./assembler";
import { type Code, i32Of, type Local } from "./code";
import { f32x4, f64x2, i32x4, shuffle32, v128 } from "./instructions";

/** Two vectors' lower halves, or upper ones, side by side. */
export const lowHalves: [number, number, number, number] = [0, 1, 4, 5];
export const highHalves: [number, number, number, number] = [2, 3, 6, 7];

/** Two of four float32 lanes as float64. */
export function widened(values: Local, half: number): Code {
  return f64x2.promoteLowF32x4(half === 0 ? values : shuffle32(values, values, [2, 3, 2, 3]));
}

export interface Float32Functions {
  /** Sets `out` to logf of four lanes of u. */
  logf: (u: Local, out: Local) => Code;
  /** Sets `sine` and `cosine` to sinf and cosf of four lanes of angle. */
  sinfAndCosf: (angle: Local, sine: Local, cosine: Local) => Code;
}

/** The logf, sinf and cosf of random/float32Math.ts, operation by operation, on four lanes; for the same arguments. */
export function float32Functions(module: Assembler, scope: Scope): Float32Functions {
  const rows = module.table([...logRows]);
  const [rowAt, found, other, quarter, swap] = scope.vectors(5) as [Local, Local, Local, Local, Local];
  const [r, square, curve, x, cube, fourth] = scope.vectors(6) as [Local, Local, Local, Local, Local, Local];
  const [one, two] = [scope.vectors(2), scope.vectors(2)] as [[Local, Local], [Local, Local]];
  const both = (value: number) => module.both(value);
  const { add, sub, mul } = f64x2;
  const narrowed = f32x4.demoteF64x2Zero;

  const rowOf = (lane: number): Code => v128.load(i32x4.extractLane(rowAt, lane), rows);
  const logOf = (u: Local, half: number): Code => [
    found.set(rowOf(2 * half)),
    other.set(rowOf(2 * half + 1)),
    r.set(sub(mul(widened(u, half), shuffle32(found, other, lowHalves)), both(1))),
    square.set(mul(r, r)),
    curve.set(add(mul(both(0.333456765744066), r), both(-0.4999997485802103))),
    curve.set(add(mul(both(-0.25089342214237154), square), curve)),
    one[half]!.set(narrowed(add(mul(curve, square), add(shuffle32(found, other, highHalves), r)))),
  ];

  const quartersOf = (angle: Local, half: number): Code =>
    i32x4.truncSatF64x2Zero(mul(widened(angle, half), both(10680707.430881744)));
  const nearZero = (angle: Local, half: number): Code => [
    x.set(half === 0 ? quarter : shuffle32(quarter, quarter, [2, 3, 2, 3])),
    x.set(sub(widened(angle, half), mul(f64x2.convertLowI32x4S(x), both(1.5707963267948966)))),
    square.set(mul(x, x)),
    cube.set(mul(x, square)),
    fourth.set(mul(square, square)),
    curve.set(add(both(0.008332178146138854), mul(square, both(-0.00019517298981385725)))),
    one[half]!.set(narrowed(add(add(x, mul(cube, both(-0.16666654943701084))), mul(mul(cube, square), curve)))),
    curve.set(add(both(-0.001388676379437604), mul(square, both(2.4390450703564542e-5)))),
    x.set(add(add(both(1), mul(square, both(-0.49999999725108224))), mul(fourth, both(0.041666623324344516)))),
    two[half]!.set(narrowed(add(x, mul(mul(fourth, square), curve)))),
  ];
  const signOf = (turns: Code): Code => i32x4.shl(v128.and(turns, 2), 30);

  return {
    logf: (u, out) => [
      rowAt.set(i32x4.shl(i32x4.add(i32x4.shrS(i32x4.sub(u, firstBits), 19), rowOfOne), 4)),
      [0, 1].map((half) => logOf(u, half)),
      out.set(shuffle32(one[0], one[1], lowHalves)),
    ],
    sinfAndCosf: (angle, sine, cosine) => [
      quarter.set(shuffle32(quartersOf(angle, 0), quartersOf(angle, 1), lowHalves)),
      quarter.set(i32x4.shrS(i32x4.add(quarter, 0x800000), 24)),
      [0, 1].map((half) => nearZero(angle, half)),
      one[0].set(shuffle32(one[0], one[1], lowHalves)),
      two[0].set(shuffle32(two[0], two[1], lowHalves)),
      // an odd number of quarter turns swaps the two; which signs turn is in the number's second bit
      swap.set(i32x4.shrS(i32x4.shl(quarter, 31), 31)),
      sine.set(v128.xor(v128.bitselect(two[0], one[0], swap), signOf(i32Of(quarter)))),
      cosine.set(v128.xor(v128.bitselect(one[0], two[0], swap), signOf(i32x4.add(quarter, 1)))),
    ],
  };
}
