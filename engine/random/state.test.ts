import fc from "fast-check";
import { expect, test } from "vitest";
import { Normal } from "../initializers";
import { elementsOf, zeros } from "../ndarray";
import { RandomState, type Reference } from "./state";

/** Fresh words, so that a test can tell them from seeded ones. */
function counting(): () => number {
  let word = 1000;
  return () => word++;
}

test("before setSeed the seed is null and every normal draw takes fresh seeds", () => {
  const random = new RandomState({ entropy: counting() });
  expect(random.seed).toBeNull();
  expect(random.nextNormalSeeds()).toEqual([0, 0]);
  expect(random.nextNormalSeeds()).toEqual([0, 0]);
  const first = random.resolve([0, 0]);
  expect(random.resolve([0, 0])).not.toEqual(first);
});

test("unseeded states differ from each other", () => {
  expect(new RandomState().numpy.rand()).not.toBe(new RandomState().numpy.rand());
});

test("setSeed restarts the draw counter and NumPy's generator", () => {
  const random = new RandomState();
  random.setSeed(1);
  const first = [random.nextNormalSeeds(), random.nextNormalSeeds(), random.numpy.rand()];
  expect(first.slice(0, 2)).toEqual([
    [1, 1],
    [1, 533697029],
  ]);
  expect(first[2]).toBe(0.417022004702574); // NumPy after seed 1
  random.setSeed(1);
  expect([random.nextNormalSeeds(), random.nextNormalSeeds(), random.numpy.rand()]).toEqual(first);
});

test("seeds wrap at 2^31 - 1 for MindSpore's generator", () => {
  const random = new RandomState();
  random.setSeed(2 ** 31 + 4);
  expect(random.nextNormalSeeds()).toEqual([5, 5]);
});

test("a seed that wraps to 0 repeats its numbers like any other", () => {
  const random = new RandomState({ entropy: counting() });
  random.setSeed(2 ** 31 - 1);
  expect(random.resolve(random.nextNormalSeeds())).toEqual([0, 0]);
});

test("operations with seeds of their own count by themselves, and are restarted together", () => {
  const random = new RandomState();
  random.setSeed(3);
  expect(random.nextSeeds("StandardNormal", 7)).toEqual([3, 7]);
  expect(random.nextSeeds("StandardNormal", 7)).toEqual([3, 7 + 533697028]);
  expect(random.nextSeeds("init", 7)).toEqual([3, 7]);
  random.setSeed(4);
  expect(random.nextSeeds("StandardNormal", 7)).toEqual([4, 7]);
});

test.each([-1, 1.5, Number.NaN])("setSeed(%d) is refused", (seed) => {
  expect(() => new RandomState().setSeed(seed)).toThrow(
    `For 'set_seed', the 'seed' must be int and must >= 0, but got '${seed}'`,
  );
});
test("a seed that NumPy refuses changes nothing", () => {
  const random = new RandomState();
  random.setSeed(1);
  expect(() => random.setSeed(2 ** 32)).toThrow("Seed must be between 0 and 2**32 - 1");
  expect(random.seed).toBe(1);
  expect(random.nextNormalSeeds()).toEqual([1, 1]);
});
test("an unknown reference is refused", () => {
  expect(() => new RandomState().setReference("3.x" as Reference)).toThrow("must be '1.6' or '2.x', but got '3.x'");
});

/** What a user may do with random numbers; each returns something to compare. */
const acts: ((random: RandomState) => unknown)[] = [
  (random) => random.numpy.rand(),
  (random) => random.numpy.randn(),
  (random) => elementsOf(random.numpy.permutation(5)),
  (random) => random.setSeed(9),
  (random) => random.setReference("2.x"),
  (random) => {
    const array = zeros([3], "float32");
    new Normal().fill(array, random);
    return elementsOf(array);
  },
];

test("two states in one process are independent: whatever one does, the other's numbers stay", () => {
  const script = fc.array(fc.constantFrom(...acts), { maxLength: 12 });
  fc.assert(
    fc.property(script, script, fc.nat(), fc.nat(), (mine, others, seed, otherSeed) => {
      const alone = new RandomState();
      alone.setSeed(seed);
      const expected = mine.map((act) => act(alone));
      const random = new RandomState();
      const other = new RandomState();
      random.setSeed(seed);
      other.setSeed(otherSeed);
      const got = mine.map((act, i) => {
        others[i]?.(other);
        return act(random);
      });
      expect(got).toEqual(expected);
    }),
  );
});
