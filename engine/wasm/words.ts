import type { Assembler } from "./assembler";
import { branchIf, type Code, type Local, loop, upTo } from "./code";
import { f32x4, f64x2, i32, i32x4, shuffle32, v128 } from "./instructions";
import { products } from "./normals1";

/*
 * Random words, and uniform numbers from them: MindSpore 2.x's Philox (random/philox.ts), four blocks in each vector, and
 * NumPy's Mersenne Twister (random/mt19937.ts), four words at a time. Both files are the plain twins.
 */

export interface WordKernels {
  /** Philox words of `blocks` blocks from number `block` on; eight blocks at a time. */
  philox(keyLow: number, keyHigh: number, block: number, out: number, blocks: number): void;
  /** float32(range · w / 2³² + from) of `count` words, four at a time. */
  uniforms(words: number, out: number, count: number, from: number, range: number): void;
  /** `blocks` times 624 tempered words. The key of 624 words is moved on; there must be room for four more behind it. */
  twister(key: number, out: number, blocks: number): void;
  /** from + range · d of `count` doubles d in [0, 1) from two words each, two at a time; as float64 or float32. */
  doubles_float64(words: number, out: number, count: number, from: number, range: number): void;
  doubles_float32(words: number, out: number, count: number, from: number, range: number): void;
}

export function defineWords(module: Assembler): void {
  definePhilox(module);
  defineUniforms(module);
  defineTwister(module);
  defineDoubles(module, "doubles_float64");
  defineDoubles(module, "doubles_float32");
}

type Words = [Local, Local, Local, Local];

function definePhilox(module: Assembler): void {
  module.define("philox", ["i32", "i32", "i32", "i32", "i32"], (scope, keyLow, keyHigh, block, out, blocks) => {
    const groups = [0, 1].map(() => scope.vectors(4) as Words);
    const [key0, key1, first] = scope.vectors(3) as [Local, Local, Local];
    const [p, q, s, t] = scope.vectors(4) as Words;
    const [round, at] = [scope.i32(), scope.i32()];
    const turn = ([c0, c1, c2, c3]: Words): Code => {
      const a = products(scope, c0, 0xd2511f53 | 0);
      const b = products(scope, c2, 0xcd9e8d57 | 0);
      return [
        [a.set, b.set],
        c0.set(v128.xor(v128.xor(b.high, c1), key0)),
        c1.set(b.low),
        c2.set(v128.xor(v128.xor(a.high, c3), key1)),
        c3.set(a.low),
      ];
    };
    const numbered = shuffle32(
      shuffle32(i32x4.splat(0), i32x4.splat(1), [0, 4, 0, 4]),
      shuffle32(i32x4.splat(2), i32x4.splat(3), [0, 4, 0, 4]),
      [0, 1, 4, 5],
    );
    return [
      first.set(numbered),
      upTo(at, blocks, 8, [
        key0.set(i32x4.splat(keyLow)),
        key1.set(i32x4.splat(keyHigh)),
        groups.map(([c0, c1, c2, c3], g) => [
          c0.set(i32x4.add(i32x4.splat(i32.add(i32.add(block, at), 4 * g)), first)),
          c1.set(i32x4.splat(0)), // a block's number stays below 2³²
          c2.set(key0),
          c3.set(key1),
        ]),
        round.set(10),
        loop((again) => [
          groups.map(turn),
          key0.set(i32x4.add(key0, 0x9e3779b9 | 0)),
          key1.set(i32x4.add(key1, 0xbb67ae85 | 0)),
          round.add(-1),
          branchIf(again, round),
        ]),
        groups.map(([c0, c1, c2, c3], g) => [
          p.set(shuffle32(c0, c1, [0, 4, 1, 5])),
          q.set(shuffle32(c2, c3, [0, 4, 1, 5])),
          s.set(shuffle32(c0, c1, [2, 6, 3, 7])),
          t.set(shuffle32(c2, c3, [2, 6, 3, 7])),
          [
            shuffle32(p, q, [0, 1, 4, 5]),
            shuffle32(p, q, [2, 3, 6, 7]),
            shuffle32(s, t, [0, 1, 4, 5]),
            shuffle32(s, t, [2, 3, 6, 7]),
          ].map((four, i) => v128.store(out, four, 64 * g + 16 * i)),
        ]),
        out.add(128),
      ]),
    ];
  });
}

