import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { type NodeKernel, openNodeKernel } from "../node";
import type { RunEvent } from "../protocol";

let kernel: NodeKernel;
beforeAll(async () => {
  kernel = await openNodeKernel(fileURLToPath(new URL("../../public/python", import.meta.url)));
});

/** What a cell ends in: its result, or its error. */
async function endOf(code: string): Promise<string | undefined> {
  const events: RunEvent[] = [];
  await kernel.run({ id: "cell", code, language: "typescript" }, (event) => events.push(event));
  for (const event of events) {
    if (event.type === "error") return `${event.name}: ${event.message}`;
    if (event.type === "result") return event.bundle["text/plain"] as string;
  }
}

test("a list that grows without end gets a MemoryError, and what comes after it works", async () => {
  const grow =
    "import * as np from 'numpy'\nconst held = []\nfor (let i = 0; i < 100; i++) held.push(np.zeros([4096, 8192]))";
  expect(await endOf(grow)).toBe(
    "MemoryError: Unable to allocate 256. MiB for an array with shape (4096, 8192) and data type float64",
  );
  expect(await endOf("held.length")).toBe("12");
  expect(await endOf("np.zeros([4096, 8192]).size")).toContain("MemoryError");
  expect(await endOf("held.length = 0; np.zeros([4096, 8192]).size")).toBe("33554432");
  const loop = "let total = 0\nfor (let i = 0; i < 60; i++) total += np.zeros([4096, 8192]).shape[0]\ntotal"; // 15 GiB
  expect(await endOf(loop)).toBe(`${60 * 4096}`);
});
