import { expect, test } from "vitest";
import { HeNormal, Normal, TruncatedNormal, Uniform } from "../initializers";
import { elementsOf, zeros } from "../ndarray";
import { cosf, logf, sinf } from "../random/float32Math";
import { fillNormal1 } from "../random/normal1";
import { RandomState } from "../random/state";
import { Assembler } from "./assembler";
import { type Code, type Local, upTo } from "./code";
import { float32Functions } from "./float32Functions";
import { f32x4, v128 } from "./instructions";
import { bothWays } from "./twins";

const count = 2 ** 23; // the numbers the generator can draw are k / 2²³
const pageBytes = 65536;

/** Fills 2²³ numbers by a function of four lanes, from all 2²³ arguments k · step. */
function forAll(
  step: number,
  define: (module: Assembler, scope: Parameters<typeof float32Functions>[1]) => (x: Local, out: Local) => Code,
) {
  const pages = (4 * count) / pageBytes + 1;
  const module = new Assembler(16, { initial: pages, maximum: pages });
  module.define("run", ["i32", "i32"], (scope, at, end) => {
    const [x, out] = scope.vectors(2) as [Local, Local];
    const compute = define(module, scope);
    return upTo(at, end, 16, [x.set(v128.load(at)), compute(x, out), v128.store(at, out)]);
  });
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  new Uint8Array(memory.buffer).set(module.tableBytes, 16);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(module.toBytes()), { engine: { memory } });
  const values = new Float32Array(memory.buffer as ArrayBuffer, pageBytes, count);
  for (let k = 0; k < count; k++) values[k] = Math.max(k / count, Math.fround(1e-7)) * step;
  const given = values.slice();
  (exports.run as (at: number, end: number) => void)(pageBytes, pageBytes + 4 * count);
  return { given, values };
}

function differences(given: Float32Array, values: Float32Array, plain: (x: number) => number): number {
  let different = 0;
  for (let k = 0; k < count; k++) if (!Object.is(values[k], plain(given[k]!))) different++;
  return different;
}

test("logf by kernel is the plain one for all 8,388,608 numbers that the generator can draw", () => {
  const { given, values } = forAll(1, (module, scope) => float32Functions(module, scope).logf);
  expect(differences(given, values, logf)).toBe(0);
});

test.each([
  ["sinf", sinf, 0],
  ["cosf", cosf, 1],
] as const)("%s by kernel is the plain one for all 8,388,608 angles that the generator can draw", (_, plain, which) => {
  const turn = Math.fround(2 * Math.fround(3.14));
  const { given, values } = forAll(turn, (module, scope) => {
    const { sinfAndCosf } = float32Functions(module, scope);
    const results = scope.vectors(2) as [Local, Local];
    return (x, out) => [sinfAndCosf(x, ...results), out.set(f32x4.add(results[which], -0))];
  });
  expect(differences(given, values, plain)).toBe(0);
});

test.each([2048, 2049, 2063, 10_007, 40_013, 1_000_003])(
  "%i normals of the 1.x generator are the same with and without kernels",
  (length) => {
    const [plain, fast] = bothWays(() => {
      const out = new Float32Array(length);
      fillNormal1(out, [length, 7 * length], 0.3, -0.1);
      return out;
    });
    expect(fast.every((value, i) => Object.is(value, plain[i]))).toBe(true);
  },
);

test.each([2048, 2049, 10_007, 65_537, 300_001])(
  "%i uniforms of both eras are the same with and without kernels",
  (length) => {
    for (const reference of ["1.6", "2.x"] as const) {
      for (const dtype of ["float32", "float64"] as const) {
        const [plain, fast] = bothWays(() => {
          const random = new RandomState({ reference });
          random.setSeed(length);
          random.numpy.randint(0, 10); // so that the twister stands at an odd word
          const array = zeros([length], dtype);
          new Uniform(0.7).fill(array, random);
          // what follows must go on from the same place
          return [...elementsOf(array), random.numpy.randomSample(), random.numpy.standardNormal()];
        });
        expect(fast.every((value, i) => Object.is(value, plain[i]))).toBe(true);
      }
    }
  },
);

test.each(["1.6", "2.x"] as const)(
  "normals and truncated normals of %s are the same with and without kernels",
  (reference) => {
    const [plain, fast] = bothWays(() => {
      const random = new RandomState({ reference });
      random.setSeed(3);
      return [new Normal(), new TruncatedNormal(), new HeNormal()].flatMap((initializer) => {
        const array = zeros([50, 73], "float32");
        initializer.fill(array, random);
        return elementsOf(array);
      });
    });
    expect(fast.every((value, i) => Object.is(value, plain[i]))).toBe(true);
  },
);
