import { expect, test } from "@playwright/test";
import { activeCell, cellAt, cellOf, openPage } from "./page";

test("the palette finds commands in both languages and carries them out", async ({ page }) => {
  await openPage(page);
  await cellOf(page, "parameter-kinds").focus();
  await page.keyboard.press("Control+Shift+C");
  const field = page.getByRole("combobox", { name: "Find a command" });
  await expect(field).toBeFocused();
  await field.fill("text cell");
  await expect(page.getByRole("option").first()).toContainText("Make it a text cell");
  await expect(page.getByRole("option").first().locator("kbd")).toHaveText("M");
  await page.keyboard.press("Enter");
  await expect(field).toHaveCount(0);
  await expect(cellOf(page, "parameter-kinds")).toHaveAttribute("data-type", "markdown");
  await expect(cellOf(page, "parameter-kinds")).toBeFocused();

  await page.keyboard.press("F1");
  await field.fill("变为代码");
  await expect(page.getByRole("option").first()).toContainText("Make it a code cell");
  await page.keyboard.press("Enter");
  await expect(cellOf(page, "parameter-kinds")).toHaveAttribute("data-type", "code");

  await page.keyboard.press("F1");
  await page.keyboard.press("Escape");
  await expect(cellOf(page, "parameter-kinds")).toBeFocused();
});

test("the help sheet shows the table of keys, and single letters can be turned off", async ({ page }) => {
  await openPage(page);
  await cellAt(page, 1).focus();
  await page.keyboard.press("h");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(sheet.getByText("Insert a cell above")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+,");
  await page.getByRole("checkbox", { name: "Single-letter keys" }).uncheck();
  await page.keyboard.press("Escape");
  const count = await page.locator("[data-cell]").count();
  await page.keyboard.press("b");
  await page.keyboard.press("ArrowDown");
  await expect(activeCell(page)).toBeFocused();
  expect(await page.locator("[data-cell]").count()).toBe(count);
  await page.reload();
  await cellAt(page, 1).focus();
  await page.keyboard.press("b");
  expect(await page.locator("[data-cell]").count()).toBe(count);
});