function defineUniforms(module: Assembler): void {
  module.define("uniforms", ["i32", "i32", "i32", "f64", "f64"], (scope, words, out, count, from, range) => {
    const [low, width, four] = scope.vectors(3) as [Local, Local, Local];
    const at = scope.i32();
    const scaled = (two: Local | Code): Code =>
      f32x4.demoteF64x2Zero(
        f64x2.add(f64x2.mul(width, f64x2.mul(f64x2.convertLowI32x4U(two), module.both(2 ** -32))), low),
      );
    return [
      low.set(f64x2.splat(from.get)),
      width.set(f64x2.splat(range.get)),
      upTo(at, i32.shl(count, 2), 16, [
        four.set(v128.load(i32.add(words, at))),
        v128.store(
          i32.add(out, at),
          shuffle32(scaled(four), scaled(shuffle32(four, four, [2, 3, 2, 3])), [0, 1, 4, 5]),
        ),
      ]),
    ];
  });
}

function defineTwister(module: Assembler): void {
  const [length, middle] = [624, 397];
  module.define("twister", ["i32", "i32", "i32"], (scope, key, out, blocks) => {
    const [at, y] = [scope.i32(), scope.v128()];
    const after = scope.v128();
    /** Four words of the key from those `ahead` places on; the one after the last is a copy of the first. */
    const twist = (ahead: number): Code => [
      after.set(v128.load(at, 4)),
      y.set(v128.or(v128.and(v128.load(at), -(2 ** 31)), v128.and(after, 0x7fffffff))),
      y.set(v128.xor(i32x4.shrU(y, 1), v128.and(i32x4.shrS(i32x4.shl(after, 31), 31), 0x9908b0df | 0))),
      v128.store(at, v128.xor(v128.load(i32.add(at, 4 * ahead)), y)),
    ];
    const temper: Code = [
      y.set(v128.load(at)),
      y.set(v128.xor(y, i32x4.shrU(y, 11))),
      y.set(v128.xor(y, v128.and(i32x4.shl(y, 7), 0x9d2c5680 | 0))),
      y.set(v128.xor(y, v128.and(i32x4.shl(y, 15), 0xefc60000 | 0))),
      v128.store(out, v128.xor(y, i32x4.shrU(y, 18))),
      out.add(16),
    ];
    const from = (place: number): Code => i32.add(key, 4 * place);
    const turned = length - middle + 1; // 228, the first multiple of 4 past the words that lie ahead
    return loop((again) => [
      at.set(key),
      upTo(at, from(4), 16, twist(middle)),
      v128.store(from(length), v128.load(key)), // the first words stand behind the last ones too
      upTo(at, from(turned), 16, twist(middle)),
      upTo(at, from(length), 16, twist(middle - length)),
      at.set(key),
      upTo(at, from(length), 16, temper),
      blocks.add(-1),
      branchIf(again, blocks),
    ]);
  });
}

/** Two doubles in [0, 1) from four words. */
export function doublesOf(module: Assembler, four: Local): Code {
  const high = f64x2.convertLowI32x4S(i32x4.shrU(shuffle32(four, four, [0, 2, 0, 2]), 5));
  const rest = f64x2.convertLowI32x4S(i32x4.shrU(shuffle32(four, four, [1, 3, 1, 3]), 6));
  return f64x2.mul(f64x2.add(f64x2.mul(high, module.both(67108864)), rest), module.both(2 ** -53));
}

function defineDoubles(module: Assembler, name: "doubles_float64" | "doubles_float32"): void {
  module.define(name, ["i32", "i32", "i32", "f64", "f64"], (scope, words, out, count, from, range) => {
    const [low, width, four] = scope.vectors(3) as [Local, Local, Local];
    const [at, end] = [scope.i32(), scope.i32()];
    const value = f64x2.add(low, f64x2.mul(width, doublesOf(module, four)));
    return [
      low.set(f64x2.splat(from.get)),
      width.set(f64x2.splat(range.get)),
      at.set(words),
      end.set(i32.add(words, i32.shl(count, 3))),
      upTo(at, end, 16, [
        four.set(v128.load(at)),
        name === "doubles_float64"
          ? [v128.store(out, value), out.add(16)]
          : [v128.store64Lane(out, f32x4.demoteF64x2Zero(value), 0), out.add(8)],
      ]),
    ];
  });
}
