import fc from "fast-check";
import { expect, test } from "vitest";
import { onCheckpoint } from "../checkpoint";
import { bits32, readVectors, sha256 } from "../vectors/read";
import { cosf, logf, sinf } from "./float32Math";
import { fillNormal1, planChunks, StreamPair1 } from "./normal1";
import { RandomState, type SeedPair } from "./state";

interface Row {
  seed: number;
  seed2: number;
}
interface Vectors {
  raw: (Row & { jump: number; words: number[] })[];
  plans: (Row & { plan_17: { size: number; jump: number; words: number[] }[] })[];
  normal: (Row & { n: number; bits: number[]; sha256: string })[];
  successive: { global_seed: number; count: number; draws: (Row & { bits: number[] })[] }[];
  libm_f32: {
    rows: [number, number, number, number, number][];
    digest_all_k: { logf: string; sinf: string; cosf: string };
  };
}
const vectors = readVectors<Vectors>("philox_r1");

function normals(size: number, seeds: SeedPair): Float32Array {
  const out = new Float32Array(size);
  fillNormal1(out, seeds, 1, 0);
  return out;
}

function wordsOf(row: Row, jump: number, count: number): number[] {
  const words = new Int32Array(count);
  const other = new Int32Array(count);
  new StreamPair1([row.seed, row.seed2], jump, jump).fill(words, other);
  expect(other).toEqual(words);
  return Array.from(new Uint32Array(words.buffer));
}

test("the words of the 1.x generator are the golden ones for every seed and jump", () => {
  for (const row of vectors.raw) expect(wordsOf(row, row.jump, 12), JSON.stringify(row)).toEqual(row.words);
});

test("an array of 17 is split into the golden chunks", () => {
  for (const row of vectors.plans) {
    const plan = planChunks(17).map(({ size, jump }) => ({ size, jump, words: wordsOf(row, jump, 4) }));
    expect(plan).toEqual(row.plan_17);
  }
});

test("the normals of the 1.x generator are the golden ones for every seed and length", () => {
  for (const row of vectors.normal) {
    const drawn = normals(row.n, [row.seed, row.seed2]);
    expect(bits32(drawn).slice(0, row.bits.length), `${row.seed} ${row.seed2} ${row.n}`).toEqual(row.bits);
    expect(sha256(drawn)).toBe(row.sha256);
  }
});

test("twenty draws after setSeed take the golden seeds and give the golden normals", () => {
  for (const { global_seed, count, draws } of vectors.successive) {
    const random = new RandomState();
    random.setSeed(global_seed);
    for (const draw of draws) {
      const seeds = random.nextNormalSeeds();
      expect(seeds).toEqual([draw.seed, draw.seed2]);
      expect(bits32(normals(count, seeds))).toEqual(draw.bits);
    }
  }
});

// From MindSpore 1.6 itself by way of its printed documentation: nine significant digits, a stream without splitting.
test.each([
  [1, 1, [-0.128023148, -1.39290071, 1.30886018, -0.107817903, -1.22877765, 1.99469364, -0.539985895, -0.0377095938]],
  [
    1,
    533697029,
    [-1.64614987, -1.20442843, -0.813806355, -0.270926565, -1.13327968, -1.3841387, 0.849093139, 0.351116091],
  ],
  [2, 2, [0.74009335, -2.01858926, -1.98337495, 0.0870816484, 0.0866007656, -0.926225543, -0.397396684, 0.174316764]],
  [3, 3, [-0.637257397, 1.11110318, -0.320635557, 0.805513799, 0.0013468765, 1.63555539, -0.371348202, -2.09851742]],
  [42, 42, [0.495267898, -0.754737079, 0.474223137, -1.38379371, 0.494918466, -0.0874196365, -1.58323228, 1.17682123]],
  [
    1234,
    1234,
    [-0.422848344, -1.10847437, -0.250748038, -1.04462194, -0.901670992, -1.97469723, 0.48025015, 0.188499466],
  ],
  [87654321, 0, [1.5931325, 1.65661359, 0.581776977, 0.144521192, -0.165386409, 1.26477087, 0.907162488, 0.051277861]],
  [
    87654321,
    533697028,
    [1.09125316, -1.31521404, 1.80207396, 1.73857296, 2.06720424, -1.45868278, -0.00452790642, 0.783877254],
  ],
])("seeds (%i, %i) give MindSpore's normals", (seed, seed2, expected) => {
  expect(normals(8, [seed, seed2])).toEqual(Float32Array.from(expected));
});

test("an array of 1728 has MindSpore's elements on both sides of the chunks' borders", () => {
  const out = new Float32Array(1728);
  fillNormal1(out, [1, 1], 0.01, 0);
  const places = [0, 1, 107, 108, 109, 1619, 1620, 1727];
  const expected = [
    -0.0012802314, -0.0139290066, -0.0141569013, -0.00429763505, 0.000420982688, -0.00568560697, -0.00764059462,
    -0.00796367228,
  ];
  expect(places.map((place) => out[place])).toEqual(expected.map(Math.fround));
});

test("short arrays repeat numbers as MindSpore's do", () => {
  const distinct = { 17: 7, 20: 10, 24: 14, 32: 18, 33: 19, 40: 26, 48: 39, 49: 40, 63: 54, 64: 64, 100: 100 };
  for (const [size, count] of Object.entries(distinct)) expect(new Set(normals(Number(size), [1, 1])).size).toBe(count);
});

test("logf, sinf and cosf are glibc's", () => {
  const turn = Math.fround(6.28);
  const uniformOf = (k: number) => Math.max(k / 2 ** 23, Math.fround(1e-7));
  const row = (k: number) => {
    const u = uniformOf(k);
    const angle = Math.fround(turn * u);
    return [k, ...bits32(Float32Array.of(logf(u), angle, sinf(angle), cosf(angle)))];
  };
  for (const golden of vectors.libm_f32.rows) expect(row(golden[0])).toEqual(golden);
  const all = Float64Array.from({ length: 2 ** 17 }, (_, i) => uniformOf(64 * i));
  const angles = all.map((u) => Math.fround(turn * u));
  const digests = vectors.libm_f32.digest_all_k;
  expect(sha256(Float32Array.from(all, logf))).toBe(digests.logf);
  expect(sha256(Float32Array.from(angles, sinf))).toBe(digests.sinf);
  expect(sha256(Float32Array.from(angles, cosf))).toBe(digests.cosf);
});

test("the chunks of any length cover every element once, in order", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), (size) => {
      let next = 0;
      for (const chunk of planChunks(size)) {
        expect(chunk.start).toBe(next);
        expect(chunk.size).toBeGreaterThan(0);
        next += chunk.size;
      }
      expect(next).toBe(size);
    }),
  );
});

test("a long draw can be stopped", () => {
  const before = onCheckpoint(() => {
    throw new Error("stopped");
  });
  try {
    expect(() => normals(1_000_000, [1, 1])).toThrow("stopped");
  } finally {
    onCheckpoint(before);
  }
});
