import { execFileSync } from "node:child_process";
import { chromium, expect, test } from "@playwright/test";
import { openSite } from "./kernel/site";

/** Megabytes that a process and all it has started hold in memory now. */
function residentMegabytes(root: number): number {
  const rows = execFileSync("ps", ["-eo", "pid=,ppid=,rss="], { encoding: "utf8" }).trim().split("\n");
  const processes = rows.map((row) => row.trim().split(/\s+/).map(Number) as [number, number, number]);
  const family = new Set([root]);
  let kilobytes = 0;
  // a child has a higher number than its parent, but for the rare wrap-around
  for (const [pid, parent, rss] of processes.toSorted(([a], [b]) => a - b)) {
    if (family.has(parent)) family.add(pid);
    if (family.has(pid)) kilobytes += rss;
  }
  return kilobytes / 1024;
}

test("ten thousand tensors of 1 MB, made and dropped, leave the memory flat", async () => {
  test.setTimeout(180_000);
  const site = await openSite();
  const { executablePath, args } = test.info().project.use.launchOptions ?? {};
  const server = await chromium.launchServer({ executablePath, args });
  const pid = server.process().pid ?? 0;
  const browser = await chromium.connect(server.wsEndpoint());
  const page = await browser.newPage();
  await page.goto(site.url);

  const dropTensors = (count: number) =>
    page.evaluate(async (count) => {
      const code = `import numpy as np
ones = np.ones((512, 512), np.float32)
for _ in range(${count}):
    t = mindspore.Tensor(ones)
t.shape`;
      const events = await window.testing.run(code);
      return events.at(-1);
    }, count);

  expect(await dropTensors(100)).toMatchObject({ outcome: "ok" });
  const before = residentMegabytes(pid);
  let peak = before;
  const sampler = setInterval(() => {
    peak = Math.max(peak, residentMegabytes(pid));
  }, 200);
  expect(await dropTensors(10_000)).toMatchObject({ outcome: "ok" });
  clearInterval(sampler);
  console.log(`resident memory: ${before.toFixed(0)} MB before, ${peak.toFixed(0)} MB at most`);
  expect(peak - before).toBeLessThan(1_000); // of 10,000 MB; the collector lets some hundred gather
  await browser.close();
  await server.close();
  site.close();
});
