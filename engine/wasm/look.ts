import type { Assembler } from "./assembler";
import { type Code, type Local, upTo, when } from "./code";
import { f32, f32x4, f64, f64x2, i32, i32x4, shuffle32, v128 } from "./instructions";

/*
 * What is looked at in dense float32 numbers. Their plain twins are in look/: least and greatest elements, counts and hashes
 * are the same; sums are taken in another order.
 */

export interface LookKernels {
  /**
   * Writes eight vectors to `out`: the least and the greatest (float32 lanes), the sum and the sum of squares of what the numbers
   * are above `shift` (two vectors of float64 lanes each), and as int32 lanes how many are zero and how many negative. Returns
   * whether one is not finite; then nothing of it holds. count is a multiple of 4.
   */
  look_moments(address: number, count: number, out: number, shift: number): number;
  /** Takes words into the four lanes of an XXH32. count is a multiple of 4. */
  look_hash(address: number, count: number, lanes: number): void;
  /**
   * Adds a row to what is known of its tiles: least and greatest as float32, sums as float64, of the finite elements. `ends` are
   * int32: the bytes from the row's start to each tile's end. Returns whether an element is not finite.
   */
  look_tiles(row: number, ends: number, tiles: number, min: number, max: number, sum: number): number;
  /** Adds to each tile's int32 count how many elements of the row lie from `low` to `high`, both included. */
  look_within(row: number, ends: number, tiles: number, counts: number, low: number, high: number): void;
  /**
   * Counts numbers in slots: the first has what is below all bins, the last, whose number is `most`, what is above them and NaN.
   * Slot s has edges[s] ≤ x < edges[s + 1]; `edges` are float32. The guess (x − start) · scale + shift, rounded to a whole number, must
   * be right, or one off where it lies within 1/1024 of the middle between two. `counts` are four tables of int32, one 4096 bytes after
   * the other, whose sum is meant. count is a multiple of 4, and most at most 1023.
   */
  look_bins(
    address: number,
    count: number,
    edges: number,
    counts: number,
    start: number,
    scale: number,
    shift: number,
    most: number,
  ): void;
}

const inf = Number.POSITIVE_INFINITY;

export function defineLook(module: Assembler): void {
  defineMoments(module);
  defineHash(module);
  defineTiles(module);
  defineWithin(module);
  defineBins(module);
}

const lowHalf = (x: Local): Code => f64x2.promoteLowF32x4(x);
const highHalf = (x: Local): Code => f64x2.promoteLowF32x4(shuffle32(x, x, [2, 3, 2, 3]));

function defineMoments(module: Assembler): void {
  module.define(
    "look_moments",
    ["i32", "i32", "i32", "f64"],
    (scope, at, count, out, shift) => {
      const [x, min, max, strange, zeros, negative, base] = scope.vectors(7) as Local[] as [
        Local,
        Local,
        Local,
        Local,
        Local,
        Local,
        Local,
      ];
      const [sum0, sum1, square0, square1, d] = scope.vectors(5) as [Local, Local, Local, Local, Local];
      const end = scope.i32();
      return [
        end.set(i32.add(at, i32.shl(count, 2))),
        base.set(f64x2.splat(shift.get)),
        min.set(v128.load(at)),
        max.set(min.get),
        upTo(at, end, 16, [
          x.set(v128.load(at)),
          strange.set(v128.or(strange, f32x4.ne(f32x4.sub(x, x), 0))),
          min.set(f32x4.pmin(min, x)),
          max.set(f32x4.pmax(max, x)),
          zeros.set(i32x4.sub(zeros, f32x4.eq(x, 0))),
          negative.set(i32x4.sub(negative, f32x4.lt(x, 0))),
          d.set(f64x2.sub(lowHalf(x), base)),
          sum0.set(f64x2.add(sum0, d)),
          square0.set(f64x2.add(square0, f64x2.mul(d, d))),
          d.set(f64x2.sub(highHalf(x), base)),
          sum1.set(f64x2.add(sum1, d)),
          square1.set(f64x2.add(square1, f64x2.mul(d, d))),
        ]),
        [min, max, sum0, sum1, square0, square1, zeros, negative].map((lanes, i) => v128.store(out, lanes, 16 * i)),
        v128.anyTrue(strange),
      ];
    },
    "i32",
  );
}

