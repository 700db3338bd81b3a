import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Normal, numpy, openSession, ops, Parameter, ParameterTuple, Tensor } from "./index";
import { readVectors } from "./vectors/read";

/* The tutorial's steps through the engine's public names alone. Expected numbers are those that the tutorial prints. */

interface Published {
  what: string;
  printed: number[] | { [channel: string]: number[][] };
  printed_text?: string;
}
const published = readVectors<{ published: Published[] }>("philox_r1").published;

test.each(published.slice(0, 2))("$what gives the published numbers", ({ what, printed }) => {
  const { nn, setSeed, Tensor } = openSession();
  const images = new Tensor(numpy.ones([1, 3, 16, 50]), "float32");
  setSeed(1);
  const net = new nn.Conv2d(3, 64, 3, { weightInit: what.includes("0.2") ? new Normal(0.2) : "Normal" });
  const out = net.call(images).asnumpy();
  for (const [channel, rows] of Object.entries(printed as { [channel: string]: number[][] })) {
    const found = [0, 1, 15].map((y) => [0, 1, 49].map((x) => out.read((Number(channel) * 16 + y) * 50 + x)));
    expect(found).toEqual(rows.map((row) => row.map(Math.fround)));
  }
});

test.each([
  ["normal", 64, "Normal" as const],
  ["normal02", 64, new Normal(0.2)],
  ["normal02_16", 16, new Normal(0.2)],
])("Conv2d prints as NumPy does, byte for byte: %s", (name, filters, weightInit) => {
  const { nn, setSeed, Tensor } = openSession();
  setSeed(1);
  const net = new nn.Conv2d(3, filters, 3, { weightInit });
  const text = readFileSync(new URL(`nn/printed/${name}.txt`, import.meta.url), "utf8");
  expect(`${net.call(new Tensor(numpy.ones([1, 3, 16, 50]), "float32"))}\n`).toBe(text);
});

test("sums of tensors and initializers print as published", () => {
  const { initializer, setSeed, Tensor } = openSession();
  setSeed(1);
  const counted = new Tensor(numpy.reshape(numpy.arange(20), [5, 4]), "float32");
  const sum = ops.add(ops.add(counted, initializer("Normal", [5, 4])), initializer(new Normal(0.2), [5, 4]));
  expect(sum.toString()).toBe(published[2]!.printed_text);
});

test.each([
  ["second", 1, published[4]!.printed_text],
  ["twentieth", 19, published[3]!.printed_text],
])("Dense made as the %s draw prints as published", (_, earlier, text) => {
  const { nn, setSeed } = openSession();
  setSeed(1);
  for (let i = 0; i < earlier; i++) new nn.Dense(3, 4);
  expect(new nn.Dense(3, 4).weight.asnumpy()).toSatisfy((array) => Tensor.of(array as never).toString() === text);
});

test("a Conv2d in between takes the first draw, so that the tutorial's Dense gets the second", () => {
  const { nn, setSeed } = openSession();
  setSeed(1);
  new nn.Conv2d(3, 64, 3);
  expect(Tensor.of(new nn.Dense(3, 4).weight.asnumpy()).toString()).toBe(published[4]!.printed_text);
});

test("ParameterUpdate puts arange(12) into a Dense's weight and returns its input", () => {
  const { nn, Tensor } = openSession();
  const net = new nn.Dense(3, 4);
  const update = new nn.ParameterUpdate(net.weight);
  update.phase = "update_param";
  const given = new Tensor(numpy.reshape(numpy.arange(12), [4, 3]), "float32");
  expect(update.call(given)).toBe(given);
  expect(Tensor.of(net.weight.asnumpy()).toString()).toBe(
    "[[ 0.  1.  2.]\n [ 3.  4.  5.]\n [ 6.  7.  8.]\n [ 9. 10. 11.]]",
  );
  expect(net.weight.name).toBe("weight");
});

test("parameters are made from four kinds of input, cloned, and given other data", () => {
  const { Parameter, ParameterTuple, Tensor, initializer } = openSession();
  const x = new Parameter(new Tensor(numpy.ones([2, 3])), { name: "x" });
  const y = new Parameter(initializer("ones", [1, 2, 3]), { name: "y" });
  const z = new Parameter(2, { name: "z" });
  const w = new Parameter([1.5, 2]);
  expect([x, y, z, w].map(String)).toEqual([
    "Parameter (name=x, shape=(2, 3), dtype=Float64, requires_grad=True)",
    "Parameter (name=y, shape=(1, 2, 3), dtype=Float32, requires_grad=True)",
    "Parameter (name=z, shape=(), dtype=Int32, requires_grad=True)",
    "Parameter (name=Parameter, shape=(2,), dtype=Float32, requires_grad=True)",
  ]);
  expect(x.setData(new Tensor(numpy.zeros([1, 2])), true)).toBe(x);
  expect([x.sliced, x.shape]).toEqual([true, [1, 2]]);
  expect(x.data).toBe(x);
  const copies = new ParameterTuple([x, y, z]).clone("params_copy");
  expect(copies.map((param) => param.name)).toEqual(["params_copy.x", "params_copy.y", "params_copy.z"]);
});

test("two sessions share no seed, and their classes are the engine's", () => {
  const [one, two] = [openSession(), openSession({ reference: "2.x" })];
  one.setSeed(1);
  two.setSeed(2);
  expect([one.getSeed(), two.getSeed()]).toEqual([1, 2]);
  const param = new one.Parameter(1.5);
  expect(param).toBeInstanceOf(Parameter);
  expect(new two.ParameterTuple([param])).toBeInstanceOf(ParameterTuple);
  expect(() => new two.ParameterTuple([param, new two.Parameter(1)])).toThrow("already exists");
});

test("layers of reference 2.x start from HeUniform and Uniform", () => {
  const { nn, setSeed } = openSession({ reference: "2.x" });
  setSeed(1);
  const net = new nn.Dense(300, 20);
  const weights = [...(net.weight.asnumpy().storage as Float32Array)];
  const bound = 1 / Math.sqrt(300); // HeUniform(√5): √3 · √(2 / 6) / √fan_in
  expect(Math.max(...weights.map(Math.abs))).toBeLessThanOrEqual(bound);
  expect(Math.max(...weights.map(Math.abs))).toBeGreaterThan(0.99 * bound);
  expect([...(net.bias!.asnumpy().storage as Float32Array)].some((value) => value !== 0)).toBe(true);
});

test("an array prints as NumPy's in a template string", () => {
  const { Parameter, initializer, setSeed } = openSession();
  setSeed(1);
  // MindSpore's numbers for the first Normal draw after set_seed(1): the programming guide, releases 1.2 to 1.6
  const weight = new Parameter(initializer("normal", [2, 2]));
  expect(`${weight.asnumpy()}`).toBe("[[-0.00128023 -0.01392901]\n [ 0.0130886  -0.00107818]]");
});

test("what the engine makes is an instance of a session's classes, but not of a class made from one of them", () => {
  const { Tensor, Parameter, nn } = openSession();
  const sum = new Tensor([1, 2], "float32").sum();
  expect(sum instanceof Tensor).toBe(true);
  expect(new Parameter(1) instanceof Tensor).toBe(true);
  expect(sum instanceof Parameter).toBe(false);
  class Own extends nn.Dense {}
  expect(new nn.Dense(1, 1) instanceof Own).toBe(false);
  expect(new Own(1, 1) instanceof nn.Dense).toBe(true);
  expect(new Own(1, 1) instanceof Own).toBe(true);
});
