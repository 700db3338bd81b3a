import { expect, test } from "@playwright/test";
import { activeCell, cellAt, cellOf, expectOutcome, openPage, printed, pythonReady, tutorial } from "./page";

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("the HTML alone shows text and coloured code", async ({ page }) => {
    await page.goto(tutorial);
    await expect(page.getByRole("heading", { name: "Network parameters" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "网络参数" })).toBeHidden();
    await expect(cellOf(page, "parameter-kinds").locator("pre").first()).toContainText("import numpy as np");
    expect(await page.locator("pre [data-kind=keyword]").count()).toBeGreaterThan(20);
  });
});

test("the first paint speaks the reader's language before any script has come", async ({ browser }) => {
  const context = await browser.newContext({ locale: "zh-CN" });
  const page = await context.newPage();
  await page.route(/\.js$/, (route) => route.abort());
  await page.goto(tutorial);
  await expect(page.getByRole("heading", { name: "网络参数" })).toBeVisible();
  await expect(page.getByText("正在下载 Python")).toBeVisible();
  await expect(page.getByText("显示全部 86 行")).toBeVisible();
  const words = (await page.locator("body").allInnerTexts()).join(); // of what can be seen
  expect(words).not.toMatch(/Loading|Network|Run all|Open|saved|Show/);
  await context.close();
});

test("opening waits for neither Monaco nor Python", async ({ page }) => {
  const asked: string[] = [];
  await page.route(/\/(kernel|runtime)\//, (route) => route.abort());
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(tutorial);
  await expect(page.getByRole("heading", { name: "Network parameters" })).toBeVisible();
  await expect(cellOf(page, "update-weight")).toContainText("ParameterUpdate(param)");
  await expect(page.locator(".monaco-editor")).toHaveCount(0);
  await expect(page.getByTestId("kernel")).toHaveAttribute("data-phase", "dead");
  await expect(page.getByTestId("kernel")).toContainText("Restart to try again");
  // reading and writing go on
  await cellAt(page, 1).focus();
  await page.keyboard.press("a");
  await page.keyboard.press("Enter");
  await page.keyboard.type("x = 1");
  await expect(activeCell(page)).toContainText("x = 1");
});

test("the kernel that a page begins with is the one that its cells run in; behind a # none begins", async ({
  page,
}) => {
  const kernels = page.locator("iframe[src$='/kernel/broker.html']");
  const early = page.locator("iframe[data-early]");
  await page.route(/_next\/static\/chunks\/.*\.js$/, (route) => route.abort()); // the HTML alone
  await page.goto(tutorial);
  await expect(early).toHaveCount(1);
  await page.goto(`${tutorial}?again#n1`);
  await expect(page.getByRole("heading", { name: "Network parameters" })).toBeVisible();
  await expect(early).toHaveCount(0);
  await page.unroute(/_next\/static\/chunks\/.*\.js$/);
  await page.goto(`${tutorial}?more`);
  await pythonReady(page);
  await expect(kernels).toHaveCount(1);
  await expect(early).toHaveCount(0);
});

test("nothing jumps: not while the page loads, not when an editor takes a cell over", async ({ page }) => {
  await page.addInitScript(() => {
    const all = ((window as unknown as { shifts: number[] }).shifts = []);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) (all as number[]).push((entry as unknown as { value: number }).value);
    }).observe({ type: "layout-shift", buffered: true });
  });
  const { errors } = await openPage(page);
  await pythonReady(page);
  const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
  expect(shifts.reduce((sum, value) => sum + value, 0)).toBeLessThan(0.01);

  for (const id of ["parameter-kinds", "attributes-print", "update-weight"]) {
    const cell = cellOf(page, id);
    await cell.scrollIntoViewIfNeeded();
    const before = await cell.boundingBox();
    await cell.locator("textarea").click({ position: { x: 60, y: 20 } });
    await expect(cell.locator("[data-ready='true']")).toBeVisible();
    const after = await cell.boundingBox();
    expect(Math.abs(after!.height - before!.height), id).toBeLessThan(1);
  }
  await expect(page.locator(".monaco-editor[role=code]")).toHaveCount(3);
  expect(errors).toEqual([]);
});

test("the keyboard alone reads, writes, runs and leaves an editor", async ({ page }) => {
  await openPage(page);
  for (let i = 0; i < 30 && (await activeCell(page).count()) === 0; i++) await page.keyboard.press("Tab");
  await expect(cellOf(page, "title")).toBeFocused();
  await page.keyboard.press("j");
  await page.keyboard.press("ArrowDown");
  await expect(cellOf(page, "parameter-kinds")).toBeFocused();
  await page.keyboard.press("Shift+Enter");
  await expectOutcome(cellOf(page, "parameter-kinds"), "ok");
  await expect(cellOf(page, "parameter-values")).toBeFocused();

  await page.keyboard.press("b");
  await page.keyboard.press("Enter");
  const added = activeCell(page);
  await expect(added.locator(".monaco-editor")).toHaveClass(/focused/);
  await page.keyboard.type("print(y.shape)");
  await page.keyboard.press("Alt+Enter");
  await expect(page.locator("[data-cell][data-editing]")).toHaveCount(1);
  const shape = page.locator("[data-cell]").nth(4);
  await expectOutcome(shape, "ok");
  expect(await printed(shape)).toBe("(1, 2, 3)");

  await page.keyboard.press("Escape");
  await expect(activeCell(page)).toBeFocused();
  await page.keyboard.press("m");
  await page.keyboard.press("Enter");
  await page.keyboard.type("*written* here: $x^2$");
  await page.keyboard.press("Shift+Enter");
  await expect(page.getByText("written here:")).toBeVisible();
  await expect(page.locator(".katex").first()).toBeVisible();
  await page.keyboard.press("k");
  await page.keyboard.press("Control+Shift+ArrowUp");
  await expect(page.locator("[data-cell]").nth(4)).toContainText("written here:");
  await page.keyboard.press("d");
  await page.keyboard.press("d");
  await expect(page.getByText("written here:")).toHaveCount(0);
  await page.keyboard.press("z");
  await expect(page.getByText("written here:")).toBeVisible();
});

test("the browser's language comes first, the reader's choice is remembered", async ({ browser }) => {
  const context = await browser.newContext({ locale: "zh-CN" });
  const page = await context.newPage();
  await openPage(page);
  await expect(page.getByRole("heading", { name: "网络参数" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await page.getByRole("button", { name: "English" }).click();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Network parameters" })).toBeVisible();
  await context.close();
});

test("an edited cell keeps its words when the language changes", async ({ page }) => {
  await openPage(page);
  const title = cellOf(page, "title");
  await title.dblclick();
  await expect(title.locator(".monaco-editor")).toHaveClass(/focused/);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText("# Mine");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("button", { name: "中文" }).click();
  await expect(page.getByRole("heading", { name: "Mine" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "什么是 Parameter" })).toBeVisible();
});