const p1 = 0x9e3779b1 | 0;
const p2 = 0x85ebca77 | 0;

function defineHash(module: Assembler): void {
  module.define("look_hash", ["i32", "i32", "i32"], (scope, at, count, lanes) => {
    const four = [scope.i32(), scope.i32(), scope.i32(), scope.i32()];
    const end = scope.i32();
    return [
      end.set(i32.add(at, i32.shl(count, 2))),
      four.map((lane, i) => lane.set(i32.load(lanes, 4 * i))),
      upTo(
        at,
        end,
        16,
        four.map((lane, i) => lane.set(i32.mul(i32.rotr(i32.add(lane, i32.mul(i32.load(at, 4 * i), p2)), 19), p1))),
      ),
      four.map((lane, i) => i32.store(i32.add(lanes, 4 * i), lane)),
    ];
  });
}

/** Goes through a row tile by tile: `tile` takes the elements from `at` to `end`, four at a time up to `whole`. */
function byTile(
  [at, ends, tiles]: readonly [Local, Local, Local],
  { row, end, whole, last }: { [name: string]: Local } & { row: Local; end: Local; whole: Local; last: Local },
  tile: Code,
): Code {
  return [
    row.set(at.get),
    last.set(i32.add(ends, i32.shl(tiles, 2))),
    upTo(ends, last, 4, [
      end.set(i32.add(row, i32.load(ends))),
      whole.set(i32.add(at, i32.and(i32.sub(end, at), -16))),
      tile,
    ]),
  ];
}

function defineTiles(module: Assembler): void {
  module.define(
    "look_tiles",
    ["i32", "i32", "i32", "i32", "i32", "i32"],
    (scope, at, ends, tiles, mins, maxs, sums) => {
      const [x, finite, strange, min, max] = scope.vectors(5) as [Local, Local, Local, Local, Local];
      const [sum0, sum1, rest] = scope.vectors(3) as [Local, Local, Local];
      const places = { row: scope.i32(), end: scope.i32(), whole: scope.i32(), last: scope.i32() };
      const first = scope.i32();
      const total = scope.f64();
      const check: Code = [
        finite.set(f32x4.eq(f32x4.sub(x, x), 0)),
        strange.set(v128.or(strange, v128.not(finite))),
        min.set(f32x4.pmin(min, v128.bitselect(x, f32x4.splat(inf), finite))),
        max.set(f32x4.pmax(max, v128.bitselect(x, f32x4.splat(-inf), finite))),
        x.set(v128.and(x, finite)),
      ];
      const trust: Code = [min.set(f32x4.pmin(min, x)), max.set(f32x4.pmax(max, x))];
      const across = (best: Local, better: (x: Local, y: Code) => Code): Code => [
        best.set(better(best, shuffle32(best, best, [2, 3, 0, 1]))),
        best.set(better(best, shuffle32(best, best, [1, 0, 3, 2]))),
      ];
      /** Of the tile from `at` to its end. */
      const take = (how: Code): Code => [
        min.set(v128.load32Splat(mins)),
        max.set(v128.load32Splat(maxs)),
        [sum0, sum1, rest].map((sum) => sum.set(f64x2.splat(0))),
        upTo(at, places.whole, 16, [
          x.set(v128.load(at)),
          how,
          sum0.set(f64x2.add(sum0, lowHalf(x))),
          sum1.set(f64x2.add(sum1, highHalf(x))),
        ]),
        upTo(at, places.end, 4, [x.set(v128.load32Splat(at)), how, rest.set(f64x2.add(rest, lowHalf(x)))]),
        sum0.set(f64x2.add(sum0, sum1)),
        total.set(f64.add(f64x2.extractLane(rest, 0), f64.add(f64x2.extractLane(sum0, 0), f64x2.extractLane(sum0, 1)))),
      ];
      return [
        byTile([at, ends, tiles], places, [
          first.set(at.get),
          take(trust),
          // what is not finite makes the sum so, and no sum of float32 leaves float64 otherwise
          when(f64.ne(f64.sub(total.get, total.get), 0), [at.set(first.get), take(check)]),
          across(min, f32x4.pmin),
          across(max, f32x4.pmax),
          v128.store32Lane(mins, min, 0),
          v128.store32Lane(maxs, max, 0),
          f64.store(sums, f64.add(f64.load(sums), total.get)),
          mins.add(4),
          maxs.add(4),
          sums.add(8),
        ]),
        v128.anyTrue(strange),
      ];
    },
    "i32",
  );
}

