import { expect, type Page, test } from "@playwright/test";
import { activeCell, openEmpty, openPage, write } from "./page";

/** A new notebook whose only cell is TypeScript. */
async function openTypeScript(page: Page) {
  await openPage(page);
  const cell = await openEmpty(page);
  await cell.focus();
  await page.keyboard.press("t");
  await expect(cell).toHaveAccessibleName(/TypeScript/);
  return cell;
}

/** A further TypeScript cell below with this code, its editor open. */
async function writeBelow(page: Page, code: string) {
  await page.keyboard.press("Escape");
  await page.keyboard.press("b");
  const cell = activeCell(page);
  await write(page, cell, code);
  return cell;
}

const redLines = (page: Page) => page.locator(".monaco-editor .squiggly-error");

test("the editor knows the engine's types and the variables of cells that have not run", async ({ page }) => {
  const first = await openTypeScript(page);
  await write(
    page,
    first,
    'import { nn, Tensor } from "mindspore";\nimport * as np from "numpy";\nconst x = new Tensor(np.ones([2, 3]), "float32");\n',
  );
  await writeBelow(page, "");
  await page.keyboard.type("x.asn", { delay: 30 });
  const list = page.locator(".suggest-widget");
  await expect(list).toContainText("asnumpy");
  await page.keyboard.press("Enter");
  await page.keyboard.type("();\nnew nn.Conv2d(");
  await expect(page.locator(".parameter-hints-widget")).toContainText("inChannels: number");
  await page.keyboard.press("Escape");
  await page.keyboard.type("3, '64', 3");
  await expect(redLines(page)).toHaveCount(1);
  await activeCell(page).locator(".view-line").first().getByText("asnumpy").hover();
  await expect(page.locator(".monaco-hover:not(.hidden)")).toContainText("shares the tensor's memory");
});
