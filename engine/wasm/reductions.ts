import type { Assembler } from "./assembler";
import { block, branch, branchIf, type Code, i32Of, type Local, loop, upTo, when } from "./code";
import { f32, f32x4, f64, f64x2, i32, i32x4, i64x2, shuffle32, v128 } from "./instructions";

/*
 * Folds of dense numbers. Sums have NumPy's order: halves upon halves down to runs of at most 128, each summed in eight
 * lanes. The greatest, the least and the first place of a number do not depend on an order.
 * The plain twins are in numpy/reduce.ts and numpy/selection.ts.
 */

export interface ReductionKernels {
  /** count ≥ 8. */
  sum_float32(address: number, count: number): number;
  sum_float64(address: number, count: number): number;
  /** NaN if there is one; of zeros, one of either sign. count ≥ 16. */
  maximum_of_float32(address: number, count: number): number;
  maximum_of_float64(address: number, count: number): number;
  maximum_of_int32(address: number, count: number): number;
  minimum_of_float32(address: number, count: number): number;
  minimum_of_float64(address: number, count: number): number;
  minimum_of_int32(address: number, count: number): number;
  /** The first place of a number, or `count`. count ≥ 16. */
  find_float32(address: number, count: number, value: number): number;
  find_float64(address: number, count: number, value: number): number;
  find_int32(address: number, count: number, value: number): number;
}

/** How many numbers a run has at most. */
const run = 128;

export function defineReductions(module: Assembler): void {
  defineSum32(module);
  defineSum64(module);
  for (const name of ["maximum", "minimum"] as const) {
    const better = name === "maximum" ? "pmax" : "pmin";
    defineExtreme(module, `${name}_of_float32`, "f32", f32x4[better], f32x4.ne, f32x4.extractLane);
    defineExtreme(module, `${name}_of_float64`, "f64", f64x2[better], f64x2.ne, f64x2.extractLane);
    defineExtreme(
      module,
      `${name}_of_int32`,
      "i32",
      name === "maximum" ? i32x4.maxS : i32x4.minS,
      null,
      i32x4.extractLane,
    );
  }
  defineFind(module, "find_float32", "f32", (value) => f32x4.splat(value.get), f32x4.eq, i32x4.bitmask);
  defineFind(module, "find_float64", "f64", (value) => f64x2.splat(value.get), f64x2.eq, i64x2.bitmask);
  defineFind(module, "find_int32", "i32", (value) => i32x4.splat(value), i32x4.eq, i32x4.bitmask);
}

/** The recursion down to the runs, which both sums share. */
function defineSum(
  module: Assembler,
  name: string,
  type: "f32" | "f64",
  bytes: number,
  add: (x: Code, y: Code) => Code,
  sumRun: (...values: (Local | Code)[]) => Code,
): void {
  module.define(
    name,
    ["i32", "i32"],
    (scope, address, count) => {
      const half = scope.i32();
      const total = type === "f32" ? scope.f32() : scope.f64();
      const halves: Code = [
        half.set(i32.and(i32.shrU(count, 1), -8)),
        total.set(
          add(scope.self(address, half), scope.self(i32.add(address, i32.mul(half, bytes)), i32.sub(count, half))),
        ),
      ];
      return [when(i32.gtU(count, run), halves, total.set(sumRun(address, count))), total.get];
    },
    type,
  );
}

function defineSum32(module: Assembler): void {
  const sumRun = module.define(
    "run_float32",
    ["i32", "i32"],
    (scope, at, count) => {
      const [a, b] = scope.vectors(2) as [Local, Local];
      const [whole, end] = [scope.i32(), scope.i32()];
      const total = scope.f32();
      return [
        end.set(i32.add(at, i32.shl(count, 2))),
        whole.set(i32.add(at, i32.shl(i32.and(count, -8), 2))),
        a.set(v128.load(at)),
        b.set(v128.load(at, 16)),
        at.add(32),
        upTo(at, whole, 32, [a.set(f32x4.add(a, v128.load(at))), b.set(f32x4.add(b, v128.load(at, 16)))]),
        a.set(f32x4.add(shuffle32(a, b, [0, 2, 4, 6]), shuffle32(a, b, [1, 3, 5, 7]))),
        a.set(f32x4.add(shuffle32(a, a, [0, 2, 0, 2]), shuffle32(a, a, [1, 3, 1, 3]))),
        total.set(f32.add(f32x4.extractLane(a, 0), f32x4.extractLane(a, 1))),
        upTo(at, end, 4, total.set(f32.add(total, f32.load(at)))),
        total.get,
      ];
    },
    "f32",
  );
  defineSum(module, "sum_float32", "f32", 4, f32.add, sumRun);
}

