import { readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { startPython } from "./testing";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

const script = readFileSync(new URL("./fuzz.py", import.meta.url), "utf8");
const batch = 5_000;
const batches = 20;

test("100,000 random calls return or raise a named exception, in flat memory", { timeout: 1_800_000 }, async () => {
  const python = await startPython();
  python.runPython(script);
  const run = python.globals.get("run");
  const complaints: string[] = [];
  const heap: number[] = [];
  for (let seed = 0; seed < batches; seed++) {
    const result = run(seed, batch);
    const [returned, raised, found] = result.toJs();
    result.destroy();
    expect(returned + raised).toBeGreaterThan(0);
    complaints.push(...found);
    python.runPython("import gc; gc.collect()");
    collect();
    const { heapUsed, external, arrayBuffers } = process.memoryUsage();
    heap.push(heapUsed + external + arrayBuffers);
  }
  run.destroy();
  expect([...new Set(complaints)].slice(0, 20)).toEqual([]);
  // the first batches fill caches; after them nothing may grow by more than noise
  const grown = heap.at(-1)! - heap[batches / 4]!;
  expect(grown).toBeLessThan(32 * 2 ** 20);
});
