import { expect, test } from "vitest";
import { Normal } from "./initializers";
import { full } from "./numpy/creation";
import { openSession } from "./session";

test("Conv2d of seed 1 on ones gives the published numbers", () => {
  const { nn, setSeed, Tensor } = openSession();
  setSeed(1);
  const net = new nn.Conv2d(3, 64, 3, { weightInit: new Normal(0.2) });
  const out = net.call(new Tensor(full([1, 3, 16, 50], 1, "float32")));
  expect(out.shape).toEqual([1, 64, 16, 50]);
  const at = (c: number, y: number, x: number) => out.asnumpy().read((c * 16 + y) * 50 + x);
  expect(at(0, 0, 0)).toBe(Math.fround(6.2076533e-1));
  expect(at(0, 1, 0)).toBe(Math.fround(6.5210247e-1));
  expect(at(63, 15, 49)).toBe(Math.fround(-4.5465171e-1));
});

test("Dense twice", () => {
  const { nn, setSeed, Tensor } = openSession();
  setSeed(1);
  new nn.Dense(3, 4);
  const net = new nn.Dense(3, 4);
  const first = [...(net.weight.asnumpy().storage as Float32Array)].slice(0, 3);
  expect(first.map((value) => value.toFixed(8))).toEqual(["-0.01646150", "-0.01204428", "-0.00813806"]);
  expect(`${net}`).toBe("Dense<input_channels=3, output_channels=4, has_bias=True>");
  expect(net.weight.repr()).toBe("Parameter (name=weight, shape=(4, 3), dtype=Float32, requires_grad=True)");
  class Net extends nn.Cell {
    conv;
    fc;
    constructor() {
      super();
      this.conv = new nn.Conv2d(3, 4, 3);
      this.fc = new nn.Dense(3, 4, { activation: "relu" });
    }
  }
  const n = new Net();
  console.log(`${n}`);
  console.log([...n.parametersDict().keys()]);
  console.log(
    new Tensor([
      [1, 2],
      [3, 4.5],
    ]).repr(),
  );
  const t = performance.now();
  const c = new nn.Conv2d(64, 64, 3);
  const x = new Tensor(full([1, 64, 56, 56], 1, "float32"));
  for (let i = 0; i < 3; i++) {
    const t = performance.now();
    c.call(x);
    console.log(
      "conv b",
      performance.now() - t,
      "ms",
      (2 * 64 * 64 * 9 * 56 * 56) / 1e6 / (performance.now() - t),
      "GFLOP/s",
    );
  }
});
