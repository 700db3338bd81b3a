import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DType } from "../dtype";
import { type Element, elementsOf, fromValues, NDArray, toNumber } from "../ndarray";
import { hex64, readVectors, sha256 } from "../vectors/read";
import type { Bound, Size } from "./arguments";
import { NumpyRandom } from "./numpyRandom";

type Nested = number | Nested[];
interface Step {
  fn: string;
  args: Record<string, unknown>;
  result: { dtype: string; shape: number[]; hex?: string[]; ints?: (number | string)[] };
}
interface Seeded {
  seed: number;
  state_first5: number[];
  state_last: number;
  state_sha256: string;
  sequences: { name: string; steps: Step[] }[];
}
const { seeds } = readVectors<{ seeds: Seeded[] }>("numpy_random");

/** Nested lists of whole numbers as an int64 array. */
function intArray(items: Nested): NDArray {
  const shape: number[] = [];
  for (let level = items; Array.isArray(level); level = level[0]!) shape.push(level.length);
  return fromValues([items].flat(9) as number[], shape, "int64");
}

/** What a step of the vectors returns; its arguments have NumPy's names. */
function run(random: NumpyRandom, { fn, args }: Step): unknown {
  const size = (args.size ?? null) as Size;
  const bound = (name: string) => (args[name] === undefined ? null : BigInt(args[name] as string | number));
  const call: Record<string, () => unknown> = {
    random_sample: () => random.randomSample(size),
    rand: () => random.rand(...(args.dims as number[])),
    uniform: () => random.uniform(args.low as number | undefined, args.high as number | undefined, size as null),
    standard_normal: () => random.standardNormal(size),
    randn: () => random.randn(...(args.dims as number[])),
    normal: () => random.normal(args.loc as number | undefined, args.scale as number | undefined, size as null),
    randint: () => random.randint(bound("low")!, bound("high"), size, args.dtype as DType | undefined),
    permutation: () => random.permutation(typeof args.x === "number" ? args.x : intArray(args.x as Nested)),
    shuffle: () => {
      const items = args.list ? [...(args.x as number[])] : intArray(args.x as Nested);
      random.shuffle(items);
      return items;
    },
    choice: () =>
      random.choice(
        typeof args.a === "number" ? args.a : intArray(args.a as Nested),
        size,
        args.replace as boolean | undefined,
        args.p as number[] | undefined,
      ),
  };
  return call[fn]!();
}

/** A result as the vectors write it; `floats` tells a plain 3.0 from a plain 3. */
function written(value: unknown, floats: boolean): Omit<Step["result"], "dtype"> {
  const shape = value instanceof NDArray ? [...value.shape] : Array.isArray(value) ? [value.length] : [];
  const elements = value instanceof NDArray ? elementsOf(value) : ([value].flat() as Element[]);
  if (floats) return { shape, hex: elements.map((x) => hex64(toNumber(x))) };
  return { shape, ints: elements.map((x) => String(BigInt(x as number | bigint | boolean))) };
}

describe.each(seeds)("seed $seed", ({ seed, sequences, ...state }) => {
  test("seeding makes the golden state", () => {
    const { key, position } = new NumpyRandom(seed).getState();
    expect([...key.subarray(0, 5)]).toEqual(state.state_first5);
    expect(key[623]).toBe(state.state_last);
    expect(sha256(key)).toBe(state.state_sha256);
    expect(position).toBe(624);
  });
  test.each(sequences)("$name gives NumPy's numbers", ({ steps }) => {
    const random = new NumpyRandom(seed);
    for (const step of steps) {
      const { dtype, shape, hex, ints } = step.result;
      const got = run(random, step);
      if (got instanceof NDArray) expect(got.dtype).toBe(dtype);
      expect(written(got, hex !== undefined), `${step.fn} ${JSON.stringify(step.args)}`).toEqual(
        hex ? { shape, hex } : { shape, ints: ints!.map(String) },
      );
    }
  });
});

