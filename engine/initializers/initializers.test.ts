import { describe, expect, test } from "vitest";
import { allocate, type DType } from "../dtype";
import { elementsOf, fromValues, NDArray, zeros } from "../ndarray";
import { RandomState, type Reference } from "../random/state";
import type { Shape } from "../shape";
import { bits32, float32sOf, hex64, readVectors, sha256 } from "../vectors/read";
import * as initializers from ".";
import { Constant, Dirac, HeUniform, Identity, Initializer, initializerByName, Normal, Sparse, Uniform } from ".";

type Arguments = Record<string, number | string>;
interface Draw {
  init: string;
  args: Arguments;
  shape: number[];
  dtype?: DType;
  bits?: number[];
  bits16?: (number | string)[];
  first8?: number[];
  sha256: string;
  compare?: { max_abs: number };
}
interface Vectors {
  cases: (Draw & { seed: number; after?: { np_random_sample: string; philox_draws?: number } })[];
  sequences: { seed: number; steps: Draw[] }[];
}

const classes = { ...initializers } as unknown as Record<string, new (...args: unknown[]) => Initializer>;
/** The constructors' parameters in order, by MindSpore's names. */
const parameters: Record<string, string[]> = {
  Constant: ["value"],
  Dirac: ["groups"],
  HeNormal: ["negative_slope", "mode", "nonlinearity"],
  HeUniform: ["negative_slope", "mode", "nonlinearity"],
  Normal: ["sigma", "mean"],
  Orthogonal: ["gain"],
  Sparse: ["sparsity", "sigma"],
  TruncatedNormal: ["sigma", "mean", "a", "b"],
  Uniform: ["scale"],
  VarianceScaling: ["scale", "mode", "distribution"],
  XavierNormal: ["gain"],
  XavierUniform: ["gain"],
};

function make(name: string, args: Arguments): Initializer {
  return new classes[name]!(...(parameters[name] ?? []).map((parameter) => args[parameter]));
}

function seeded(reference: Reference, seed: number): RandomState {
  const random = new RandomState({ reference });
  random.setSeed(seed);
  return random;
}

function drawn(initializer: Initializer, shape: Shape, random: RandomState, dtype: DType = "float32"): NDArray {
  const array = zeros(shape, dtype);
  initializer.fill(array, random);
  return array;
}

function checkDraw(draw: Draw, random: RandomState): void {
  const array = drawn(make(draw.init, draw.args), draw.shape, random, draw.dtype);
  const what = `${draw.init} ${JSON.stringify(draw.args)} [${draw.shape}]`;
  if (draw.bits16) {
    const golden = draw.bits16.map((half) => (typeof half === "string" ? Number.parseInt(half, 16) : half));
    expect(Array.from(array.storage as Uint16Array), what).toEqual(golden);
  } else if (draw.compare) {
    const golden = new Float32Array(Uint32Array.from(draw.bits ?? draw.first8!).buffer);
    golden.forEach((value, i) => {
      expect(Math.abs(float32sOf(array)[i]! - value), what).toBeLessThanOrEqual(draw.compare!.max_abs);
    });
  } else {
    if (draw.bits) expect(bits32(float32sOf(array)), what).toEqual(draw.bits);
    expect(sha256(array.storage), what).toBe(draw.sha256);
  }
}

describe.each([
  ["1.6", "initializers_r1"],
  ["2.x", "initializers_r2"],
] as const)("reference %s", (reference, file) => {
  const { cases, sequences } = readVectors<Vectors>(file);
  test.each([...new Set(cases.map((row) => row.init))])(
    "%s makes the golden numbers and leaves the golden state",
    (name) => {
      for (const row of cases.filter(({ init }) => init === name)) {
        const random = seeded(reference, row.seed);
        checkDraw(row, random);
        if (row.after === undefined) continue;
        expect(hex64(random.numpy.randomSample())).toBe(row.after.np_random_sample);
        if (row.after.philox_draws === undefined) continue;
        const fresh = seeded(reference, row.seed);
        for (let i = 0; i < row.after.philox_draws; i++) fresh.nextNormalSeeds();
        expect(random.nextNormalSeeds()).toEqual(fresh.nextNormalSeeds());
      }
    },
  );
  test.each(sequences.map((sequence, i) => ({ ...sequence, i })))(
    "sequence $i of draws after one seed is golden",
    ({ seed, steps }) => {
      const random = seeded(reference, seed);
      for (const step of steps) checkDraw(step, random);
    },
  );
});

test("the four arrays that MindSpore's own unit test asserts come out", () => {
  const { published } = readVectors<{ published: { steps: Draw[] } }>("initializers_r2");
  const random = seeded("2.x", 0);
  for (const { init, args, shape, bits } of published.steps) {
    expect(bits32(float32sOf(drawn(make(init, args), shape, random)))).toEqual(bits);
  }
});

