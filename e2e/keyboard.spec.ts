import { expect, test } from "@playwright/test";
import expected from "./expected/network-parameters.json" with { type: "json" };
import { activeCell, cellOf, downloadMenu, expectOutcome, openPage, printed } from "./page";

test("the whole tutorial is read, run, changed and taken home by keyboard alone", async ({ page }) => {
  test.setTimeout(240_000);
  await openPage(page);
  const { keyboard } = page;

  // in: past the page's own controls to the first cell
  for (let i = 0; i < 40 && (await activeCell(page).count()) === 0; i++) await keyboard.press("Tab");
  await expect(cellOf(page, "title")).toBeFocused();

  // every cell, one after the other
  const count = await page.locator("[data-cell]").count();
  for (let i = 1; i < count; i++) {
    await keyboard.press("Shift+Enter");
    await expect(page.locator("[data-cell]").nth(i)).toBeFocused();
  }
  await keyboard.press("Control+Enter");
  for (const [id, text] of Object.entries(expected)) {
    await expectOutcome(cellOf(page, id), "ok");
    if (id === "update-weight") expect(await printed(cellOf(page, id))).toBe(text.trimEnd());
  }

  // back up to a cell, a number in it changed, run again
  const cell = cellOf(page, "clone-print");
  for (let i = 0; i < count && !(await cell.evaluate((element) => element === document.activeElement)); i++)
    await keyboard.press("k");
  await keyboard.press("Enter");
  await expect(cell.locator(".monaco-editor")).toHaveClass(/focused/);
  await keyboard.press("Control+Home");
  for (let i = 0; i < "x = Parameter(Tensor([[".length; i++) await keyboard.press("ArrowRight");
  await keyboard.press("Shift+ArrowRight");
  await keyboard.type("7");
  await keyboard.press("Control+Enter");
  await expect(cell.locator("[data-output]")).toContainText("[[7. 2.]");
  await keyboard.press("Escape");
  await expect(cell).toBeFocused();

  // down to a long output, and its fold opened
  const long = cellOf(page, "conv-normal-object");
  for (let i = 0; i < count && !(await long.evaluate((element) => element === document.activeElement)); i++)
    await keyboard.press("j");
  const fold = long.getByRole("button", { name: "Show all" });
  for (let i = 0; i < 20 && !(await fold.evaluate((element) => element === document.activeElement)); i++)
    await keyboard.press("Tab");
  await keyboard.press("Enter");
  await expect(long.getByRole("button", { expanded: true })).toBeFocused();

  // help, and back to where one was
  for (let i = 0; i < 20 && !(await long.evaluate((element) => element === document.activeElement)); i++)
    await keyboard.press("Shift+Tab");
  await keyboard.press("h");
  await expect(page.locator("[data-panel=keys]")).toBeVisible();
  await keyboard.press("Escape");
  await expect(page.locator("[data-panel=keys]")).toHaveCount(0);
  await expect(long).toBeFocused();

  // the notebook as a file, from the menu at the top
  const menu = downloadMenu(page);
  for (let i = 0; i < 200 && !(await menu.evaluate((element) => element === document.activeElement)); i++)
    await keyboard.press("Shift+Tab");
  await keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "Jupyter notebook" })).toBeFocused();
  await keyboard.press("End");
  await keyboard.press("ArrowUp");
  const [download] = await Promise.all([page.waitForEvent("download"), keyboard.press("Enter")]);
  expect(download.suggestedFilename()).toBe("network-parameters.en.py");
  await expect(menu).toBeFocused();
});
