import { expect, test } from "@playwright/test";
import { cellAt, openEmpty, openPage, printed, runBelow, runCode } from "./page";

test.beforeEach(async ({ page }) => {
  await openPage(page);
});

test("a cell that raises shows the exception first, then its own line", async ({ page }) => {
  const cell = await openEmpty(page);
  await runCode(page, cell, 'def f(x):\n    raise ValueError("no " + x)\n\nf("luck")', "error");
  const output = cell.locator("[data-output]");
  await expect(output.locator("p")).toHaveText("ValueError: no luck");
  await expect(output).toContainText("line 4, in <module>");
  await expect(output).toContainText("line 2, in f");
  await expect(cell.getByTestId("run-status")).toHaveText("error");
  await runBelow(page, "print('goes on')");
  expect(await printed(cellAt(page, 1))).toBe("goes on");
});

test("a syntax error names the line", async ({ page }) => {
  const cell = await openEmpty(page);
  await runCode(page, cell, "x = 1\nif x\n    print(x)", "error");
  await expect(cell.locator("[data-output] p")).toContainText("SyntaxError");
  await expect(cell.locator("[data-output]")).toContainText("line 2");
});

test("100,000 lines stay smooth, folded and unfolded", async ({ page }) => {
  const cell = await openEmpty(page);
  await page.evaluate(() => {
    const counter = window as unknown as { frames: number };
    counter.frames = 0;
    const frame = () => {
      counter.frames++;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await runCode(page, cell, "for i in range(100_000):\n    print(i)");
  const frames = await page.evaluate(() => (window as unknown as { frames: number }).frames);
  expect(frames).toBeGreaterThan(5); // a page that only waits for the lines draws one or two
  await expect(cell.locator("[data-output]")).toContainText("99999");
  await expect(cell.locator("[data-output]")).toContainText("99,973 more lines");
  await cell.getByRole("button", { name: "Show all 100,000 lines" }).click();
  await expect(cell.locator("[data-output] pre").first()).toContainText("0\n1\n2");
  await cell.getByRole("button", { name: "Last lines" }).click();
  await expect(cell.getByText("of 100,000")).toHaveText(/^Lines 9\d,\d{3}–100,000 of 100,000$/);
  const all = cell.locator("[data-output] section");
  await all.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await expect(cell.locator("[data-output] pre").last()).toBeInViewport();
});

test("a later cell uses the class of an earlier one, and the last expression is the result", async ({ page }) => {
  const cell = await openEmpty(page);
  await runCode(
    page,
    cell,
    "class Point:\n    def __init__(self, x):\n        self.x = x\n    def __repr__(self):\n        return f'Point({self.x})'",
  );
  const second = await runBelow(page, "p = Point(3)\np");
  expect(await printed(second)).toBe("Point(3)");
  await expect(second.getByText("[2]")).toBeVisible();
});

test("stdout appears while the cell runs, and a carriage return writes over the line", async ({ page }) => {
  const cell = await openEmpty(page);
  await runCode(
    page,
    cell,
    "import time\nprint('first')\ntime.sleep(2)\nprint('10%', end='\\r')\nprint('99%')",
    "running",
  );
  await expect(cell.locator("[data-output]")).toHaveText("first");
  await expect(cell.getByText("[*]")).toBeVisible();
  await expect(cell.locator("[data-output] pre")).toHaveText("first\n99%");
});

test("input() asks in the cell and gets the answer", async ({ page }) => {
  const cell = await openEmpty(page);
  await runCode(page, cell, "name = input('你的名字？')\nprint('你好，' + name)", "running");
  const line = cell.getByRole("textbox", { name: "你的名字？" });
  await expect(line).toBeFocused();
  await line.fill("小明");
  await line.press("Enter");
  await expect(cell.locator("[data-output]")).toContainText("你好，小明");
});

test("Run all stops at the first error and says which cells were not run", async ({ page }) => {
  const cell = await openEmpty(page);
  await runCode(page, cell, "print(1)");
  await runBelow(page, "1 / 0", "error");
  const last = await runBelow(page, "print(3)");
  await page.getByRole("button", { name: "Run all" }).click();
  await expect(last.getByTestId("run-status")).toHaveText("not run");
  await expect(cellAt(page, 1).getByTestId("run-status")).toHaveText("error");
  await expect(cell.locator("[data-output]")).toHaveText("1");
});