// MindSpore 1.6 after set_seed(1), shape [2, 3]
test.each<[string, Arguments, number[]]>([
  ["Uniform", {}, [-0.01161692, 0.03084543, -0.06998399, -0.02767344, -0.04945417, -0.0570726]],
  ["XavierUniform", {}, [-0.18179569, 0.4827068, -1.0951946, -0.43306765, -0.77391905, -0.8931414]],
  ["HeUniform", {}, [-0.23469721, 0.62317175, -1.41389, -0.55908793, -0.99912524, -1.1530405]],
  ["HeNormal", {}, [1.3262725, -0.49949703, -0.43125042, -0.8760752, 0.7066024, -1.8791984]],
  ["TruncatedNormal", {}, [-0.00199854, 0.0055426, -0.01997982, -0.00492094, -0.00982899, -0.01221823]],
  ["VarianceScaling", {}, [-0.16595599, 0.44064897, -0.99977124, -0.39533487, -0.7064882, -0.8153228]],
  [
    "VarianceScaling",
    { distribution: "untruncated_normal" },
    [0.93781626, -0.35319772, -0.3049401, -0.6194787, 0.49964333, -1.328794],
  ],
  ["Orthogonal", {}, [0.89529806, -0.33718467, -0.2911149, -0.21060567, 0.25547126, -0.94359934]],
  ["Normal", {}, [-0.00128023, -0.01392901, 0.0130886, -0.00107818, -0.01228778, 0.01994694]],
])("%s %j prints MindSpore's eight decimals", (name, args, printed) => {
  const values = elementsOf(drawn(make(name, args), [2, 3], seeded("1.6", 1))).map(Number);
  // within half a unit of the last printed digit, and a little for float32's own rounding
  values.forEach((value, i) => {
    expect(Math.abs(value - printed[i]!)).toBeLessThan(6e-8);
  });
});

test("Sparse(0.5) of 4 by 3 after seed 1 has MindSpore's numbers and zeros", () => {
  const printed = [0, 0, 0, 0, 0.00865408, -0.02301539, 0.01744812, -0.00761207, 0, -0.0024937, 0, -0.02060141];
  const values = elementsOf(drawn(new Sparse(0.5), [4, 3], seeded("1.6", 1))).map(Number);
  expect(values.map((value) => Number(value.toFixed(8)) + 0)).toEqual(printed);
});

test("the published sum of an arange and two normal draws comes out to the last digit", () => {
  const { published } = readVectors<{ published: { what: string; printed: number[] }[] }>("philox_r1");
  const random = seeded("1.6", 1);
  const first = float32sOf(drawn(new Normal(), [5, 4], random));
  const second = float32sOf(drawn(new Normal(0.2), [5, 4], random));
  const sums = Float32Array.from(first, (value, i) => Math.fround(i + value) + second[i]!);
  expect([...sums]).toEqual(published[2]!.printed.map(Math.fround));
});

test.each([
  ["second", 1, 4],
  ["twentieth", 19, 3],
])("the published Dense(3, 4) weights are the %s normal draw after seed 1", (_, draws, entry) => {
  const { published } = readVectors<{ published: { printed: number[] }[] }>("philox_r1");
  const random = seeded("1.6", 1);
  for (let i = 0; i < draws; i++) random.nextNormalSeeds();
  const weights = float32sOf(drawn(new Normal(), [4, 3], random));
  expect(Array.from(weights, (weight) => Number(weight.toFixed(8)))).toEqual(published[entry]!.printed);
});

test.each<Reference>(["1.6", "2.x"])(
  "values go into strided views and other dtypes as into a plain array (%s)",
  (reference) => {
    for (const name of ["Normal", "Uniform", "HeNormal", "Orthogonal", "Sparse", "Zero", "Identity"]) {
      const args = { sparsity: 0.5 };
      const plain = elementsOf(drawn(make(name, args), [3, 4], seeded(reference, 5)));
      const base = new NDArray("float32", [4, 3], allocate("float32", 24).fill(9 as never), [6, 2], 1);
      make(name, args).fill(base.view([3, 4], [2, 6]), seeded(reference, 5));
      expect(elementsOf(base.view([3, 4], [2, 6])), name).toEqual(plain);
      expect(Array.from(base.storage as Float32Array).filter((value) => value === 9)).toHaveLength(12);
    }
    const scaled = new Uniform(100);
    const floats = elementsOf(drawn(scaled, [50], seeded(reference, 2), "float64")).map(Number);
    const ints = elementsOf(drawn(scaled, [50], seeded(reference, 2), "int32"));
    expect(ints).toEqual(floats.map((value) => Math.trunc(value) + 0));
    const bigs = elementsOf(drawn(scaled, [50], seeded(reference, 2), "int64"));
    expect(bigs).toEqual(floats.map((value) => BigInt(Math.trunc(value))));
  },
);