function defineWithin(module: Assembler): void {
  module.define(
    "look_within",
    ["i32", "i32", "i32", "i32", "f32", "f32"],
    (scope, at, ends, tiles, counts, low, high) => {
      const [x, inside, least, most] = scope.vectors(4) as [Local, Local, Local, Local];
      const places = { row: scope.i32(), end: scope.i32(), whole: scope.i32(), last: scope.i32() };
      const found = scope.i32();
      const isInside = v128.and(f32x4.ge(x, least), f32x4.le(x, most));
      return [
        least.set(f32x4.splat(low.get)),
        most.set(f32x4.splat(high.get)),
        byTile([at, ends, tiles], places, [
          inside.set(i32x4.splat(0)),
          found.set(i32.load(counts)),
          upTo(at, places.whole, 16, [x.set(v128.load(at)), inside.set(i32x4.sub(inside, isInside))]),
          upTo(at, places.end, 4, [
            x.set(v128.load32Splat(at)),
            found.set(i32.sub(found, i32x4.extractLane(isInside, 0))),
          ]),
          i32.store(
            counts,
            [0, 1, 2, 3].reduce<Code>((sum, lane) => i32.add(sum, i32x4.extractLane(inside, lane)), found.get),
          ),
          counts.add(4),
        ]),
      ];
    },
  );
}

function defineBins(module: Assembler): void {
  module.define(
    "look_bins",
    ["i32", "i32", "i32", "i32", "f32", "f32", "f32", "f32"],
    (scope, at, count, edges, counts, start, scale, shift, most) => {
      const [origin, steps, shifts, top, tables] = scope.vectors(5) as [Local, Local, Local, Local, Local];
      const [guess, rounding, rounded, slots] = scope.vectors(4) as [Local, Local, Local, Local];
      const [end, slot, place] = [scope.i32(), scope.i32(), scope.i32()];
      const value = scope.f32();
      const inEachLane = (corrected: (lane: number) => Code): Code =>
        [0, 1, 2, 3].map((lane) => [
          slot.set(i32x4.extractLane(slots, lane)),
          corrected(lane),
          i32.store(slot, i32.add(i32.load(slot, 4096 * lane), 1), 4096 * lane),
        ]);
      return [
        end.set(i32.add(at, i32.shl(count, 2))),
        origin.set(f32x4.splat(start.get)),
        steps.set(f32x4.splat(scale.get)),
        shifts.set(f32x4.splat(shift.get)),
        top.set(f32x4.splat(most.get)),
        tables.set(i32x4.splat(counts.get)),
        rounding.set(f32x4.splat(2 ** 23)), // added to a small number, it leaves the whole one next to it in the lowest bits
        edges.set(i32.sub(edges, counts)),
        upTo(at, end, 16, [
          guess.set(f32x4.add(f32x4.mul(f32x4.sub(v128.load(at), origin), steps), shifts)),
          guess.set(f32x4.pmax(f32x4.splat(0), f32x4.pmin(top, guess))), // NaN too becomes `most`
          rounded.set(f32x4.add(guess, rounding)),
          slots.set(i32x4.add(tables, i32x4.shl(v128.and(rounded, 1023), 2))),
          when(
            v128.anyTrue(f32x4.gt(f32x4.abs(f32x4.sub(guess, f32x4.sub(rounded, rounding))), 0.5 - 1 / 1024)),
            inEachLane((lane) => [
              value.set(f32.load(at, 4 * lane)),
              place.set(i32.add(edges, slot)),
              slot.set(
                i32.add(
                  slot,
                  i32.shl(i32.sub(f32.ge(value.get, f32.load(place, 4)), f32.lt(value.get, f32.load(place))), 2),
                ),
              ),
            ]),
            inEachLane(() => []),
          ),
        ]),
      ];
    },
  );
}
