import { expect, test } from "@playwright/test";
import { carryOut, floods } from "./floods";
import { openKernelSite } from "./site";

/*
 * Every flood with the budgets that the product has, and without any, where the page is given all of it. The pages hold
 * only the kernel; what the notebook's own page does is in bombs.spec.ts.
 */
test.describe.configure({ timeout: 180_000 });

test(`${floods.length} floods are cut or end their kernel, and the next one runs cells`, async ({ page }) => {
  const site = await openKernelSite("up");
  await page.goto(site.url);
  for (const flood of floods) {
    const { received, dead } = await carryOut(page, flood);
    console.log(`${flood.name}: ${received} of ${flood.received}${dead ? `, ${dead}` : ""}`);
    expect(received, flood.name).toBeLessThan(flood.received);
    expect(received, flood.name).toBeLessThan(2_100);
    if (dead !== undefined)
      expect(dead, flood.name).toBe("The kernel was ended: a cell flooded the page with messages.");
    const events = await page.evaluate(async () => {
      await window.testing.kernel.restart();
      return window.testing.run("6 * 7", undefined, "typescript");
    });
    expect(JSON.stringify(events), flood.name).toContain("42");
  }
  site.close();
});

test("without the budgets the page is given all of each flood", async ({ page }) => {
  const site = await openKernelSite("unlimited");
  await page.goto(site.url);
  for (const flood of floods) {
    const startedAt = Date.now();
    const outcome = await carryOut(page, flood);
    console.log(`${flood.name}: ${outcome.received}, ${Date.now() - startedAt} ms`);
    expect(outcome, flood.name).toEqual({ received: flood.received, dead: undefined });
  }
  site.close();
});