test("an initializer with a seed of its own repeats itself and leaves the counter alone", () => {
  const random = seeded("1.6", 1);
  const initializer = new Normal();
  initializer.seed = 41;
  const first = elementsOf(drawn(initializer, [5], random));
  expect(elementsOf(drawn(initializer, [5], random))).toEqual(first);
  expect(initializer.nextSeeds(random)).toEqual([42, 0]);
  expect(random.nextNormalSeeds()).toEqual([1, 1]);
});

test("a subclass fills an array by its own rule, from the session's random numbers", () => {
  class Coin extends Initializer {
    override fill(array: NDArray, random: RandomState): void {
      for (let place = 0; place < array.size; place++) array.write(place, random.numpy.rand() < 0.5);
    }
  }
  expect(elementsOf(drawn(new Coin(), [5], seeded("1.6", 1)))).toEqual([1, 0, 1, 1, 1]); // NumPy: .42 .72 .0001 .30 .15
});
test("a subclass without a rule says so", () => {
  class Bare extends Initializer {}
  expect(() => drawn(new Bare(), [1], seeded("1.6", 1))).toThrow(
    expect.objectContaining({ name: "NotImplementedError", message: expect.stringContaining("'Bare'") }),
  );
});

test("Constant broadcasts an array and casts it", () => {
  const row = fromValues([1.5, -2.5], [2], "float64");
  expect(elementsOf(drawn(new Constant(row), [2, 2], seeded("1.6", 1), "int32"))).toEqual([1, -2, 1, -2]);
});

const names =
  "zero zeros one ones xavieruniform xavier_uniform heuniform he_uniform henormal he_normal identity dirac orthogonal variancescaling uniform normal truncatednormal";
test("every alias makes its initializer, in any case", () => {
  for (const name of names.split(" ")) {
    const made = initializerByName(name.toUpperCase()).constructor.name.toLowerCase();
    expect(made.startsWith(name.replace("_", "").replace(/s$/, ""))).toBe(true);
  }
  expect(initializerByName("xavier_normal", "2.x")).toBeInstanceOf(initializers.XavierNormal);
});

test.each<[string, string, () => unknown]>([
  ["KeyError", "no initializer is called 'foo'", () => initializerByName("Foo")],
  ["ValueError", "no initializer is called 'foo'", () => initializerByName("Foo", "2.x")],
  ["KeyError", "no initializer is called 'xavier_normal'", () => initializerByName("xavier_normal")],
  ["KeyError", "no initializer is called 'constant'", () => initializerByName("constant")],
  ["TypeError", "'sparsity'", () => initializerByName("sparse")],
  ["ValueError", "must be greater than 1, but got 1", () => fill(new HeUniform(), [3])],
  ["ValueError", "must be greater than 1, but got 1", () => fill(initializerByName("xavier_uniform"), [3])],
  [
    "ValueError",
    "'mode' must be one of ['fan_in', 'fan_out'], but got 'fan'",
    () => fill(make("HeUniform", { mode: "fan" }), [3, 3]),
  ],
  ["ValueError", "'nonlinearity' must be one of", () => fill(make("HeNormal", { nonlinearity: "gelu" }), [3, 3])],
  ["ValueError", "'negative_slope' must be int or float", () => fill(new HeUniform(true as never), [3, 3])],
  ["ValueError", "must be 2, but got 3", () => fill(new Identity(), [2, 2, 2])],
  ["ValueError", "must be 2, but got 1", () => fill(new Sparse(0.1), [2])],
  ["ValueError", "must be one of [3, 4, 5], but got 2", () => fill(new Dirac(), [2, 2])],
  ["ValueError", "must be divisible by 'groups', but got 5 and 2", () => fill(new Dirac(2), [5, 2, 3])],
  ["ValueError", "must be no less than 2, but got 1", () => fill(initializerByName("orthogonal"), [4])],
  ["ValueError", "'scale' must be greater than 0, but got 0", () => make("VarianceScaling", { scale: 0 })],
  [
    "ValueError",
    "'mode' must be one of ['fan_in', 'fan_out', 'fan_avg']",
    () => make("VarianceScaling", { mode: "x" }),
  ],
  ["ValueError", "'distribution' must be one of", () => make("VarianceScaling", { distribution: "normal" })],
  [
    "ValueError",
    "could not broadcast input array from shape (3,) into shape (2,2)",
    () => fill(new Constant(fromValues([1, 2, 3], [3], "int32")), [2, 2]),
  ],
])("%s: %s", (name, message, act) => {
  expect(act).toThrow(expect.objectContaining({ name, message: expect.stringContaining(message) }));
});

function fill(initializer: Initializer, shape: Shape): NDArray {
  return drawn(initializer, shape, seeded("1.6", 1));
}