function defineSum64(module: Assembler): void {
  const low: [number, number, number, number] = [0, 1, 4, 5];
  const high: [number, number, number, number] = [2, 3, 6, 7];
  const sumRun = module.define(
    "run_float64",
    ["i32", "i32"],
    (scope, at, count) => {
      const lanes = scope.vectors(4) as [Local, Local, Local, Local];
      const [a, b, c, d] = lanes;
      const [whole, end] = [scope.i32(), scope.i32()];
      const total = scope.f64();
      const across = (x: Local, y: Local) => f64x2.add(shuffle32(x, y, low), shuffle32(x, y, high));
      return [
        end.set(i32.add(at, i32.shl(count, 3))),
        whole.set(i32.add(at, i32.shl(i32.and(count, -8), 3))),
        lanes.map((lane, i) => lane.set(v128.load(at, 16 * i))),
        at.add(64),
        upTo(
          at,
          whole,
          64,
          lanes.map((lane, i) => lane.set(f64x2.add(lane, v128.load(at, 16 * i)))),
        ),
        a.set(across(a, b)),
        c.set(across(c, d)),
        a.set(across(a, c)),
        total.set(f64.add(f64x2.extractLane(a, 0), f64x2.extractLane(a, 1))),
        upTo(at, end, 8, total.set(f64.add(total, f64.load(at)))),
        total.get,
      ];
    },
    "f64",
  );
  defineSum(module, "sum_float64", "f64", 8, f64.add, sumRun);
}

/** Four vectors at a time; the last four overlap what came before, which changes no extreme. */
function defineExtreme(
  module: Assembler,
  name: string,
  type: "f32" | "f64" | "i32",
  better: (x: Local | Code, y: Local | Code) => Code,
  different: ((x: Local, y: Local) => Code) | null,
  extract: (x: Local, lane: number) => Code,
): void {
  const bytes = type === "f64" ? 8 : 4;
  module.define(
    name,
    ["i32", "i32"],
    (scope, at, count) => {
      const best = scope.vectors(4) as [Local, Local, Local, Local];
      const [x, nan] = scope.vectors(2) as [Local, Local];
      const last = scope.i32();
      const take: Code = best.map((one, i) => [
        x.set(v128.load(at, 16 * i)),
        one.set(better(one, x)),
        different ? nan.set(v128.or(nan, different(x, x))) : [],
      ]);
      const [a, b, c, d] = best;
      const lanes = Array.from({ length: 16 / bytes }, (_, i) => i);
      const value = type === "f32" ? scope.f32() : type === "f64" ? scope.f64() : scope.i32();
      return [
        last.set(i32.sub(i32.add(at, i32.mul(count, bytes)), 64)),
        best.map((one, i) => one.set(v128.load(at, 16 * i))),
        upTo(at, last, 64, take),
        at.set(last),
        take,
        a.set(better(better(a, b), better(c, d))),
        lanes.slice(1).map((lane) => a.set(better(a, spread(a, lane, bytes)))),
        value.set(extract(a, 0)),
        // a NaN anywhere is the answer; 0 / 0 makes one
        different
          ? when(
              v128.anyTrue(nan),
              value.set(type === "f32" ? f32.div(f32Of(0), f32Of(0)) : f64.div(f64Of(0), f64Of(0))),
            )
          : [],
        value.get,
      ];
    },
    type,
  );
}

const f32Of = (value: number) => f32x4.extractLane(f32x4.splat(value), 0);
const f64Of = (value: number) => f64x2.extractLane(f64x2.splat(value), 0);

/** One lane in all lanes. */
function spread(x: Local, lane: number, bytes: number): Code {
  return bytes === 4
    ? shuffle32(x, x, [lane, lane, lane, lane])
    : shuffle32(x, x, [2 * lane, 2 * lane + 1, 2 * lane, 2 * lane + 1]);
}

function defineFind(
  module: Assembler,
  name: string,
  type: "f32" | "f64" | "i32",
  splat: (value: Local) => Code,
  equal: (x: Local | Code, y: Local | Code) => Code,
  bitmask: (x: Code) => Code,
): void {
  const bytes = type === "f64" ? 8 : 4;
  module.define(
    name,
    ["i32", "i32", type],
    (scope, address, count, value) => {
      const wanted = scope.v128();
      const [at, last, found, mask] = [scope.i32(), scope.i32(), scope.i32(), scope.i32()];
      return [
        wanted.set(splat(value)),
        last.set(i32.sub(count, 16 / bytes)),
        found.set(count),
        block((done) =>
          loop((again) => [
            mask.set(bitmask(equal(v128.load(i32.add(address, i32.mul(at, bytes))), wanted))),
            when(mask, [found.set(i32.add(at, i32.ctz(mask))), branch(done)]),
            branchIf(done, i32.geU(at, last)),
            at.add(16 / bytes),
            when(i32.gtU(at, last), at.set(last)),
            branchIf(again, 1),
          ]),
        ),
        i32Of(found),
      ];
    },
    "i32",
  );
}
