import type { PyodideInterface } from "pyodide";
import { beforeAll, expect, test } from "vitest";
import { startPython } from "./testing";

let python: PyodideInterface;
beforeAll(async () => {
  python = await startPython();
  python.runPython("import numpy as np\nfrom mindspore import Tensor");
});
const turn = () => new Promise((resolve) => setTimeout(resolve));

test("a list that grows without end gets a MemoryError, and what comes after it works", async () => {
  const said = python.runPython(`
held = []
try:
    for i in range(100):
        held.append(np.zeros((4096, 8192)))
    said = "no error"
except MemoryError as error:
    said = str(error)
said`);
  expect(said).toBe("Unable to allocate 256. MiB for an array with shape (4096, 8192) and data type float64");
  expect(python.runPython("len(held)")).toBe(12);
  expect(python.runPython("str(np.arange(3) + 1)")).toBe("[1 2 3]");
  expect(python.runPython("held.clear()\nnp.zeros((4096, 8192)).shape[0]")).toBe(4096);
  await turn();
});

test("a loop that makes and drops arrays goes on within one cell, far beyond what may be held", () => {
  const sizes = "sum(np.zeros((4096, 8192)).shape[0] for _ in range(60))"; // 15 GiB
  expect(python.runPython(sizes)).toBe(60 * 4096);
});

test("a tensor counts once with the array under it", () => {
  const count = python.runPython(`
import _engine
array = np.zeros((1024, 1024))
tensor = Tensor.from_numpy(array)
kept = [one for one in _engine.held() if one.nbytes >= 2**16]
(len(kept), sum(one.nbytes for one in kept))`);
  expect(count.toJs()).toEqual([2, 2 ** 24]);
});
