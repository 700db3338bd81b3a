import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { openNodeKernel } from "../node";
import type { RunEvent } from "../protocol";
import { programs } from "./programs";
import { transcriptOf } from "./transcript";

const packages = fileURLToPath(new URL("../../public/python", import.meta.url));

beforeAll(() => {
  process.removeAllListeners("unhandledRejection"); // the runner's, which would take a program's rejection for its own
});

test.each(programs)("$title", async ({ cells, shows }) => {
  const kernel = await openNodeKernel(packages);
  const runs: RunEvent[][] = [];
  for (const code of cells) {
    const events: RunEvent[] = [];
    await kernel.run({ id: "cell", code, language: "typescript" }, (event) => events.push(event));
    runs.push(events);
  }
  expect(transcriptOf(runs)).toBe(shows);
});

test("the table has at least 60 programs, each with a title of its own", () => {
  expect(programs.length).toBeGreaterThanOrEqual(60);
  expect(new Set(programs.map(({ title }) => title)).size).toBe(programs.length);
});
