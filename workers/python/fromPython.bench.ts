import { join } from "node:path";
import { openFace } from "../face";
import { startInNode } from "./startInNode";

const repeats = 10_000;

/** What small operations cost from Python: an element is one operation. */
export async function openCases() {
  const python = await startInNode(join(process.cwd(), "public/python")); // a bench runs bundled, from the root
  python.pyimport("_engine").bind(openFace());
  const timed = python.runPython(`
import numpy as np
from mindspore import Tensor, nn

t = Tensor([1, 2, 3])
f = Tensor([1.5, 2.5, 3.5])
array = np.array([1, 2, 3])
dense = nn.Dense(3, 4)
row = Tensor([[1.0, 2.0, 3.0]])

def repeated(work):
    def run():
        for _ in range(${repeats}):
            work()
    return run

{
    "t + 1 on 3 ints": repeated(lambda: t + 1),
    "t + 1.5 on 3 ints": repeated(lambda: t + 1.5),
    "f + f on 3 floats": repeated(lambda: f + f),
    "t[0]": repeated(lambda: t[0]),
    "t.shape": repeated(lambda: t.shape),
    "Tensor([1, 2, 3])": repeated(lambda: Tensor([1, 2, 3])),
    "Dense(3, 4) on a row": repeated(lambda: dense(row)),
    "array + 1 on 3 ints": repeated(lambda: array + 1),
}
`) as { toJs(options: { dict_converter: typeof Object.fromEntries }): Record<string, () => void> };
  const cases = timed.toJs({ dict_converter: Object.fromEntries });
  return Object.entries(cases).map(([name, run]) => ({ name, elements: repeats, run: () => run() }));
}
