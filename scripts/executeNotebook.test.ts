import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";
import { executeNotebook } from "./executeNotebook";

const packages = fileURLToPath(new URL("../public/python", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "sporebook-"));

function notebook(...sources: string[]): string {
  const cells = sources.map((source, i) => ({
    cell_type: "code",
    id: `c${i}`,
    metadata: { kept: i },
    source,
    outputs: [],
    execution_count: 9,
  }));
  const path = join(folder, `${sources.length}.ipynb`);
  writeFileSync(path, JSON.stringify({ cells, metadata: { kept: "yes" }, nbformat: 4, nbformat_minor: 2 }));
  return path;
}

test("runs the cells in order, writes their outputs, and exits with 0", async () => {
  const out = join(folder, "out.ipynb");
  expect(await executeNotebook([notebook("x = 20", "print('a')\nx + 1"), "--out", out], packages)).toBe(0);
  const written = JSON.parse(readFileSync(out, "utf8"));
  expect([written.nbformat, written.nbformat_minor, written.metadata.kept]).toEqual([4, 5, "yes"]);
  expect(written.cells[1]).toMatchObject({ execution_count: 2, metadata: { kept: 1 } });
  expect(written.cells[1].outputs).toEqual([
    { output_type: "stream", name: "stdout", text: ["a\n"] },
    { output_type: "execute_result", execution_count: 2, metadata: {}, data: { "text/plain": ["21"] } },
  ]);
});

test("exits with 1 after a cell that raises; the ones after it have not run", async () => {
  const out = join(folder, "failed.ipynb");
  expect(await executeNotebook([notebook("1 / 0", "2", "3"), "--out", out], packages)).toBe(1);
  const [raised, ...rest] = JSON.parse(readFileSync(out, "utf8")).cells;
  expect(raised.outputs[0]).toMatchObject({ output_type: "error", ename: "ZeroDivisionError" });
  for (const cell of rest) expect(cell).toMatchObject({ outputs: [], execution_count: null });
});

test("exits with 1 and says so when a cell breaks Python itself", async () => {
  const out = join(folder, "broken.ipynb");
  const spy = vi.spyOn(console, "error").mockImplementation(() => {});
  expect(await executeNotebook([notebook("1", "2", "3", "import os\nos._exit(3)"), "--out", out], packages)).toBe(1);
  expect(spy).toHaveBeenCalledWith("Python broke in cell 4: Program terminated with exit(3)");
  spy.mockRestore();
});

const noNotebook = join(folder, "no.ipynb");
writeFileSync(noNotebook, "not\njson");
test.each([
  ["no file", [join(folder, "missing.ipynb")], "there is no such file"],
  ["a folder", [folder], "it is a folder"],
  ["no notebook", [noNotebook], "no.ipynb: "],
  ["no argument", [], "Usage: "],
  ["two files", ["a", "b"], "Usage: "],
  ["an unknown option", ["a", "--verbose"], "Usage: "],
])("exits with 2 and one line for %s", async (_, args, reason) => {
  const lines: string[] = [];
  const spy = vi.spyOn(console, "error").mockImplementation((line) => lines.push(line));
  expect(await executeNotebook(args, packages)).toBe(2);
  spy.mockRestore();
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(reason);
  expect(lines[0]).not.toContain("\n");
});
