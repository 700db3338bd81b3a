import * as fc from "fast-check";
import { expect, test } from "vitest";
import { onCheckpoint } from "../checkpoint";
import { fillNormal2, normalsFrom } from "../random/distributions2";
import { LegacyStream } from "../random/legacyStream";
import { machine } from "./load";
import { withScratch } from "./scratch";
import { bothWays } from "./twins";

type Floats = typeof Float32Array | typeof Float64Array;
const types = fc.constantFrom<Floats>(Float32Array, Float64Array);
const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const moderate = fc.double({ min: -1e6, max: 1e6, noNaN: true });

function differences(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let count = 0;
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) count++;
  return count;
}

/** What a stream gives that has drawn `before` words and, with `spare`, a normal, and the numbers that come next. */
function legacyNormals(seed: number, before: number, spare: boolean, out: Float32Array | Float64Array, scale: number) {
  const stream = new LegacyStream();
  stream.seed(seed);
  for (let i = 0; i < before; i++) stream.words.next();
  if (spare) stream.nextNormal();
  stream.fillNormal(out, -0.25, scale);
  return [...out, stream.nextNormal(), stream.nextNormal(), stream.words.next(), stream.words.state.position];
}

test("NumPy's normals by kernel are the plain ones, whatever came before, and so is what comes after", () => {
  fc.assert(
    fc.property(
      seeds,
      fc.nat(700),
      fc.boolean(),
      types,
      fc.integer({ min: 2048, max: 30_000 }),
      moderate,
      (seed, before, spare, Type, length, scale) => {
        const [plain, fast] = bothWays(() => legacyNormals(seed, before, spare, new Type(length), scale));
        expect(differences(plain, fast)).toBe(0);
      },
    ),
  );
});

test("where the quick logarithm is in doubt the kernel says so, and the slow one decides: a million normals are plain", () => {
  const [plain, fast] = bothWays(() => legacyNormals(5, 0, false, new Float64Array(1_000_000), 1));
  expect(differences(plain, fast)).toBe(0);
});

test("2.x's normals by kernel are the plain ones for all 8,388,608 radii and all 8,388,608 angles", () => {
  const count = 2 ** 17;
  const plain = new Float32Array(count);
  let different = 0;
  withScratch(machine()!, (scratch) => {
    const [words, out] = [scratch.take(4 * count), scratch.take(4 * count)] as [number, number];
    for (let first = 0; first < 2 ** 23; first += count / 2) {
      // an odd factor turns the radii's order into another order of all the angles; the words' upper bits do not count
      const pairs = scratch.ints(words, count);
      for (let i = 0; i < count; i++) pairs[i] = Math.imul(first + (i >> 1), i & 1 ? 0x5851f42d : 0x5a800001);
      scratch.machine.kernels.normals2(words, out, count, 0.125, 3, 2 * Math.fround(31415926e-7));
      normalsFrom(pairs, plain, 0.125, 3);
      different += differences(plain, scratch.floats(out, count));
    }
  });
  expect(different).toBe(0);
});

test("2.x's normals by kernel are the plain ones for any length, key, mean and deviation", () => {
  fc.assert(
    fc.property(
      fc.bigInt(1n, 2n ** 63n - 1n),
      fc.integer({ min: 2048, max: 70_000 }),
      moderate,
      moderate,
      (key, length, mean, sigma) => {
        const [plain, fast] = bothWays(() => {
          const out = new Float32Array(length);
          fillNormal2(out, key, mean, sigma);
          return out;
        });
        expect(differences(plain, fast)).toBe(0);
      },
    ),
  );
});

const stream = new LegacyStream();
stream.seed(1);
test.each<[string, (out: Float32Array) => void]>([
  ["NumPy's normals", (out) => stream.fillNormal(out, 0, 1)],
  ["2.x's normals", (out) => fillNormal2(out, 1n, 0, 1)],
])("%s by kernel can be stopped every 2¹⁶ numbers, and drawn again", (_, fill) => {
  const out = new Float32Array(1_000_000);
  let checks = 0;
  const before = onCheckpoint(() => {
    checks++;
  });
  try {
    fill(out);
    expect(checks).toBeGreaterThanOrEqual(Math.floor(1_000_000 / 2 ** 16));
    onCheckpoint(() => {
      throw new Error("stopped");
    });
    expect(() => fill(out)).toThrow("stopped");
  } finally {
    onCheckpoint(before);
  }
  fill(out);
  expect(out.every(Number.isFinite)).toBe(true);
});
