import { expect, type Locator, type Page, test } from "@playwright/test";
import { openEmpty, pythonReady, runCode, tutorial, write } from "./page";

/** The handle under the number of the cell whose text this is. */
async function handleOf(page: Page, cell: Locator, text: string): Promise<Locator> {
  const number = cell.locator(".view-line span, [data-still] [data-kind=number]").filter({ hasText: text }).first();
  const place = (await number.boundingBox())!;
  const end = (await number.textContent())!.indexOf(text) / (await number.textContent())!.length;
  await page.mouse.move(place.x + place.width * end + 8, place.y + place.height / 2);
  const handle = cell.getByTestId("number-handle");
  await expect(handle).toHaveAttribute("aria-valuetext", text);
  return handle;
}

/** Presses the handle and moves it; the button stays down. */
async function drag(page: Page, handle: Locator, by: number): Promise<void> {
  const { x, y, width, height } = (await handle.boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + by, y + height / 2, { steps: 8 });
}

async function pin(page: Page): Promise<void> {
  await page.keyboard.press("F1");
  await page.keyboard.type("Pin the output as the expected one");
  await page.keyboard.press("Enter");
}

const code = `from mindspore import set_seed
from mindspore.common.initializer import initializer, Normal
set_seed(1)
w = initializer(Normal(0.2), [64, 3, 3, 3]).init_data()
print("sigma", round(float(w.asnumpy().std()), 1))
plot.histogram(w, title="not 0.2")`;

test("the 0.2 of Normal(0.2) is dragged: histogram, text and badge follow; one undo brings it back", async ({
  page,
}) => {
  await page.goto(tutorial);
  const cell = await openEmpty(page);
  await pythonReady(page);
  await runCode(page, cell, code);
  await expect(cell.locator("figure [data-drawn]")).toBeVisible({ timeout: 30_000 });
  await pin(page);
  await expect(cell.getByTestId("badge")).toHaveAttribute("data-grade", "text");
  const words = cell.locator("figcaption");
  const before = await words.textContent();

  const handle = await handleOf(page, cell, "0.2");
  await drag(page, handle, 40);
  await expect(cell.locator("pre").filter({ hasText: /^sigma 0\.3\s*$/ })).toBeVisible();
  await expect(cell.getByTestId("badge")).toHaveAttribute("data-grade", "different");
  await expect(words).not.toHaveText(before!);
  await page.mouse.up();
  await expect(cell).toContainText("Normal(0.3)");
  await page.keyboard.press("z"); // the cell has the focus
  await expect(cell).toContainText("Normal(0.2)");
  await page.keyboard.press("Shift+z");
  await expect(cell).toContainText("Normal(0.3)");

  // Escape in a drag brings text and outputs back
  await drag(page, await handleOf(page, cell, "0.3"), 60);
  await expect(cell).toContainText("Normal(0.45)");
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect(cell).toContainText("Normal(0.3)");
  await expect(cell.locator("pre").filter({ hasText: /^sigma 0\.3\s*$/ })).toBeVisible();
});

test("by key the number at the caret is a slider, in TypeScript too; numbers in texts are left alone", async ({
  page,
}) => {
  await page.goto(tutorial);
  const cell = await openEmpty(page);
  await runCode(page, cell, "%%ts\n// 5\nconst rate = 64;\nprint('7', rate * 2);");
  await cell.focus();
  await page.keyboard.press("Control+Alt+n");
  const handle = cell.getByTestId("number-handle");
  await expect(handle).toBeFocused();
  await expect(handle).toHaveAttribute("aria-valuetext", "64");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(cell.locator("[data-output]")).toContainText("7 132");
  await expect(page.getByTestId("announcer")).toHaveText(/66|done/);
  await page.keyboard.press("ArrowRight");
  await expect(handle).toHaveAttribute("aria-valuetext", "2");
  await page.keyboard.press("PageUp");
  await expect(cell.locator("[data-output]")).toContainText("7 792");
  await page.keyboard.press("Escape");
  await expect(cell.locator("[data-output]")).toContainText("7 132");
  await expect(cell).toContainText("const rate = 66;");
  await expect(cell).toBeFocused();
});

test("code that has not run has no handles", async ({ page }) => {
  await page.goto(tutorial);
  const cell = await openEmpty(page);
  await write(page, cell, "x = 12345");
  const number = cell.locator(".view-line span").filter({ hasText: "12345" }).last();
  await number.hover();
  await expect(cell.getByTestId("number-handle")).toHaveCount(0);
});
