import fc from "fast-check";
import { describe, expect, test } from "vitest";
import "../../scripts/propertySeed";
import { copy, NDArray } from "../ndarray";
import { kernelsInUse } from "../wasm/load";
import { bothWays, floatsFrom } from "../wasm/twins";
import { float32From, float32UpTo } from "./fast";
import { histogramOf } from "./histogram";
import { pictureOf } from "./picture";
import { planeOf } from "./plane";
import { statisticsOf } from "./statistics";
import { countIn, markedIn } from "./within";

/** A float32 array of a shape, in the kernels' memory or beside it. */
function arrayOf(seed: number, shape: readonly number[], isWild: boolean, isResident: boolean): NDArray {
  const size = shape.reduce((product, length) => product * length, 1);
  const array = new NDArray("float32", shape, floatsFrom(seed, size, isWild));
  return isResident ? copy(array) : array;
}

const planes = fc.record({
  seed: fc.nat(1000),
  shape: fc.constantFrom([1, 300_001], [70_003, 1], [187, 211], [333, 130], [2, 40_000], [5, 66, 101], [33_333]),
  isWild: fc.boolean(),
  isResident: fc.boolean(),
  rows: fc.integer({ min: 1, max: 40 }),
  columns: fc.integer({ min: 1, max: 90 }),
});
const near = (a: number, b: number, scale: number) =>
  Math.abs(a - b) <= 1e-12 * scale || (Number.isNaN(a) && Number.isNaN(b));

test("there are kernels to be held to the plain loops", () => {
  expect(kernelsInUse()).toBe(true);
});

describe("kernels find what the plain loops find", () => {
  test("in statistics; sums to twelve digits, all else exactly", () => {
    fc.assert(
      fc.property(planes, ({ seed, shape, isWild, isResident }) => {
        const array = arrayOf(seed, shape, isWild, isResident);
        const [plain, fast] = bothWays(() => statisticsOf(array));
        const scale = Math.max(Math.abs(Number(plain.min)), Math.abs(Number(plain.max)));
        expect([near(fast.mean, plain.mean, scale), near(fast.std, plain.std, scale)]).toEqual([true, true]);
        const exact = { mean: 0, std: 0 };
        const zero = (x: number | bigint | null) => (x === 0 ? 0 : x); // of zeros, one of either sign
        expect({ ...fast, ...exact, min: zero(fast.min), max: zero(fast.max) }).toEqual({
          ...plain,
          ...exact,
          min: zero(plain.min),
          max: zero(plain.max),
        });
      }),
      { numRuns: 12 },
    );
  });

  test("in histograms", () => {
    const range = fc.option(
      fc.tuple(fc.double({ min: -5, max: 0, noNaN: true }), fc.double({ min: 0, max: 5, noNaN: true })),
      {
        nil: undefined,
      },
    );
    fc.assert(
      fc.property(
        planes,
        fc.integer({ min: 1, max: 1000 }),
        range,
        ({ seed, shape, isWild, isResident }, bins, range) => {
          const array = arrayOf(seed, shape, isWild, isResident);
          const [plain, fast] = bothWays(() => histogramOf(array, { bins, range }));
          expect({ ...fast, edges: fast.edges.map(Number).map((x) => x + 0) }).toEqual({
            ...plain,
            edges: plain.edges.map(Number).map((x) => x + 0),
          });
        },
      ),
      { numRuns: 16 },
    );
  });

  test("in histograms of numbers on the edges", () => {
    for (const bins of [1, 3, 10, 64, 100]) {
      const array = copy(
        new NDArray(
          "float32",
          [65_536],
          Float32Array.from({ length: 65_536 }, (_, i) => (i % 101) / 10),
        ),
      );
      const [plain, fast] = bothWays(() => histogramOf(array, { bins, range: [0, 10] }));
      expect(fast).toEqual(plain);
    }
  });

  test("in pictures and marks", () => {
    const ends = fc.tuple(fc.double({ min: -2, max: 1 }), fc.double({ min: -1, max: 2 }), fc.boolean());
    fc.assert(
      fc.property(planes, ends, ({ seed, shape, isWild, isResident, rows, columns }, [from, to, isOpen]) => {
        const array = arrayOf(seed, shape, isWild, isResident);
        const plane = planeOf(array);
        const [plain, fast] = bothWays(() => pictureOf(plane, rows, columns));
        const positive = (values: Float64Array) => Float64Array.from(values, (x) => x + 0);
        expect([positive(fast.min), positive(fast.max), fast.marks]).toEqual([
          positive(plain.min),
          positive(plain.max),
          plain.marks,
        ]);
        fast.mean.forEach((mean, tile) => {
          const scale = Math.max(Math.abs(plain.min[tile]!), Math.abs(plain.max[tile]!));
          if (plain.rule === "tiles") expect(near(mean, plain.mean[tile]!, scale)).toBe(true);
        });
        const [marked, fastMarked] = bothWays(() => markedIn(plane, { from, to, isOpen }, rows, columns));
        expect(fastMarked).toEqual(marked);
        const [count, fastCount] = bothWays(() => countIn(array, { from, to, isOpen }));
        expect(fastCount).toBe(count);
      }),
      { numRuns: 16 },
    );
  });
});

test("a float64 becomes the float32 next to it, on the wanted side", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), fc.float({ noNaN: true }), (x, y) => {
      expect(y >= x).toBe(y >= float32From(x));
      expect(y <= x).toBe(y <= float32UpTo(x));
      expect(y < x).toBe(y <= float32UpTo(x, true));
    }),
    { numRuns: 20_000 },
  );
  const tie = Math.fround(0.1);
  expect([float32From(tie), float32UpTo(tie), float32UpTo(tie, true) < tie]).toEqual([tie, tie, true]);
});
