import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { callHelp, complete, hover, type Question } from "./answers";
import { lex } from "./lex";
import type { Surface } from "./surface";

/* A `|` in the code is the caret. The names and signatures expected are MindSpore's and NumPy's own. */

let surface: Surface;
beforeAll(async () => {
  const file = new URL("../../../public/kernel/surface.json", import.meta.url);
  if (!existsSync(file)) throw new Error("run `npm run assets` first: it writes what the editor knows");
  surface = JSON.parse(readFileSync(file, "utf8"));
});

function at(marked: string, ...above: string[]): Question {
  const offset = marked.indexOf("|");
  return { surface, above, source: marked.replace("|", ""), offset };
}
const offered = (marked: string, ...above: string[]) => complete(at(marked, ...above)).map(({ text }) => text);
const headline = (marked: string, ...above: string[]) => hover(at(marked, ...above))?.description.headline;

const imports = `import numpy as np
import mindspore
from mindspore import Tensor, Parameter, nn, ops
from mindspore.common.initializer import (initializer,
    Normal as N)`;

describe("complete", () => {
  test.each([
    ["np.ar|", ["arange", "array"]],
    ["np.random.|", ["normal", "seed"]],
    ["mindspore.nn.C|", ["Conv2d", "Cell"]],
    ["nn.|", ["Conv2d", "Dense"]],
    ["t = Parameter(Tensor([1.0]))\nt.|", ["asnumpy", "clone", "requires_grad", "set_data", "shape"]],
    ["t = np.ones([2])\nt.re|", ["reshape", "repeat"]],
    ["np.ones(2).|", ["astype", "sum"]],
    ["net = nn.Dense(3, 4)\nnet(Tensor([1.0])).|", ["asnumpy"]],
    ["x = initializer(N(0.2), [2])\nx[0].|", ["init_data"]],
    ["y = (t := 1) or Tensor([1]) + 2\n'a'.jo|", ["join"]],
    ["[1].ap|", ["append"]],
    ["for i in range(3):\n    Param|", ["Parameter"]],
    ["print(np.|", ["zeros"]],
    ["from mindspore.common.ini|", ["initializer"]],
    ["from mindspore.common.initializer import Nor|", ["Normal", "XavierUniform"]],
    ["import num|", ["numpy"]],
    ["import mindspore.|", ["nn", "ops", "common"]],
    ["la|", ["lambda", "len"]],
    ["nn.Conv2d(3, 64, kernel_|", ["kernel_size=", "weight_init="]],
    ["nn.Conv2d(3, 64, kernel_size=3, |", ["weight_init="]],
    ["def f(p: Parameter):\n    p.|", ["requires_grad"]],
    ["with open('a') as f:\n    |", ["f"]],
    [
      "class Net(nn.Cell):\n    def __init__(self):\n        self.dense = nn.Dense(1, 2)\nn = Net()\nn.|",
      ["dense", "trainable_params"],
    ],
  ])("offers at %j", (code, expected) => {
    expect(offered(code, imports)).toEqual(expect.arrayContaining(expected));
  });

  test.each([
    ["# np.|"],
    ["'np.|"],
    ['"""np.\nnp.|'],
    ["1.|"],
    ["def |"],
    ["class |"],
    ["import numpy as |"],
    ["no_such_name.|"],
    ["x = 3  # np.|"],
  ])("offers nothing at %j", (code) => {
    expect(offered(code, imports)).toEqual([]);
  });

  test("an argument that is given is not offered again, and private names never", () => {
    expect(offered("nn.Conv2d(3, 64, kernel_size=3, |", imports)).not.toContain("kernel_size=");
    expect(offered("np.|", imports).filter((name) => name.startsWith("_"))).toEqual([]);
  });

  test("a name takes what the latest cell above gave it, and the cell's own line comes last of all", () => {
    expect(offered("a.|", "a = 'text'", "import numpy as np\na = np.ones(2)")).toContain("reshape");
    expect(offered("a = 'x'\na.|\na = 3", "a = 3.5")).toContain("join");
    expect(offered("helper|", "def helper_two(x, y=1):\n    return x")).toContain("helper_two");
  });

  test("a notebook's name for a package wins over the package's own", () => {
    expect(offered("numpy.|")).toEqual([]); // not imported
    expect(offered("mindspore.|")).toContain("Parameter"); // every session has it
  });
});

describe("hover", () => {
  test.each([
    [
      "nn.Con|v2d(1, 2, 3)",
      "class Conv2d(in_channels, out_channels, kernel_size, stride=1, pad_mode='same', padding=0",
    ],
    ["n|p.zeros(3)", "module numpy"],
    ["x = Tensor([1])\nx.asnum|py()", "asnumpy() -> ndarray"],
    ["x = Tensor([1])\nprint(|x)", "x: Tensor"],
    ["from mindspore.common.initializer import Nor|mal", "class Normal(sigma=0.01, mean=0.0)"],
    ["def f(a, b=1):\n  return a\n|f(1)", "def f(a, b=1)"],
    ["np.p|i", "pi = 3.141592653589793"],
    ["ops.ad|d(1, 2)", "add(x, y)"],
  ])("says at %j", (code, expected) => {
    expect(headline(code, imports)?.slice(0, expected.length)).toBe(expected);
  });

  test("says what a name is for, in a sentence", () => {
    const docs = ["nn.De|nse", "np.aran|ge", "np.ravel|", "Tensor.asnu|mpy", "np.ad|d"].map(
      (code) => hover(at(code, imports))?.description.doc ?? "",
    );
    for (const doc of docs) expect(doc).toMatch(/^\S.{8,}\.$/s);
  });
});

describe("callHelp", () => {
  test.each([
    ["nn.Conv2d(|", "in_channels"],
    ["nn.Conv2d(3, 64, |", "kernel_size"],
    ["nn.Conv2d(3, (1, 2), [3, |", "kernel_size"],
    ["nn.Conv2d(3, weight_init=|", "weight_init=None"],
    ["np.add(1, |", "x2"],
    ["np.zeros([2, 3], dtype=np.float|", "dtype=float"],
    ["net = nn.Dense(3, 4)\nnet(|", "x"],
    ["Parameter(Tensor([1]), |", "name=None"],
    ["Parameter(Tensor([1]), name='a|", "name=None"],
    ["def f(a, *rest):\n  pass\nf(1, 2, |", "*rest"],
  ])("at %j the parameter is %s", (code, expected) => {
    const help = callHelp(at(code, imports));
    expect(help?.description.params?.[help.active]).toBe(expected);
  });

  test("outside of a call there is none", () => {
    expect(callHelp(at("nn.Conv2d(3, 64, 3)|", imports))).toBeUndefined();
    expect(callHelp(at("[1, |", imports))).toBeUndefined();
    expect(callHelp(at("def f(|", imports))).toBeUndefined();
  });
});

test("every name of the surface has a sentence that says what it is for", () => {
  const bare = surface.things.filter(
    ({ kind, path, doc }) =>
      !doc && !path.startsWith("builtins") && ["function", "class", "method", "property"].includes(kind),
  );
  expect(bare.map(({ path }) => path)).toEqual([]);
});

test("a text of any length and shape is read in a straight line", () => {
  for (const bad of [
    '"""'.repeat(20_000),
    "(".repeat(50_000),
    "a.".repeat(50_000),
    "'\\".repeat(30_000),
    "x=".repeat(30_000),
  ]) {
    expect(lex(bad).statements.length).toBeGreaterThanOrEqual(0);
    expect(() => complete({ surface, above: [bad], source: bad, offset: bad.length })).not.toThrow();
  }
});
