import { expect, type Page, test } from "@playwright/test";
import {
  activeCell,
  cellAt,
  cellOf,
  expectOutcome,
  fileOf,
  openButton,
  openEmpty,
  openPage,
  runBelow,
  runCode,
  write,
} from "./page";

const ids = (page: Page) =>
  page
    .locator("[data-cell]:visible")
    .evaluateAll((cells) => (cells as HTMLElement[]).map((cell) => cell.dataset.cell!));

test("a cell is dragged by its grip to where the line shows, and Z brings it back", async ({ page }) => {
  await openPage(page);
  const sources = ["a", "b", "c", "d"];
  const cells = sources.map((id) => ({ id, cell_type: "raw", metadata: {}, source: id }));
  const file = JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells });
  await openButton(page).setInputFiles(fileOf("drag.ipynb", file));
  await expect.poll(() => ids(page)).toEqual(sources);

  const grip = cellOf(page, "c").getByRole("button", { name: /^Drag/ });
  const above = async (id: string) => {
    const box = (await cellOf(page, id).boundingBox())!;
    return [box.x + 300, box.y + 4] as const;
  };
  await cellOf(page, "c").hover();
  await grip.hover();
  await page.mouse.down();
  await page.mouse.move(...(await above("b")), { steps: 8 });
  await expect(cellOf(page, "c")).toHaveAttribute("data-dragged");
  await page.mouse.up();
  await expect.poll(() => ids(page)).toEqual(["a", "c", "b", "d"]);
  await expect(cellOf(page, "c")).toBeFocused();
  await page.keyboard.press("z");
  await expect.poll(() => ids(page)).toEqual(sources);

  await cellOf(page, "a").focus();
  await page.keyboard.press("Shift+ArrowDown"); // what is selected goes together
  await cellOf(page, "b").hover();
  await page.mouse.move(0, 0);
  await cellOf(page, "b").hover();
  const other = cellOf(page, "b").getByRole("button", { name: /^Drag/ });
  await other.hover();
  await page.mouse.down();
  await page.mouse.move(...(await above("d")), { steps: 8 });
  await page.mouse.up();
  await expect.poll(() => ids(page)).toEqual(["c", "a", "b", "d"]);

  await cellOf(page, "d").hover();
  await cellOf(page, "d").getByRole("button", { name: /^Drag/ }).hover();
  await page.mouse.down();
  await page.mouse.move(...(await above("c")), { steps: 8 });
  await page.keyboard.press("Escape");
  await page.mouse.up();
  expect(await ids(page)).toEqual(["c", "a", "b", "d"]);
});

test("code, output and sections are put out of sight and come back", async ({ page }) => {
  await openPage(page);
  const cell = cellOf(page, "attributes-print");
  await cell.focus();
  await page.keyboard.press("o");
  await expect(cell.locator("[data-output]")).toHaveCount(0);
  await cell.getByRole("button", { name: "Output hidden" }).click();
  await expect(cell.locator("[data-output]")).toBeVisible();

  await cell.focus();
  await page.keyboard.press("F1");
  await page.keyboard.type("hide or show the code");
  await page.keyboard.press("Enter");
  await expect(cell.locator("pre").first()).not.toContainText("print(");
  await page.keyboard.press("Enter"); // what is to be written in is shown
  await expect(cell.locator(".monaco-editor.focused")).toBeVisible();
  await page.keyboard.press("Escape");

  const count = (await ids(page)).length;
  const title = cellOf(page, "title");
  await title.hover();
  await title.getByRole("button", { name: "Section" }).click();
  expect(await ids(page)).toEqual(["title"]);
  await title.getByText(`${count - 1} cells hidden`).click();
  expect((await ids(page)).length).toBe(count);
});

test("the table of contents goes to a heading and marks where one is", async ({ page }) => {
  await openPage(page);
  await page.keyboard.press("Control+Shift+K");
  const contents = page.getByRole("navigation", { name: "Headings" });
  const entries = contents.getByRole("button");
  await expect(entries.first()).toHaveText("Network parameters");
  const last = entries.last();
  const name = (await last.textContent())!;
  await last.press("Enter");
  await expect(page.locator("main").getByRole("heading", { name, exact: true })).toBeInViewport();
  await expect(activeCell(page)).toBeFocused();
  await expect(last).toHaveAttribute("aria-current", "location");
  await last.focus();
  await page.keyboard.press("Escape");
  await expect(contents).toHaveCount(0);
});

test("cells are selected with Shift and a click, copied with the system's keys and pasted as cells or from text", async ({
  page,
}) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await openPage(page);
  const before = await ids(page);
  await cellAt(page, 0).focus();
  await cellAt(page, 1)
    .locator("p")
    .first()
    .click({ modifiers: ["Shift"] });
  await expect(page.locator("[data-selected]")).toHaveCount(2);
  await page.keyboard.press("Control+c");
  await page.keyboard.press("Control+v");
  await expect.poll(async () => (await ids(page)).length).toBe(before.length + 2);
  await page.evaluate(() => navigator.clipboard.writeText("from = 'elsewhere'"));
  await page.keyboard.press("Control+v");
  await expect(activeCell(page)).toContainText("elsewhere");
  await expect(activeCell(page)).toHaveAttribute("data-type", "code");
});

test("a cell says that it was edited, and those below that something above has changed; running what has changed clears it", async ({
  page,
}) => {
  await openPage(page);
  const first = await openEmpty(page);
  await expect(first.getByRole("img", { name: "never run" })).toBeVisible();
  await runCode(page, first, "x = 1");
  await runBelow(page, "print(x)");
  const second = cellAt(page, 1);
  await write(page, first, "x = 2");
  await expect(first.getByTestId("run-standing")).toContainText("edited");
  await expect(second.getByTestId("run-standing")).toContainText("A cell above was edited");
  await page.keyboard.press("Escape");
  await page.keyboard.press("F1");
  await page.keyboard.type("what has changed");
  await page.keyboard.press("Enter");
  await expect(second.locator("[data-output]")).toHaveText("2");
  await expect(page.getByTestId("run-standing")).toHaveCount(0);
  await expect(page.getByTestId("announcer")).toHaveText("2 cells are done.");
});

test("a run is told of once, with what was not run; the running cell can be gone to", async ({ page }) => {
  await openPage(page);
  const first = await openEmpty(page);
  await runCode(page, first, "import time\ntime.sleep(60)", "running");
  await page.keyboard.press("b");
  await runCode(page, activeCell(page), "print(2)", "queued");
  await page.getByTestId("running-cell").click();
  await expect(page.getByTestId("running-cell")).toHaveText("Running cell 1, 1 waiting");
  await expect(first).toBeFocused();
  await page.getByRole("button", { name: "Stop" }).click();
  await expectOutcome(first, "interrupted");
  await expect(page.getByTestId("announcer")).toHaveText("Cell 1 was stopped. 1 more was not run.");
});
