import { expect, test } from "@playwright/test";
import { cellAt, openEmpty, openPage, printed, pythonReady, runBelow, runCode } from "./page";

test("Stop ends a busy cell and keeps its variables", async ({ page }) => {
  await openPage(page);
  const cell = await openEmpty(page);
  await runCode(page, cell, "x = 41");
  const busy = await runBelow(page, "while True:\n    x += 0", "running");
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(busy.getByTestId("run-status")).toHaveText("stopped");
  const after = await runBelow(page, "x + 1");
  expect(await printed(after)).toBe("42");
});

test("I I stops too, and the cells that waited are not run", async ({ page }) => {
  await openPage(page);
  const cell = await openEmpty(page);
  await runCode(page, cell, "import time\ntime.sleep(60)", "running");
  await page.keyboard.press("Escape");
  await page.keyboard.press("b");
  const second = cellAt(page, 1);
  await runCode(page, second, "print('never')", "queued");
  await page.keyboard.press("Escape");
  await page.keyboard.press("i");
  await page.keyboard.press("i");
  await expect(cell.getByTestId("run-status")).toHaveText("stopped");
  await expect(second.getByTestId("run-status")).toHaveText("not run");
});

test("Restart asks in words, clears the variables and keeps the outputs", async ({ page }) => {
  await openPage(page);
  const cell = await openEmpty(page);
  await runCode(page, cell, "x = 1\nprint('kept')");
  await page.getByRole("button", { name: "Restart", exact: true }).click();
  await expect(page.getByText("Variables and seeds will be gone")).toBeVisible();
  await page.getByRole("button", { name: "Restart Python" }).click();
  await pythonReady(page);
  await expect(cell.getByText("before restart")).toBeVisible();
  await expect(cell.locator("[data-output]")).toHaveText("kept");
  await cell.focus();
  const after = await runBelow(page, "x", "error");
  await expect(after.locator("[data-output] p")).toHaveText("NameError: name 'x' is not defined");
  await expect(after.getByText("[1]")).toBeVisible();
});
