import { describe, expect, test } from "vitest";
import { RandomState } from "../../../engine";
import { openMindspore } from "./mindspore";
import { openNumpy } from "./numpy";

const random = new RandomState();
const ms = openMindspore(random);
const np = openNumpy(random);

test("no declared name is missing", () => {
  for (const module of [ms, np, ms.ops, ms.dtype, ms.context, np.random]) {
    const missing = Object.entries(module).filter(([name, value]) => value === undefined && name !== "newaxis");
    expect(missing).toEqual([]);
  }
});

describe("mindspore", () => {
  // MindSpore 1.6, mindspore.Parameter, Examples
  test("prints a parameter as the tutorial does", () => {
    const x = new ms.Parameter(new ms.Tensor(np.arange(6).reshape(2, 3), ms.float32), { name: "x" });
    expect(`${x}`).toBe("Parameter (name=x, shape=(2, 3), dtype=Float32, requires_grad=True)");
    expect(`${x.asnumpy()}`).toBe("[[0. 1. 2.]\n [3. 4. 5.]]");
    expect(ms.dtype.label(x.dtype)).toBe("Float32");
  });
  // the numbers are those of Python's tutorial, which MindSpore's documentation prints
  test("draws the tutorial's second array after a first one", () => {
    ms.setSeed(1);
    new ms.nn.Conv2d(3, 64, 3, { weightInit: "Normal" });
    const weight = new ms.nn.Dense(3, 4).parametersDict().get("weight")!;
    expect(`${weight.asnumpy()}`.split("\n")[0]).toBe("[[-0.0164615  -0.01204428 -0.00813806]");
    expect(ms.getSeed()).toBe(1);
  });
  test("remembers its context, and says which settings there are", () => {
    expect(ms.context.getContext("mode")).toBe(ms.context.GRAPH_MODE);
    ms.context.setContext({ mode: ms.context.PYNATIVE_MODE });
    expect(ms.context.getContext("mode")).toBe(1);
    expect(() => ms.context.setContext({ mode: 2 as 0 })).toThrow("the 'mode' must be context.GRAPH_MODE (0)");
    expect(() => ms.context.getContext("speed" as "mode")).toThrow("there are mode, deviceTarget, deviceId");
  });
});

describe("numpy", () => {
  // NumPy 1.24: np.random.seed(0); np.random.normal(size=2)
  test("draws NumPy's numbers with methods taken off", () => {
    const { seed, normal } = np.random;
    seed(0);
    expect(`${normal(0, 1, [2])}`).toBe("[1.76405235 0.40015721]");
  });
  test("has the methods of arrays", () => {
    const a = np.array([
      [3, 1, 2],
      [6, 5, 4],
    ]);
    expect(`${a.T.shape} ${a.sum()} ${a.mean({ axis: 0 })} ${a.argmax()}`).toBe("3,2 21 [4.5 3.  3. ] 3");
    expect(a.tolist()).toEqual([
      [3n, 1n, 2n],
      [6n, 5n, 4n],
    ]);
    a.set([np.slice(null), 0], 9);
    a.sort();
    expect([...a].map(String)).toEqual(["[1 2 9]", "[4 5 9]"]);
    expect(`${a.get(1, np.slice(1, null))}`).toBe("[5 9]");
    expect(a.get(0, 0).item()).toBe(1n);
    expect(() => a.item()).toThrow("can only convert an array of size 1 to a Python scalar");
  });
});
