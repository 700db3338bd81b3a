import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { cellAt, cellOf, fileOf, openButton, openPage } from "./page";

const foreign = {
  cells: [
    {
      cell_type: "code",
      execution_count: 3,
      metadata: { tags: ["keep"], collapsed: false },
      outputs: [
        { output_type: "stream", name: "stdout", text: ["saved ", "output\n"], later: 1 },
        { output_type: "display_data", data: { "image/png": "AAAA" }, metadata: { width: 1 } },
      ],
      source: ["a = 1\n", "a"],
      unknown: { deep: [1, null] },
    },
    { cell_type: "raw", metadata: { format: "rst" }, source: "raw text" },
    {
      cell_type: "markdown",
      metadata: {},
      source: "A **bold** word, <script>alert(1)</script> [x](javascript:alert(1))",
    },
  ],
  metadata: { kernelspec: { name: "python3", display_name: "Python 3", language: "python" }, authors: ["me"] },
  nbformat: 4,
  nbformat_minor: 2,
  extra: true,
};

async function saved(page: Page): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("ControlOrMeta+s")]);
  return readFileSync(await download.path(), "utf8");
}

test("a file that is no notebook gets a clear message, and nothing is lost", async ({ page }) => {
  await openPage(page);
  await openButton(page).setInputFiles(fileOf("notes.ipynb", "# Just some notes\n"));
  const alert = page.getByRole("alert").filter({ hasText: "notes.ipynb" });
  await expect(alert).toContainText(
    "notes.ipynb was not opened. A Jupyter notebook (JSON) was expected, but the file starts with “# Just some notes”.",
  );
  await expect(page.getByRole("heading", { name: "Network parameters" })).toBeVisible();
  await page.getByRole("button", { name: "Close" }).click();
  await openButton(page).setInputFiles(fileOf("old.ipynb", '{"nbformat": 3, "nbformat_minor": 0, "worksheets": []}'));
  await expect(page.getByText("but the file has the old format 3.0")).toBeVisible();
});

test("opening and saving keeps every unknown key and writes 4.5", async ({ page }) => {
  await openPage(page);
  await openButton(page).setInputFiles(fileOf("foreign.ipynb", JSON.stringify(foreign)));
  await expect(page.getByTestId("file-name")).toHaveText("foreign.ipynb");
  await expect(cellAt(page, 0).locator("[data-output]")).toContainText("saved output");
  await expect(cellAt(page, 2)).toContainText("A bold word,");
  await expect(cellAt(page, 2).getByRole("link")).toHaveCount(0);
  const text = await saved(page);
  const again = JSON.parse(text);
  expect(again).toMatchObject({
    extra: true,
    metadata: foreign.metadata,
    nbformat: 4,
    nbformat_minor: 5,
    cells: [
      {
        ...foreign.cells[0],
        id: "cell-1",
        outputs: [{ text: ["saved output\n"], later: 1 }, foreign.cells[0]!.outputs![1]],
      },
      { metadata: { format: "rst" }, source: ["raw text"], id: "cell-2" },
      { id: "cell-3" },
    ],
  });
  await openButton(page).setInputFiles(fileOf("again.ipynb", text));
  await expect(page.getByTestId("file-name")).toHaveText("again.ipynb");
  expect(await saved(page)).toBe(text);
});

test("a dropped file opens as a notebook of its own, and the one before it is a step back", async ({ page }) => {
  await openPage(page);
  await page.evaluate((text) => {
    const files = new DataTransfer();
    files.items.add(new File([text], "dropped.ipynb"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true }));
  }, JSON.stringify(foreign));
  await expect(page.getByTestId("file-name")).toHaveText("dropped.ipynb");
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Network parameters" })).toBeVisible();
  await expect(cellOf(page, "conv-ones")).toBeVisible();
});

test("a deleted cell comes back with its outputs", async ({ page }) => {
  await openPage(page);
  await openButton(page).setInputFiles(fileOf("foreign.ipynb", JSON.stringify(foreign)));
  await expect(page.getByTestId("file-name")).toHaveText("foreign.ipynb");
  const before = await saved(page);
  await cellAt(page, 0).focus();
  await page.keyboard.press("d");
  await page.keyboard.press("d");
  await expect(page.locator("[data-cell]")).toHaveCount(2);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.locator("[data-cell]")).toHaveCount(3);
  expect(await saved(page)).toBe(before);
});
