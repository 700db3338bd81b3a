import { readFileSync } from "node:fs";
import type { PyodideInterface } from "pyodide";
import { beforeAll, expect, test } from "vitest";
import { kernelsInUse, useKernels } from "../../engine";
import { startPython } from "./testing";

const program = readFileSync(new URL("../../e2e/expected/bits.py", import.meta.url), "utf8");
const expected = readFileSync(new URL("../../e2e/expected/bits.txt", import.meta.url), "utf8").trimEnd();

let python: PyodideInterface;
beforeAll(async () => {
  python = await startPython();
});

test.each([true, false])("eleven results have the bits they have everywhere, with kernels: %s", (on) => {
  const before = useKernels(on);
  expect(kernelsInUse()).toBe(on);
  expect(python.runPython(program)).toBe(expected);
  useKernels(before);
});
