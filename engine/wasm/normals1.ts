import type { Assembler, Scope } from "./assembler";
import { branchIf, type Code, type Local, loop, type Operand, upTo } from "./code";
import { type Float32Functions, float32Functions, highHalves, lowHalves, widened } from "./float32Functions";
import { f32x4, f64x2, i32, i32x4, i64x2, shuffle32, v128 } from "./instructions";

/*
 * MindSpore 1.x's normal generator (random/normal1.ts), one of its serial streams in each lane: eight at a time, in two
 * vectors of four, because a core has room for a second one while it waits for the products of the first. Then logf, sinf
 * and cosf of random/float32Math.ts, operation by operation. Both files are the plain twins, and the bits are theirs.
 */

export interface NormalKernels {
  normals1(state: number, out: number, streamStep: number, blocks: number, scale: number, shift: number): void;
}

/** Streams that one call of `normals1` runs. */
export const streamsAtOnce = 8;
/** Bytes of their state: the four counter words of each, word by word, then the key. */
export const stateBytes = 4 * 4 * streamsAtOnce + 4;

type Words = [Local, Local, Local, Local];

/**
 * normals1(state, out, streamStep, blocks, scale, shift): four normals for each block of each stream, a stream's first at
 * out + stream · streamStep bytes. The state is moved on.
 */
export function defineNormals(module: Assembler): void {
  module.define(
    "normals1",
    ["i32", "i32", "i32", "i32", "f32", "f32"],
    (scope, state, out, streamStep, blocks, scale, shift) => {
      const groups = [0, 1].map(() => scope.vectors(4) as Words);
      const words = scope.vectors(4) as Words;
      const [key, scales, shifts] = scope.vectors(3) as [Local, Local, Local];
      const [round, to, lane] = [scope.i32(), scope.i32(), scope.i32()];
      const wordBytes = 4 * streamsAtOnce; // from a word of the streams to the next
      const normals = normalsOf(scope, float32Functions(module, scope));
      return [
        scales.set(f32x4.splat(scale.get)),
        shifts.set(f32x4.splat(shift.get)),
        key.set(v128.load32Splat(state, 4 * wordBytes)),
        loop((nextBlock) => [
          groups.map((group, g) => group.map((word, w) => word.set(v128.load(state, wordBytes * w + 16 * g)))),
          round.set(10),
          loop((nextRound) => [
            groups.map((group) => turn(scope, group, key)),
            key.set(i32x4.add(key, 0x9e3779b9 | 0)),
            round.add(-1),
            branchIf(nextRound, round),
          ]),
          groups.map((group, g) => group.map((word, w) => v128.store(state, word, wordBytes * w + 16 * g))),
          to.set(out),
          lane.set(state),
          upTo(lane, i32.add(state, wordBytes), 16, [
            words.map((word, w) => word.set(v128.load(lane, wordBytes * w))),
            increment(scope, words),
            words.map((word, w) => v128.store(lane, word, wordBytes * w)),
            normals(words, (four) => [v128.store(to, f32x4.add(f32x4.mul(four, scales), shifts)), to.add(streamStep)]),
          ]),
          out.add(16),
          blocks.add(-1),
          branchIf(nextBlock, blocks),
        ]),
        v128.store32Lane(state, key, 0, 4 * wordBytes),
      ];
    },
  );
}

/** The upper and the lower words of a constant's products with four lanes. */
export function products(scope: Scope, x: Operand, constant: Operand): { set: Code; high: Code; low: Code } {
  const [even, odd] = scope.vectors(2) as [Local, Local];
  return {
    set: [even.set(i64x2.extmulLowI32x4U(x, constant)), odd.set(i64x2.extmulHighI32x4U(x, constant))],
    low: shuffle32(even, odd, [0, 2, 4, 6]),
    high: shuffle32(even, odd, [1, 3, 5, 7]),
  };
}

/** One of the ten rounds: both cross terms use the same key word. */
function turn(scope: Scope, [c0, c1, c2, c3]: Words, key: Local): Code {
  const p = products(scope, c0, 0xd2511f53 | 0);
  const q = products(scope, c2, 0xcd9e8d57 | 0);
  return [
    p.set,
    q.set,
    c0.set(v128.xor(v128.xor(q.high, c1), key)),
    c1.set(q.low),
    c2.set(v128.xor(v128.xor(p.high, c3), key)),
    c3.set(p.low),
  ];
}

/** Adds one to the 128-bit counters; a lane of all ones is −1, so subtracting it carries. */
function increment(scope: Scope, [c0, c1, c2, c3]: Words): Code {
  const carry = scope.v128();
  return [
    c0.set(i32x4.add(c0, 1)),
    carry.set(i32x4.eq(c0, 0)),
    c1.set(i32x4.sub(c1, carry)),
    carry.set(v128.and(carry, i32x4.eq(c1, 0))),
    c2.set(i32x4.sub(c2, carry)),
    carry.set(v128.and(carry, i32x4.eq(c2, 0))),
    c3.set(i32x4.sub(c3, carry)),
  ];
}

const least = Math.fround(1e-7); // keeps log(0) away; the threshold is MindSpore's
const turnBy = Math.fround(2 * Math.fround(3.14)); // MindSpore's own π

/** Words as float32 numbers in [1e-7, 1). */
function uniforms(words: Local): Code {
  return f32x4.pmax(f32x4.mul(f32x4.convertI32x4S(v128.and(words, 0x7fffff)), 2 ** -23), least);
}

/** Hands each stream's four normals of a block to `store`, stream by stream. */
function normalsOf(scope: Scope, { logf, sinfAndCosf }: Float32Functions) {
  const [uniform, logarithm, angle] = scope.vectors(3) as [Local, Local, Local];
  const radii = scope.vectors(2);
  const [a, b, c, d] = scope.vectors(4) as Words;
  const [p, q, s, t] = scope.vectors(4) as Words;

  /** radius · part, rounded to float32. */
  const scaled = (part: Local): Code =>
    shuffle32(
      f32x4.demoteF64x2Zero(f64x2.mul(radii[0]!, widened(part, 0))),
      f32x4.demoteF64x2Zero(f64x2.mul(radii[1]!, widened(part, 1))),
      lowHalves,
    );
  const pair = (word: Local, next: Local, sine: Local, cosine: Local): Code => [
    uniform.set(uniforms(word)),
    logf(uniform, logarithm),
    radii.map((radius, half) => radius.set(f64x2.sqrt(f64x2.mul(-2, widened(logarithm, half))))),
    angle.set(f32x4.mul(uniforms(next), turnBy)),
    sinfAndCosf(angle, sine, cosine),
    sine.set(scaled(sine)),
    cosine.set(scaled(cosine)),
  ];
  return ([c0, c1, c2, c3]: Words, store: (four: Code) => Code): Code => [
    pair(c0, c1, a, b),
    pair(c2, c3, c, d),
    p.set(shuffle32(a, b, [0, 4, 1, 5])),
    q.set(shuffle32(c, d, [0, 4, 1, 5])),
    s.set(shuffle32(a, b, [2, 6, 3, 7])),
    t.set(shuffle32(c, d, [2, 6, 3, 7])),
    [
      shuffle32(p, q, lowHalves),
      shuffle32(p, q, highHalves),
      shuffle32(s, t, lowHalves),
      shuffle32(s, t, highHalves),
    ].map(store),
  ];
}
