import { readFileSync } from "node:fs";
import type { PyodideInterface } from "pyodide";
import { beforeAll, expect, test } from "vitest";
import { startPython } from "./testing";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
let python: PyodideInterface;

beforeAll(async () => {
  python = await startPython();
  python.runPython(read("./numpyVectors.py"));
});

/** What a function of numpyVectors.py says about a vector file: one line for each case that differs. */
function differences(check: string, vectors: string): string {
  python.globals.set("vectors", read(`../../engine/vectors/${vectors}`));
  return python.runPython(`${check}(vectors)`);
}

test("every operation of NumPy's vectors gives the same bits through the Python package", () => {
  expect(differences("check_operations", "numpy_ops.json")).toBe("");
});

test("every array and scalar of NumPy's vectors prints the same text through the Python package", () => {
  expect(differences("check_printing", "numpy_print.json")).toBe("");
});
