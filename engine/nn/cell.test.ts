import { expect, test } from "vitest";
import { fromValues } from "../ndarray";
import { openSession } from "../session";
import { Tensor } from "../tensor";

/* Cells in TypeScript: attributes work as in Python, whether a constructor or a class field sets them. */

const { nn, Parameter, ParameterTuple, setSeed } = openSession();

class Block extends nn.Cell {
  conv = new nn.Conv2d(1, 2, 3);
  scale = new Parameter([1.5], { name: "custom" });
  override construct(x: Tensor): Tensor {
    return this.conv.call(x);
  }
}
class Net extends nn.Cell {
  block;
  fc;
  plain = 3;
  constructor() {
    super();
    this.block = new Block();
    this.fc = new nn.Dense(2, 2, { activation: "relu", hasBias: false });
  }
  override construct(x: Tensor): Tensor {
    return this.fc.call(x);
  }
}

test("attributes set in constructors and class fields are registered and named", () => {
  const net = new Net();
  expect(net.parametersAndNames().map(([path, param]) => [path, param.name])).toEqual([
    ["block.scale", "block.scale"],
    ["block.conv.weight", "block.conv.weight"],
    ["fc.weight", "fc.weight"],
  ]);
  expect(net.cellsAndNames().map(([path]) => path)).toEqual(["", "block", "block.conv", "fc", "fc.activation"]);
  expect([...net.parametersDict().keys()]).toEqual(["block.scale", "block.conv.weight", "fc.weight"]);
  expect(net.fc.weight).toBe(net.parametersDict().get("fc.weight"));
  expect(net.plain).toBe(3);
  expect("fc" in net && "plain" in net && !("nothing" in net)).toBe(true);
});

test("a net of user code prints as its class", () => {
  expect(`${new Net()}`.split("\n")).toEqual([
    "Net<",
    "  (block): Block<",
    "    (conv): Conv2d<input_channels=1, output_channels=2, kernel_size=(3, 3), stride=(1, 1), pad_mode=same, padding=0, dilation=(1, 1), group=1, has_bias=False, weight_init=normal, bias_init=zeros, format=NCHW>",
    "    >",
    "  (fc): Dense<",
    "    input_channels=2, output_channels=2, activation=ReLU<>",
    "    (activation): ReLU<>",
    "    >",
    "  >",
  ]);
});

test("a tensor assigned to a parameter's attribute goes into the parameter", () => {
  const net = new Net();
  const weight = net.fc.weight;
  Reflect.set(net.fc, "weight", new Tensor([[1, 2], [3, 4]], "float32")); // biome-ignore format: a matrix
  expect(net.fc.weight).toBe(weight);
  expect(net.call(new Tensor([[1, 1]], "float32")).toString()).toBe("[[3. 7.]]");
  expect(() => Reflect.set(net.fc, "weight", new Tensor([1], "float32"))).toThrow("(2, 2), and incoming is (1,)");
  expect(() => Reflect.set(net.fc, "weight", 3)).toThrow("'weight' must be Parameter or Tensor, but got int");
});

test("an attribute cannot change between value, parameter and cell", () => {
  const net = new Net();
  expect(() => Reflect.set(net, "plain", new Parameter(1))).toThrow("'plain' can not be Parameter");
  expect(() => Reflect.set(net, "fc", new Parameter(1))).toThrow("'fc' must be Cell, but got Parameter");
  expect(() => Reflect.set(net.fc, "weight", new nn.ReLU())).toThrow("'weight' must be Parameter, but got Cell");
  Reflect.set(net, "fc", null);
  expect([net.fc, net.cells().length]).toEqual([null, 1]);
  Reflect.deleteProperty(net, "block");
  expect(net.block).toBeUndefined();
  expect(() => net.unregister("block")).toThrow("no attribute 'block'");
});

test("lists of parameters are named, a ParameterTuple's members are registered", () => {
  const net = new Net();
  const pair = [new Parameter(1), new Parameter(2, { name: "two" })];
  Object.assign(net, { pair, group: new ParameterTuple([new Parameter(3), new Parameter(4, { name: "four" })]) });
  expect(pair.map((param) => param.name)).toEqual(["Parameter$1", "two"]);
  const names = [...net.parametersDict().keys()];
  expect(names).toContain("four");
  expect(names).not.toContain("two");
  const twins = [new Parameter(1, { name: "a" }), new Parameter(2, { name: "a" })];
  expect(() => Object.assign(net, { twins })).toThrow("'a' already exists");
});

test("state goes down to every child", () => {
  const net = new Net().setTrain();
  expect([net.training, net.block.conv.training, net.phase]).toEqual([true, true, "train"]);
  expect(net.setTrain(false).block.training).toBe(false);
  const half = new nn.Dense(2, 2).toFloat("float16");
  expect(half.call(new Tensor([[1, 2]], "float32")).dtype).toBe("float16");
  expect(half.weight.dtype).toBe("float32");
});

test("containers hand on, count, slice and rename", () => {
  setSeed(1);
  const seq = new nn.SequentialCell(new nn.Dense(2, 2, { weightInit: "ones" }), new nn.ReLU());
  expect(seq.call(new Tensor([[1, 2]], "float32")).toString()).toBe("[[3. 3.]]");
  expect([seq.length, `${seq.at(-1)}`, [...seq].length]).toEqual([2, "ReLU<>", 2]);
  seq.append(new nn.Dense(2, 1));
  expect([...seq.parametersDict().keys()]).toEqual(["0.weight", "0.bias", "2.weight", "2.bias"]);
  expect(() => seq.at(3)).toThrow("[-3, 3), but got 3");
  const list = new nn.CellList([new nn.Dense(1, 1)]);
  list.insert(0, new nn.ReLU());
  expect([...list.parametersDict().keys()]).toEqual(["1.weight", "1.bias"]);
  expect(() => list.construct()).toThrow("can not be called");
});

test("batch normalisation of a training batch brings each channel to mean 0 and variance 1 and moves its statistics", () => {
  const layer = new nn.BatchNorm2d(2, { momentum: 0.5 }).setTrain();
  const x = Tensor.of(fromValues([1, 3, 10, 30], [1, 2, 1, 2], "float32"));
  const out = [...(layer.call(x).asnumpy().storage as Float32Array)];
  for (const [i, expected] of [-1, 1, -1, 1].entries()) expect(out[i]).toBeCloseTo(expected, 4);
  expect([...(layer.moving_mean.asnumpy().storage as Float32Array)]).toEqual([1, 10]); // half of 2 and 20
  expect([...(layer.moving_variance.asnumpy().storage as Float32Array)]).toEqual([1.5, 100.5]); // half of 1 + 2, 1 + 200
});

test("dropout keeps about its share, scaled, and repeats under one seed", () => {
  const layer = new nn.Dropout(0.8).setTrain();
  const x = Tensor.of(fromValues(new Array(10_000).fill(1), [10_000], "float32"));
  setSeed(3);
  const one = [...(layer.call(x).asnumpy().storage as Float32Array)];
  setSeed(3);
  expect([...(layer.call(x).asnumpy().storage as Float32Array)]).toEqual(one);
  const kept = one.filter((value) => value !== 0);
  expect(new Set(kept)).toEqual(new Set([1.25]));
  expect(Math.abs(kept.length / 10_000 - 0.8)).toBeLessThan(0.016); // four standard deviations
});
