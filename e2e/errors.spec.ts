import { expect, test } from "@playwright/test";
import { cellAt, openEmpty, openPage, runBelow, runCode, write } from "./page";

test("each frame of a traceback leads to its line, and says when that has changed", async ({ page }) => {
  await openPage(page);
  const first = await openEmpty(page);
  await runCode(page, first, "def f(x):\n    return 1 / x\n\nf(1)");
  await runBelow(page, "print('so far')\nf(0)", "error");
  const second = cellAt(page, 1);
  const output = second.locator("[data-output]");
  await output.getByRole("button", { name: "Go to line 2 of cell 1" }).click();
  await expect(first).toHaveAttribute("data-editing");
  await output.getByRole("button", { name: "Go to line 2 of cell 2" }).click();
  await expect(second).toHaveAttribute("data-editing");

  await write(page, first, "# moved down\ndef f(x):\n    return 1 / x");
  await expect(output.getByRole("button", { name: "Go to line 3 of cell 1" })).toBeVisible();
  await write(page, first, "def f(x):\n    return x");
  await expect(output).toContainText("edited since");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "中文" }).click();
  await expect(output.getByRole("button", { name: "转到单元 1 的第 2 行" })).toBeVisible();
  await expect(output).toContainText("此后已修改");
});

test("an unknown name that another cell defines leads there", async ({ page }) => {
  await openPage(page);
  const first = await openEmpty(page);
  await write(page, first, "net = 1");
  await page.keyboard.press("Escape");
  await runBelow(page, "net", "error");
  const second = cellAt(page, 1);
  await expect(second.locator("[data-output]")).toContainText("net is defined in cell 1, which has not run");
  await second.getByRole("button", { name: "Go to cell 1" }).click();
  await expect(cellAt(page, 0)).toBeFocused();
});
