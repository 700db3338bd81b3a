import { expect, type Page, test } from "@playwright/test";
import { cellAt, expectOutcome, openEmpty, openPage, pythonReady } from "./page";

const list = (page: Page) => page.locator(".suggest-widget.visible .monaco-list-row");
const hints = (page: Page) => page.locator(".parameter-hints-widget.visible");
const hover = (page: Page) => page.locator(".monaco-hover:visible");

/** The first cell's editor, open and empty. */
async function openEditor(page: Page) {
  const cell = await openEmpty(page);
  await cell.locator("textarea, .monaco-editor").first().click();
  await expect(cell.locator(".monaco-editor")).toHaveClass(/focused/);
  return cell;
}

test("names and signatures are known before Python has started; Escape closes what is open, then leaves", async ({
  page,
}) => {
  await page.route(/\/runtime\//, (route) => route.abort());
  await openPage(page);
  const cell = await openEditor(page);
  await page.keyboard.type("import numpy as np\nimport mindspore.nn as nn\nx = np.zer");
  await expect(list(page).first()).toHaveText(/^zeros/);
  await page.keyboard.press("Tab");
  await expect(cell.locator(".view-lines")).toContainText("np.zeros");
  await page.keyboard.type("((2, 3)).resha");
  await expect(list(page).first()).toHaveText(/^reshape/);
  await page.keyboard.press("Escape");
  await expect(list(page)).toHaveCount(0);
  await expect(cell).toHaveAttribute("data-editing");
  await page.keyboard.press("Enter"); // nothing is chosen any more: a new line
  await page.keyboard.type("net = nn.Conv2d(3, ");
  await expect(hints(page)).toContainText("out_channels");
  await page.keyboard.press("Escape");
  await expect(hints(page)).toHaveCount(0);
  await expect(cell).toHaveAttribute("data-editing");
  await page.keyboard.type("kernel_s");
  await expect(list(page).first()).toHaveText(/^kernel_size=/);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(cell).toBeFocused();
});

test("Shift+Tab explains the name at the caret, and takes indent away where there is one", async ({ page }) => {
  await page.route(/\/runtime\//, (route) => route.abort());
  await openPage(page);
  const cell = await openEditor(page);
  await page.keyboard.type("from mindspore import Tensor\nTensor");
  await expect(list(page).first()).toHaveText(/^Tensor/);
  await page.keyboard.press("Escape"); // the list
  await page.keyboard.press("Shift+Tab");
  await expect(hover(page)).toContainText("class Tensor(");
  await page.keyboard.press("Escape");
  await expect(hover(page)).toHaveCount(0);
  await expect(cell).toHaveAttribute("data-editing");
  await page.keyboard.press("Home");
  await page.keyboard.press("Tab");
  await expect.poll(() => lines(page)).toContain("    Tensor");
  await page.keyboard.press("Shift+Tab"); // in leading blanks
  await expect.poll(() => lines(page)).toContain("Tensor");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Tab");
  await page.keyboard.press("End");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Shift+Tab"); // with a selection
  await expect.poll(() => lines(page)).toEqual(["from mindspore import Tensor", "Tensor"]);
  await expect(hover(page)).toHaveCount(0);
});

test("the editor's own words are in the page's language", async ({ browser }) => {
  for (const [locale, nothing] of [
    ["en-US", "No suggestions."],
    ["zh-CN", "无建议。"],
  ] as const) {
    const page = await browser.newPage({ locale });
    await page.route(/\/runtime\//, (route) => route.abort());
    await openPage(page);
    await openEditor(page);
    await page.keyboard.type("# ");
    await page.keyboard.press("Control+Space");
    await expect(page.locator(".suggest-widget .message")).toHaveText(nothing);
    await page.close();
  }
});

const lines = async (page: Page) =>
  (await page.locator(".view-line").allTextContents()).map((line) => line.replaceAll("\u00a0", " "));

test("Ctrl+M lets Tab leave the editor, says so, and takes it back", async ({ page }) => {
  await page.route(/\/runtime\//, (route) => route.abort());
  await openPage(page);
  const cell = await openEditor(page);
  const name = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
  expect(await name()).toContain("Control+M lets Tab leave it too.");
  await page.keyboard.press("Control+m");
  await expect(cell.getByRole("status")).toHaveText("Tab moves the focus");
  expect(await name()).toContain("Tab and Escape leave it.");
  await page.keyboard.press("Tab");
  await expect(cell.locator(".monaco-editor")).not.toHaveClass(/focused/);
  await page.keyboard.press("Shift+Tab");
  await expect(cell.locator(".monaco-editor")).toHaveClass(/focused/);
  await page.keyboard.press("Control+m");
  await expect(cell.getByRole("status")).toHaveText("Tab indents");
});

test("what only the live objects know is offered once a cell has run", async ({ page }) => {
  await openPage(page);
  await pythonReady(page);
  const cell = await openEditor(page);
  await page.keyboard.insertText("import types\nbox = types.SimpleNamespace(only_live=3)");
  await page.keyboard.press("Alt+Enter");
  await expectOutcome(cell, "ok");
  const next = cellAt(page, 1);
  await expect(next.locator(".monaco-editor")).toHaveClass(/focused/);
  await page.keyboard.type("box.on");
  await expect(list(page).first()).toHaveText(/^only_live/);
  await page.keyboard.press("Enter");
  await expect(next.locator(".view-lines")).toContainText("box.only_live");
  await page.keyboard.press("Shift+Tab");
  await expect(hover(page)).toContainText("only_live: int");
});
