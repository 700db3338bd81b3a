import { expect, test } from "@playwright/test";
import { openEmpty, openPage, pythonReady, runBelow, runCode } from "./page";

test("the panel lists the variables of both languages, and shows a value", async ({ page }) => {
  test.setTimeout(120_000);
  const { errors } = await openPage(page);
  await pythonReady(page);
  const cell = await openEmpty(page);
  await pythonReady(page);
  await page.getByRole("button", { name: "Variables" }).click();
  const panel = page.locator("[data-panel=variables]");
  await expect(panel).toContainText("No variables yet");

  await runCode(page, cell, "import numpy as np\nfrom mindspore import Tensor\ngrid = np.ones([2, 3])\nlabel = 'a'");
  await page.keyboard.press("Escape");
  await page.keyboard.press("b");
  await page.keyboard.press("Escape");
  await page.keyboard.press("t");
  const below = page.locator("[data-cell][data-active]");
  await runCode(page, below, "const doubled = py.grid.T;\nlet count = 3;");

  const rows = panel.locator("tbody tr");
  await expect(rows).toHaveCount(4);
  await expect(rows.first()).toHaveText(/^count.*TS.*number/);
  await expect(panel.getByRole("row", { name: /grid/ })).toHaveText(/grid.*Py.*ndarray.*\(2, 3\).*float64.*48 B/);
  await panel.getByRole("button", { name: /^Size/ }).click();
  await panel.getByRole("button", { name: /^Size/ }).click();
  await expect(panel.getByRole("columnheader", { name: /Size/ })).toHaveAttribute("aria-sort", "descending");
  await expect(rows.first()).toContainText("doubled");

  await panel.getByRole("searchbox").fill("ndarray 48");
  await expect(rows).toHaveCount(2);
  await panel.getByRole("searchbox").fill("");
  await rows.first().getByRole("button").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const value = panel.getByRole("region", { name: "Value of grid" });
  await expect(value).toContainText("array([[1., 1., 1.]");

  await value.getByRole("button", { name: "Insert as a cell" }).click();
  const inserted = page.locator("[data-cell][data-active]");
  await expect(inserted).toContainText("grid");
  await expect(inserted).toHaveAccessibleName(/^Code cell/);
  await inserted.focus();
  await page.keyboard.press("Control+Enter");
  await expect(inserted.getByText("[3]")).toBeVisible(); // looking at a value was not counted
  await runBelow(page, "del label");
  await expect(rows).toHaveCount(3);
  expect(errors).toEqual([]);
});
