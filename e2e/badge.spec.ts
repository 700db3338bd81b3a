import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import {
  activeCell,
  cellOf,
  downloadMenu,
  expectOutcome,
  openEmpty,
  openPage,
  pythonReady,
  runBelow,
  runCode,
  tutorial,
} from "./page";

const badge = (page: Page, id: string) => cellOf(page, id).getByTestId("badge");

async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press("F1");
  await page.keyboard.type(title);
  await page.keyboard.press("Enter");
}

test("the tutorial is reproduced whole; an edit is seen, and so is a layer whose values no seed settled", async ({
  page,
}) => {
  await openPage(page);
  await expect(page.getByTestId("score")).toHaveText("0 of 15 reproduced");
  await expect(badge(page, "conv-ones")).toHaveAttribute("data-grade", "notRun");
  await page.getByRole("button", { name: "Run all" }).click();
  await expectOutcome(cellOf(page, "update-weight"), "ok");
  await expect(page.getByTestId("score")).toHaveText("15 of 15 reproduced");
  await expect(page.getByTestId("badge").filter({ hasText: "same text" })).toHaveCount(15);

  await cellOf(page, "dense-weight").focus(); // the sequence goes on: other values
  await page.keyboard.press("Control+Enter");
  await expect(badge(page, "dense-weight")).toHaveAttribute("data-grade", "structure");
  await expect(page.getByTestId("score")).toHaveText("15 of 15 reproduced");

  await runCode(page, cellOf(page, "conv-ones"), "print('[[[[13. 18.')");
  await expect(badge(page, "conv-ones")).toHaveAttribute("data-grade", "different");
  await expect(page.getByTestId("score")).toHaveText("14 of 15 reproduced");
  await badge(page, "conv-ones").click();
  const panel = page.getByRole("dialog", { name: "Compare with the expected output" });
  await expect(panel).toContainText("The first difference is in line 1, character 5.");
  await expect(panel.getByTestId("first-difference")).toHaveText(["12.", "13."]);
  const { violations } = await new AxeBuilder({ page }).include("dialog").analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();

  await page.getByRole("button", { name: "中文" }).click();
  await expect(page.getByTestId("score")).toHaveText("已复现 14 / 15");
  await expect(badge(page, "conv-ones")).toContainText("不一致");
});

test("an output is pinned, stays pinned in the file, and can be unpinned and undone", async ({ page }) => {
  await page.goto(tutorial);
  const cell = await openEmpty(page);
  await pythonReady(page);
  await runCode(page, cell, "print(0.5)");
  await expect(page.getByTestId("badge")).toHaveCount(0);
  await expect(page.getByTestId("score")).toHaveCount(0);
  await runCommand(page, "Pin the output as the expected one");
  await expect(cell.getByTestId("badge")).toHaveAttribute("data-grade", "text");
  await expect(page.getByTestId("score")).toHaveText("1 of 1 reproduced");

  await downloadMenu(page).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: /\.ipynb/ }).click(),
  ]);
  const saved = JSON.parse(readFileSync(await download.path(), "utf8"));
  expect(saved.cells[0].metadata.sporebook.expected).toEqual(["0.5\n"]);

  await runCode(page, cell, "print(0.75)");
  await expect(cell.getByTestId("badge")).toHaveAttribute("data-grade", "different");
  await cell.getByRole("button", { name: "Pin output" }).click();
  await expect(cell.getByTestId("badge")).toHaveCount(0);
  await page.keyboard.press("z"); // the cell has the focus again
  await expect(cell.getByTestId("badge")).toHaveAttribute("data-grade", "different");
});

test("no output reaches the place of the grade, and none draws one", async ({ page }) => {
  await page.goto(tutorial);
  const cell = await openEmpty(page);
  await pythonReady(page);
  await runCode(page, cell, "print(1)");
  await runCommand(page, "Pin the output as the expected one");
  const fake = `
from IPython.display import HTML, display
print(2)
display(HTML('<style>*{position:fixed;inset:0;z-index:9999;background:#fff}</style><button data-testid="badge" data-grade="text" style="margin:-400px">same text</button>'))`;
  await runCode(page, cell, fake);
  await expect(cell.locator("iframe")).toBeVisible();
  const own = cell.getByTestId("badge");
  await expect(own).toHaveCount(1);
  await expect(own).toHaveAttribute("data-grade", "different");
  const isOnTop = await own.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
  });
  expect(isOnTop).toBe(true);
  const [frame, place] = [await cell.locator("iframe").boundingBox(), await own.boundingBox()];
  expect(place!.x + place!.width).toBeLessThanOrEqual(frame!.x);
  await runBelow(page, "3");
  await expect(activeCell(page).getByTestId("badge")).toHaveCount(0);
});