// NumPy 1.24.4: RandomState(seed), three words, two doubles, three normals
test.each([
  [
    [0x123, 0x234, 0x345, 0x456],
    [1067595299, 955945823, 477289528],
    [0.9562863929915079, 0.778663141886009],
    [0.13211252411362717, -0.5715033528439118, -0.7474600083972307],
  ],
  [
    [7],
    [1390851128, 4071050724, 647892279],
    [0.3948234964231735, 0.04828642362681235],
    [0.8297821158126749, 0.16767226123018444, -1.4884660343293625],
  ],
  [
    Array.from({ length: 700 }, (_, i) => i),
    [3727595200, 1914792892, 3929396303],
    [0.8390202107050511, 0.6272761357722343],
    [-1.231810365575738, -0.015707792141178258, 0.29645340714972374],
  ],
])("a list of seeds gives NumPy's numbers", (list, words, doubles, normals) => {
  const random = new NumpyRandom(list);
  expect(elementsOf(random.randint(0, 2 ** 32, 3, "uint32") as NDArray)).toEqual(words);
  expect([random.rand(), random.rand()]).toEqual(doubles);
  expect([random.randn(), random.randn(), random.randn()]).toEqual(normals);
});

test("numbers beyond 32 bits are NumPy's", () => {
  const random = new NumpyRandom(3); // NumPy 1.24.4, RandomState(3), these calls in this order
  expect(elementsOf(random.choice(2 ** 40, 3) as NDArray)).toEqual([455570294424n, 1073054410371n, 790795084744n]);
  expect(elementsOf(random.choice(1e6, 3, false) as NDArray)).toEqual([374365n, 182046n, 468193n]);
  expect(elementsOf(random.randint(-5, 2 ** 40, 2) as NDArray)).toEqual([328470734956n, 711693214442n]);
  expect(elementsOf(random.randint(-(2n ** 63n), 2n ** 63n - 1n, 2) as NDArray)).toEqual([
    8866932604075407218n,
    -6120780646801259779n,
  ]);
  expect(elementsOf(random.randint(0, 2n ** 64n, 2, "uint64") as NDArray)).toEqual([
    16326552308283775326n,
    1298722538858052883n,
  ]);
});

test("randint takes bounds for each element, and draws for them in order", () => {
  const random = new NumpyRandom(11); // NumPy 1.24.4, RandomState(11), these calls in this order
  const ints = (...values: number[]) => fromValues(values, [values.length], "int64");
  const draws: [Bound, Bound, Size, DType, number[]][] = [
    [ints(0, 1, 5), ints(3, 4, 70000), null, "int64", [1, 1, 57681]],
    [0, ints(3, 4, 2 ** 40), [2, 3], "int64", [1, 3, 353156747032, 1, 0, 759462665981]],
    [ints(-5, -100), ints(5, 100), [4, 2], "int8", [-5, -39, -4, -55, -3, -77, -1, 25]],
    [ints(0, 0, 0), ints(2, 256, 1), [3, 3], "uint8", [0, 243, 0, 0, 186, 0, 0, 26, 0]],
    [ints(0, 100), ints(2 ** 16, 101), [3, 2], "uint16", [8332, 100, 7126, 100, 65409, 100]],
    [ints(0, -(2 ** 31)), ints(2 ** 31, 2 ** 31), [2, 2], "int64", [1691805514, 1225735205, 1533965813, 376521959]],
    [ints(0, 0), ints(2, 1), [5, 2], "bool", [0, 0, 0, 0, 1, 0, 0, 0, 1, 0]],
  ];
  for (const [low, high, size, dtype, expected] of draws) {
    const drawn = random.randint(low, high, size, dtype) as NDArray;
    expect(drawn.dtype).toBe(dtype);
    expect(elementsOf(drawn).map(Number)).toEqual(expected);
  }
});

test("a restored state goes on where it was saved, the spare normal included", () => {
  const random = new NumpyRandom(5);
  random.randn(7);
  const state = random.getState();
  const first = elementsOf(random.randn(1001));
  const other = new NumpyRandom(6);
  other.setState(state);
  expect(elementsOf(other.randn(1001))).toEqual(first);
});

