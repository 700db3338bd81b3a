import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { type NodeKernel, openNodeKernel } from "./node";
import type { CellLanguage, RunEvent } from "./protocol";
import { transcript } from "./typescript/transcript";

let kernel: NodeKernel;
beforeAll(async () => {
  kernel = await openNodeKernel(fileURLToPath(new URL("../public/python", import.meta.url)));
  await python(
    "import numpy as np\nfrom mindspore import nn, Parameter, Tensor, ParameterTuple\nfrom mindspore.common.initializer import Normal",
  );
  await typescript(
    "import { nn, Normal, ops, Parameter, ParameterTuple, Tensor, setSeed, Float } from 'mindspore'; import * as np from 'numpy'",
  );
});

async function run(language: CellLanguage, code: string): Promise<string> {
  const events: RunEvent[] = [];
  await kernel.run({ id: "cell", code, language }, (event) => events.push(event));
  return transcript(events);
}
const python = (code: string) => run("python", code);
const typescript = (code: string) => run("typescript", code);

describe("py and ts", () => {
  test("a tensor is the same in both languages", async () => {
    await python("t = Tensor([1.0, 2.0, 3.0])\np = Parameter(Tensor([[1, 2]]), name='p')\na = np.zeros(3)");
    expect(
      await typescript(
        "const t = py.t, p = py.p, a = py.a; t.set([0], 9); a.set([1], 5); p.name = 'renamed'; print(t, p, a)",
      ),
    ).toBe("[9. 2. 3.] Parameter (name=renamed, shape=(1, 2), dtype=Int64, requires_grad=True) [0. 5. 0.]");
    expect(await python("print(t, p.name, a, ts.p is p, ts.a.base is None)\nts.a[2] = 7; ts.t[1] = 8")).toBe(
      "[9. 2. 3.] renamed [0. 5. 0.] True True",
    );
    expect(await typescript("print(t, a)")).toBe("[9. 8. 3.] [0. 5. 7.]");
  });
  test("what TypeScript makes is the same in Python", async () => {
    await typescript(
      "const own = new Parameter(np.ones([2]), { name: 'own' }); const pair = new ParameterTuple([own, new Parameter(1, { name: 'b' })])",
    );
    expect(
      await python(
        "q = ts.own\nq.set_data(Tensor(np.array([3.0, 4.0])))\nprint(type(q).__name__, ts.own is q, ts.pair)",
      ),
    ).toContain("ParameterTensor True (Parameter (name=own");
    expect(await typescript("print(own.asnumpy())")).toBe("[3. 4.]");
  });
  test("layers cross with their parameters", async () => {
    await python("net = nn.Dense(2, 1, weight_init='ones')");
    expect(await typescript("print(py.net.weight, py.net.call(new Tensor([[1.0, 2.5]])))")).toBe(
      "Parameter (name=weight, shape=(1, 2), dtype=Float32, requires_grad=True) [[3.5]]",
    );
    await typescript(
      "class Net extends nn.Cell { fc = new nn.Dense(2, 1, { weightInit: 'ones' }); construct(x) { return ops.mul(this.fc.call(x), 2) } }\nconst tnet = new Net()",
    );
    expect(
      await python(
        "print(ts.tnet(Tensor([[1.0, 2.5]])), ts.tnet is ts.tnet, list(ts.tnet.parameters_dict()), ts.tnet.fc.in_channels)\nts.tnet",
      ),
    ).toBe(
      "[[7.]] True ['fc.weight', 'fc.bias'] 2\n=> Net<\n  (fc): Dense<input_channels=2, output_channels=1, has_bias=True>\n  >",
    );
    await python("class Own(nn.Cell):\n    def construct(self, x): return x\nown_net = Own()");
    expect(await typescript("py.own_net.call(new Tensor([1]))")).toContain(
      "NotImplementedError: The construct of this cell is written in Python",
    );
  });
  test("initializers cross", async () => {
    await python("init = Normal(0.5)");
    expect(await typescript("const back = py.init; [back, back instanceof Normal]")).toBe(
      "=> [ Normal(sigma=0.5, mean=0), true ]",
    );
    expect(
      await python(
        "(type(ts.back).__name__, isinstance(ts.back, Normal), ts.back.sigma, nn.Dense(2, 2, weight_init=ts.back).weight.shape)",
      ),
    ).toBe("=> ('Normal', True, 0.5, (2, 2))");
  });
  test.each([
    ["True", "true"],
    ["3", "3"],
    ["2**60", "1152921504606846976n"],
    ["0.5", "0.5"],
    ["float('-inf')", "-Infinity"],
    ["'孢子 \"q\"'", "'孢子 \"q\"'"],
    ["None", "null"],
    ["[1, 'a', [2.5]]", "[ 1, 'a', [ 2.5 ] ]"],
    ["(1, 2)", "[ 1, 2 ]"],
    ["{'a': {'b': None}}", "{ a: { b: null } }"],
    ["{1: 'one', (2,): 'two'}", "Map(2) { 1 => 'one', [ 2 ] => 'two' }"],
    ["{3}", "Set(1) { 3 }"],
    ["b'\\x00\\xff'", "Uint8Array(2) [ 0, 255 ]"],
    ["1+2j", "(1+2j)"],
    ["np.float32(1.5)", "1.5"],
    ["np.dtype('int32')", "'int32'"],
    ["mindspore.float16", "'float16'"],
    ["range(3)", "[ 0, 1, 2 ]"],
    ["[Tensor([1])]", "[ Tensor(shape=[1], dtype=Int64, value= [1]) ]"],
  ])("Python's %s is %s in TypeScript", async (value, shown) => {
    await python(`value = ${value}`);
    expect(await typescript("py.value")).toBe(`=> ${shown}`);
  });
  test.each([
    ["true", "True"],
    ["3", "3"],
    ["2n ** 70n", "1180591620717411303424"],
    ["0.5", "0.5"],
    ["new Float(2)", "2.0"],
    ["NaN", "nan"],
    ["-0", "-0.0"],
    ["'孢子'", "'孢子'"],
    ["undefined", ""],
    ["[1, 'a', [2.5]]", "[1, 'a', [2.5]]"],
    ["tuple([1, 2])", "(1, 2)"],
    ["{ a: { b: null } }", "{'a': {'b': None}}"],
    ["new Map([[1, 'one']])", "{1: 'one'}"],
    ["new Set([3])", "{3}"],
    ["new Uint8Array([0, 255])", "b'\\x00\\xff'"],
    ["new Float32Array([1, 2.5])", "array([1. , 2.5], dtype=float32)"],
    ["[new Tensor([1])]", "[Tensor(shape=[1], dtype=Int64, value= [1])]"],
  ])("TypeScript's %s is %s in Python", async (value, shown) => {
    await typescript(`const value: any = ${value}`);
    expect(await python("ts.value")).toBe(shown === "" ? "" : `=> ${shown}`);
  });
  test("what cannot cross says so, and what does", async () => {
    await python("def f(): pass\nloop = []\nloop.append(loop)");
    expect(await typescript("py.f")).toContain(
      "TypeError: py.f cannot cross to TypeScript: a Python function has no form there. Tensors, parameters",
    );
    expect(await typescript("py.loop")).toContain("it contains itself");
    expect(await typescript("py.nothing")).toMatch(/ReferenceError: Python has no variable 'nothing'; it has np, nn, /);
    await typescript("const g = () => 1; class C {} const c = new C(); const sym = Symbol()");
    expect(await python("ts.g")).toContain("TypeError: ts.g cannot cross to Python: a function has no form there.");
    expect(await python("ts.c")).toContain("an object of the class C has no form there");
    expect(await python("ts.nothing")).toMatch(/AttributeError: TypeScript has no variable 'nothing'; it has /);
    expect(await python("ts.x = 1")).toContain("AttributeError: 'ts' only reads");
  });
  test("py gives a Python variable a value", async () => {
    await typescript("py.fromTs = { list: [1, 2], w: new Tensor([1.5]) }");
    expect(await python("fromTs")).toBe(
      "=> {'list': [1, 2], 'w': Tensor(shape=[1], dtype=Float32, value= [ 1.50000000e+00])}",
    );
    expect(await typescript("py.bad = () => 1")).toContain(
      "TypeError: The value for py.bad cannot cross to Python: a function has no form there.",
    );
    expect(await typescript("['fromTs' in py, Object.keys(py).includes('fromTs'), 'nope' in py]")).toBe(
      "=> [ true, true, false ]",
    );
  });
  test("seed, era and draws are one", async () => {
    await python("mindspore.set_seed(1)\nfirst = nn.Dense(3, 4, weight_init='normal').weight.asnumpy()");
    await typescript("const second = new nn.Dense(3, 4, { weightInit: 'normal' }).weight.asnumpy()");
    await python(
      "mindspore.set_seed(1)\nboth = [nn.Dense(3, 4, weight_init='normal').weight.asnumpy() for _ in range(2)]",
    );
    expect(await python("((first == both[0]).all(), (ts.second == both[1]).all())")).toBe("=> (True, True)");
    await typescript("setSeed(7)");
    expect(await python("mindspore.get_seed(), np.random.rand() == np.random.RandomState(7).rand()")).toBe(
      "=> (7, True)",
    );
  });
  test("the variables of both are listed", async () => {
    const variables = kernel.variables();
    expect(variables).toContainEqual({
      name: "own",
      language: "typescript",
      type: "Parameter",
      shape: [2],
      dtype: "Float64",
      bytes: 16,
    });
    expect(variables).toContainEqual({
      name: "t",
      language: "python",
      type: "Tensor",
      shape: [3],
      dtype: "Float32",
      bytes: 12,
    });
    expect(variables.map(({ name }) => name)).not.toContain("ts");
  });
});

test("ten thousand crossings leave nothing behind", async () => {
  await python(`
import gc, pyodide_js
from pyodide.ffi import JsProxy
engine_room = pyodide_js._module
engine_room.enable_pyproxy_allocation_tracing()
def alive():
    gc.collect()
    return sum(isinstance(one, JsProxy) for one in gc.get_objects())
t = Tensor([1.0]); nested = {'list': [t, 1, 'text'], 'array': np.ones(3)}
before = alive()`);
  await typescript("let seen = 0; const back = { w: new Tensor([1]), list: [1, 2, 3] };");
  const made = Number(await python("print(engine_room.pyproxy_alloc_map.size)"));
  expect(await typescript("for (let i = 0; i < 10_000; i++) { seen += py.t.size + py.nested.list.length }\nseen")).toBe(
    "=> 40000",
  );
  expect(await python("total = 0\nfor i in range(10_000): total += len(ts.back['list'])\ntotal")).toBe("=> 30000");
  expect(Number(await python("print(engine_room.pyproxy_alloc_map.size)")) - made).toBeLessThan(10);
  expect(Number((await python("alive() - before")).replace("=> ", ""))).toBeLessThan(20);
});
