import { expect, type Locator, type Page } from "@playwright/test";

/** Where the tutorial is. */
export const tutorial = "./network-parameters/";

/** The tutorial, opened, with the errors that its console shows from now on. */
export async function openPage(page: Page): Promise<{ errors: string[] }> {
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(tutorial);
  await takenOver(page);
  return { errors };
}

/** Waits until the page's script has taken the HTML over: a click before that would be lost. */
export const takenOver = (page: Page) => expect(page.locator("[data-choice][aria-pressed=true]").first()).toBeVisible();

/** Waits until cells run at once. */
export async function pythonReady(page: Page): Promise<void> {
  const kernel = page.getByTestId("kernel");
  await expect(kernel).toHaveAttribute("data-python", "ready", { timeout: 60_000 });
  await expect(kernel).toHaveAttribute("data-phase", "ready", { timeout: 60_000 });
}

export const cellOf = (page: Page, id: string): Locator => page.locator(`[data-cell="${id}"]`);
export const cellAt = (page: Page, index: number): Locator => page.locator("[data-cell]").nth(index);
export const activeCell = (page: Page): Locator => page.locator("[data-cell][data-active]");

/** A new notebook, whose only cell is open for writing. */
export async function openEmpty(page: Page): Promise<Locator> {
  await takenOver(page);
  await page.getByRole("button", { name: /^(New notebook|新建笔记本)$/ }).click();
  await expect(page).toHaveURL(/\/notebook\/#\w+$/);
  await expect(page.locator("[data-cell]")).toHaveCount(1);
  return cellAt(page, 0);
}

/** Puts code in place of what the cell holds; pasted, because the editor indents what is typed. */
export async function write(page: Page, cell: Locator, code: string): Promise<void> {
  await cell.focus();
  await page.keyboard.press("Enter");
  await expect(cell.locator("[data-ready='true']")).toBeVisible();
  await expect(cell.locator(".monaco-editor")).toHaveClass(/focused/);
  await page.keyboard.press("ControlOrMeta+a");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((text) => navigator.clipboard.writeText(text), code);
  await page.keyboard.press("ControlOrMeta+v");
}

/** Writes a cell and runs it; waits for how it ends. */
export async function runCode(page: Page, cell: Locator, code: string, outcome = "ok"): Promise<void> {
  await write(page, cell, code);
  await page.keyboard.press("Control+Enter");
  await expectOutcome(cell, outcome);
}

/** A new code cell below, with this code, run. */
export async function runBelow(page: Page, code: string, outcome = "ok"): Promise<Locator> {
  await page.keyboard.press("Escape");
  await page.keyboard.press("b");
  const cell = activeCell(page);
  await runCode(page, cell, code, outcome);
  return cell;
}

export async function expectOutcome(cell: Locator, outcome: string): Promise<void> {
  await expect(cell.locator("[data-status]").first()).toHaveAttribute("data-status", outcome, { timeout: 60_000 });
}

/** All the text that the cell has put out, unfolded. */
export async function printed(cell: Locator): Promise<string> {
  const more = cell.getByRole("button", { expanded: false }).filter({ hasText: /Show all|显示全部/ });
  while ((await more.count()) > 0) await more.first().click();
  const parts = await cell.locator("[data-output] pre").allTextContents();
  return parts.join("\n");
}

/** A file as the page's file chooser gives it. */
export const fileOf = (name: string, text: string) => ({
  name,
  mimeType: "application/json",
  buffer: Buffer.from(text, "utf8"),
});

/** The button of the menu with every format. */
export const downloadMenu = (page: Page) =>
  page.locator("button[aria-haspopup=menu]").filter({ hasText: /Download|下载/ });

export const openButton = (page: Page) => page.locator("input[type=file]");
