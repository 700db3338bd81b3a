import { expect, test } from "@playwright/test";
import { cellAt, fileOf, openButton, openEmpty, openPage, runBelow } from "../page";
import { bombs, floodNotebook } from "./bombs";
import { floods } from "./floods";

/* Every bomb and every flood on the whole page, which goes on working. */
test.describe.configure({ timeout: 120_000 });

for (const { name, text, isReal, says } of bombs)
  test(`${name}: a sentence or a notebook, on a page that works`, async ({ page }) => {
    const file = text();
    expect(isReal(file)).toBe(true);
    await openPage(page);
    await openButton(page).setInputFiles(fileOf("bomb.ipynb", file));
    if (says === "notebook") {
      await expect(page).toHaveURL(/\/notebook\/#\w+$/, { timeout: 30_000 });
      await expect(cellAt(page, 0)).toBeVisible({ timeout: 30_000 });
    } else
      await expect(page.getByRole("alert").filter({ hasText: "bomb.ipynb" })).toContainText(says, { timeout: 30_000 });
    expect(await page.evaluate(() => "polluted" in {})).toBe(false);
    // the page answers: a step of its own takes no more than a moment
    const took = await page.evaluate(async () => {
      const from = performance.now();
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      return performance.now() - from;
    });
    expect(took).toBeLessThan(5_000);
    await openEmpty(page);
  });

for (const flood of floods)
  test(`${flood.name} from a cell: the page works, and the kernel or a fresh one runs the next cell`, async ({
    page,
  }) => {
    await openPage(page);
    await openButton(page).setInputFiles(fileOf("flood.ipynb", floodNotebook(flood)));
    await expect(page).toHaveURL(/\/notebook\/#\w+$/);
    await expect(page.locator("[data-cell]")).toHaveCount(flood.cells.length);
    await page.getByRole("button", { name: /^(Run all|全部运行)$/ }).click();
    await expect(
      cellAt(page, flood.cells.length - 1)
        .locator("[data-status]")
        .first(),
    ).toHaveAttribute("data-status", /ok|error|lost|interrupted|notRun/, { timeout: 60_000 });
    const kernel = page.getByTestId("kernel");
    if ((await kernel.getAttribute("data-phase")) === "dead")
      await page.getByRole("button", { name: /^(Restart|重启)$/ }).click();
    await cellAt(page, 0).focus();
    const next = await runBelow(page, "print(6 * 7)");
    await expect(next.locator("[data-output] pre")).toHaveText("42");
  });