test.each<[string, string, (random: NumpyRandom) => unknown]>([
  ["ValueError", "Seed must be between 0 and 2**32 - 1", (r) => r.seed(-1)],
  ["ValueError", "Seed must be between 0 and 2**32 - 1", (r) => r.seed(2 ** 32)],
  ["ValueError", "Seed must be non-empty", (r) => r.seed([])],
  ["OverflowError", "Range exceeds valid bounds", (r) => r.uniform(0, Number.POSITIVE_INFINITY)],
  ["ValueError", "scale < 0", (r) => r.normal(0, -1)],
  ["ValueError", "scale < 0", (r) => r.normal(0, -0)],
  ["ValueError", "high <= 0", (r) => r.randint(0)],
  ["ValueError", "low >= high", (r) => r.randint(5, 5)],
  ["ValueError", "high is out of bounds for uint8", (r) => r.randint(0, 300, null, "uint8")],
  ["ValueError", "low is out of bounds for uint8", (r) => r.randint(-1, 3, null, "uint8")],
  ["TypeError", "Unsupported dtype dtype('float64') for randint", (r) => r.randint(0, 3, null, "float64")],
  ["ValueError", "negative dimensions are not allowed", (r) => r.rand(-1)],
  ["TypeError", "expected a sequence of integers or a single integer, got '1.5'", (r) => r.randomSample(1.5)],
  ["ValueError", "a must be greater than 0 unless no samples are taken", (r) => r.choice(0)],
  ["ValueError", "'a' cannot be empty unless no samples are taken", (r) => r.choice(intArray([]))],
  ["ValueError", "a must be 1-dimensional", (r) => r.choice(intArray([[1, 2]]))],
  ["ValueError", "Cannot take a larger sample than population when 'replace=False'", (r) => r.choice(3, 5, false)],
  ["ValueError", "'a' and 'p' must have same size", (r) => r.choice(3, null, true, [0.5, 0.5])],
  ["ValueError", "probabilities do not sum to 1", (r) => r.choice(2, null, true, [0.5, 0.6])],
  ["ValueError", "probabilities are not non-negative", (r) => r.choice(2, null, true, [-0.5, 1.5])],
  ["ValueError", "probabilities contain NaN", (r) => r.choice(2, null, true, [Number.NaN, 1])],
  ["ValueError", "Fewer non-zero entries in p than size", (r) => r.choice(3, 2, false, [1, 0, 0])],
  ["IndexError", "x must be an integer or at least 1-dimensional", (r) => r.permutation(intArray(3))],
  ["TypeError", "len() of unsized object", (r) => r.shuffle(intArray(3))],
])("%s: %s", (name, message, act) => {
  expect(() => act(new NumpyRandom(1))).toThrow(expect.objectContaining({ name, message }));
});

test("a shuffle keeps every item, through a strided view too", () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 60 }), fc.nat(), (items, seed) => {
      const base = fromValues([...items, ...items.map(() => 7)], [2, items.length], "int32");
      const reversed = base.view([items.length], [-1], items.length - 1);
      new NumpyRandom(seed).shuffle(items.length === 0 ? base : reversed);
      const after = elementsOf(base).map(Number);
      expect(after.slice(0, items.length).sort()).toEqual([...items].sort());
      expect(after.slice(items.length)).toEqual(items.map(() => 7));
    }),
  );
});

test("uniform keeps between its bounds, whichever is greater", () => {
  const bound = fc.double({ min: -1e9, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(bound, bound, fc.nat(), (low, high, seed) => {
      for (const value of elementsOf(new NumpyRandom(seed).uniform(low, high, 50) as NDArray)) {
        expect(value).toBeGreaterThanOrEqual(Math.min(low, high));
        expect(value).toBeLessThanOrEqual(Math.max(low, high));
      }
    }),
  );
});

test("randint keeps between its bounds for every dtype and makes both ends", () => {
  const range = fc.tuple(fc.integer({ min: -100, max: 100 }), fc.integer({ min: 1, max: 27 }));
  fc.assert(
    fc.property(
      range,
      fc.constantFrom<DType>("int8", "int16", "int32", "int64"),
      fc.nat(),
      ([low, width], dtype, seed) => {
        const drawn = elementsOf(new NumpyRandom(seed).randint(low, low + width, 700, dtype) as NDArray).map(Number);
        expect(Math.min(...drawn)).toBe(low);
        expect(Math.max(...drawn)).toBe(low + width - 1);
      },
    ),
  );
});
