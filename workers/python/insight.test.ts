import type { PyCallable } from "pyodide/ffi";
import { beforeAll, describe, expect, test } from "vitest";
import type { Completion, Inspection } from "../protocol";
import { startPython } from "./testing";

/* What the live names tell; a `|` in the code is the caret. */

let ask: (question: "complete" | "inspect_name", setup: string, marked: string) => unknown;
beforeAll(async () => {
  const python = await startPython();
  const answer = python.runPython(`
import json
from _kernel.insight import complete, inspect_name

def answer(question, setup, code, offset):
    names = {"__name__": "__main__"}
    exec(setup, names)
    found = {"complete": complete, "inspect_name": inspect_name}[question](names, code, offset)
    return json.dumps([found, names.get("touched", [])])
answer
`) as PyCallable;
  ask = (question, setup, marked) => {
    const offset = [...marked.slice(0, marked.indexOf("|"))].length;
    const [found, touched] = JSON.parse(answer(question, setup, marked.replace("|", ""), offset));
    expect(touched).toEqual([]); // no code of the reader's ran
    return found;
  };
});

const names = (setup: string, marked: string) =>
  (ask("complete", setup, marked) as Completion[]).map(({ text }) => text);
const shown = (setup: string, marked: string) => ask("inspect_name", setup, marked) as Inspection | null;

const watched = `
touched = []
class Meta(type):
    def __getattribute__(cls, name):
        touched.append(name)
        return type.__getattribute__(cls, name)
class Trap(metaclass=Meta):
    "A trap."
    plain = 1
    def __init__(self, a, b=object()):
        self.own = 3
    @property
    def dear(self):
        touched.append("dear")
    def __getattr__(self, name):
        touched.append(name)
    def __repr__(self):
        touched.append("repr")
        return ""
    def __dir__(self):
        touched.append("dir")
        return []
trap = Trap(1)
touched.clear()
`;

describe("complete", () => {
  test("offers names and attributes by their beginnings", () => {
    expect(names("value_one = 1\nvalue_two = 'x'", "value_|")).toEqual(["value_one", "value_two"]);
    expect(names("d = {'a': 1}", "d.|")).toContain("items");
    expect(names("d = {'a': 1}", "d.|")).not.toContain("__len__");
    expect(names("import math", "math.sq|")).toEqual(["sqrt"]);
  });

  test("offers what only the live object knows: its own attributes, a network's layers", () => {
    expect(names("class A: pass\na = A()\nsetattr(a, 'made_' + 'later', 1)", "a.|")).toEqual(["made_later"]);
    expect(names("import types\nbox = types.SimpleNamespace(only_live=3)", "box.on|")).toEqual(["only_live"]);
    expect(
      names(
        "from mindspore import nn\nnet = nn.ReLU()\nclass N(nn.Cell):\n  pass\nn = N()\nn.fc = nn.Dense(1, 2)",
        "n.f|",
      ),
    ).toContain("fc");
    expect(
      names("from mindspore import nn\nclass N(nn.Cell):\n  pass\nn = N()\nn.fc = nn.Dense(1, 2)", "n.fc.wei|"),
    ).toContain("weight");
  });

  test("runs nothing of the reader's: no property, no __getattr__, no metaclass", () => {
    expect(names(watched, "trap.|")).toEqual(["dear", "own", "plain"]);
    expect(names(watched, "trap.dear.|")).toEqual([]);
    expect(names(watched, "tra|")).toEqual(["Trap", "trap"]);
  });

  test("counts as the page does, in UTF-16 units", () => {
    const [first] = ask("complete", "值 = {}", "'😀'; 值.upd|") as Completion[];
    expect(first).toMatchObject({ text: "update", from: "'😀'; 值.".length });
  });

  test("is bounded, and knows nothing behind a call or an index", () => {
    expect(names("globals().update({f'n{i}': i for i in range(5000)})", "n|")).toHaveLength(400);
    expect(names("a = [1]", "a[0].|")).toEqual([]);
    expect(names("a = 1", "missing.|")).toEqual([]);
  });
});

describe("inspect_name", () => {
  test.each([
    ["x = 3", "|x", "x: int", "3"],
    ["import numpy as np\na = np.arange(3)", "a|", "a: ndarray (3,) int64", "array([0, 1, 2])"],
    ["from mindspore import Tensor\nt = Tensor([1.0, 2.0])", "print(t|)", "t: Tensor (2,) Float32", "[1. 2.]"],
    [
      "def f(a, /, b=2, *rest, c, d=None, **more): 'Does it.'",
      "f|(1)",
      "f(a, /, b=2, *rest, c, d=None, **more)",
      undefined,
    ],
    [watched, "trap|", "trap: Trap", undefined],
    [watched, "Tr|ap", "class Trap(a, b=…)", undefined],
  ])("of %j at %j", (setup, code, signature, value) => {
    expect(shown(setup, code)).toMatchObject({ signature });
    expect(shown(setup, code)?.value).toBe(value);
  });

  test("gives docstrings, the place of the name, and nothing for what is not there", () => {
    expect(shown("def f(): 'Does it.'", "x = f|()")).toMatchObject({ documentation: "Does it.", from: 4, to: 5 });
    expect(shown("", "nothing|")).toBeNull();
    expect(shown("x = 1", "x + |")).toBeNull();
  });

  test("cuts what is long and leaves alone what would be dear to print", () => {
    expect(shown("x = list(range(10 ** 6))", "x|")?.value?.length ?? 0).toBeLessThan(500);
    expect(shown("import numpy as np\nx = np.zeros(10 ** 6)", "x|")?.value).toBeUndefined();
    expect(shown("x = 'y' * 10 ** 6", "x|")?.value?.length).toBeLessThan(500);
  });
});
