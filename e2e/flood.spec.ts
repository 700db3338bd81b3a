import { expect, type Locator, type Page, test } from "@playwright/test";
import { openEmpty, openPage, pythonReady, runBelow, runCode } from "./page";

/** Counts from now on the turns of the page's event loop; how long the longest task held it is only told, for it is the machine's too. */
async function watch(page: Page): Promise<() => Promise<{ turns: number; longestTask: number }>> {
  await page.evaluate(() => {
    const seen = { turns: 0, longestTask: 0 };
    (window as unknown as { seen: typeof seen }).seen = seen;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longestTask = Math.max(seen.longestTask, duration);
    }).observe({ type: "longtask" });
    const turn = () => {
      seen.turns++;
      setTimeout(turn, 10);
    };
    turn();
  });
  return () => page.evaluate(() => (window as unknown as { seen: { turns: number; longestTask: number } }).seen);
}

/** Megabytes on the page's heap, after a collection. */
async function heapOf(page: Page): Promise<number> {
  const client = await page.context().newCDPSession(page);
  await client.send("HeapProfiler.collectGarbage");
  const { metrics } = await client.send("Performance.enable").then(() => client.send("Performance.getMetrics"));
  await client.detach();
  return (metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? 0) / 1e6;
}

async function begin(page: Page): Promise<Locator> {
  await openPage(page);
  const cell = await openEmpty(page);
  await pythonReady(page);
  return cell;
}

test("a million lines leave the page alive, and every one of them can be read", async ({ page }) => {
  const cell = await begin(page);
  const before = await heapOf(page);
  const seen = await watch(page);
  await runCode(page, cell, "for i in range(0, 10**6, 500): print(*range(i, i + 500), sep='\\n')");
  const { turns, longestTask } = await seen();
  console.log(`a million lines: ${turns} turns, longest task ${longestTask} ms`);
  expect(turns).toBeGreaterThan(50);
  await expect(cell.locator("[data-output]")).toContainText("999,973 more lines");
  expect((await heapOf(page)) - before).toBeLessThan(60);
  expect(await cell.locator("[data-output] *").count()).toBeLessThan(100);
  await cell.getByRole("button", { name: "Show all 1,000,000 lines" }).click();
  await cell.getByRole("button", { name: "Lines after" }).click();
  await expect(cell.getByRole("status").filter({ hasText: "of 1,000,000" })).toHaveText(
    /^Lines [56],\d{3}–\d+,\d{3} of/,
  );
  await cell.getByRole("button", { name: "Last lines" }).click();
  await expect(cell.locator("[data-output] section")).toContainText("999999");
  const download = page.waitForEvent("download");
  await cell.getByRole("button", { name: "Download" }).click();
  const stream = await (await download).createReadStream();
  let bytes = 0;
  for await (const part of stream) bytes += (part as Buffer).length;
  expect(bytes).toBe(6_888_890);
});

test("a line of 100 MB is never laid out whole", async ({ page }) => {
  const cell = await begin(page);
  const before = await heapOf(page);
  const seen = await watch(page);
  await runCode(page, cell, "print('x' * 100_000_000 + 'end')");
  const { turns, longestTask } = await seen();
  console.log(`a line of 100 MB: ${turns} turns, longest task ${longestTask} ms`);
  expect(turns).toBeGreaterThan(20);
  expect((await cell.locator("[data-output]").textContent())!.length).toBeLessThan(5_000);
  expect((await heapOf(page)) - before).toBeLessThan(30);
});

test("a flood without end is stopped at once, shows its newest lines and keeps its size", async ({ page }) => {
  const cell = await begin(page);
  await runCode(page, cell, "kept = 41");
  const before = await heapOf(page);
  const flood = await runBelow(page, "n = 0\nwhile True:\n    n += 1\n    print(*range(200))", "running");
  await expect(flood.locator("[data-output]")).toContainText("more lines");
  await page.waitForTimeout(4_000);
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(flood.getByTestId("run-status")).toHaveText("stopped");
  expect((await heapOf(page)) - before).toBeLessThan(60);
  const after = await runBelow(page, "kept + 1");
  await expect(after.locator("[data-output]")).toHaveText("42");
});
