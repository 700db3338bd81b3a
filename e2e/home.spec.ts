import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { unzipSync } from "fflate";
import { fileOf, openButton } from "./page";

const notebook = (source: string) =>
  JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {},
    cells: [{ id: "a", cell_type: "code", source, metadata: {}, outputs: [], execution_count: null }],
  });

/** Opens a file from the home page, and comes back. */
async function bring(page: Page, name: string, source: string): Promise<void> {
  await openButton(page).setInputFiles(fileOf(name, notebook(source)));
  await expect(page).toHaveURL(/\/notebook\/#\w+$/);
  await expect(page.getByTestId("file-name")).toHaveText(name);
  await page.getByRole("link", { name: "Sporebook" }).click();
  await expect(page.getByRole("heading", { name: "Your notebooks" })).toBeVisible();
}

const names = (page: Page) => page.locator("[data-notebook] a").allTextContents();
const row = (page: Page, name: string) => page.locator("[data-notebook]").filter({ hasText: name });

test.beforeEach(async ({ page }) => {
  await page.goto("./");
  await expect(page.getByText("None yet.")).toBeVisible();
});

test("notebooks are opened, renamed, duplicated, found and deleted with undo", async ({ page }) => {
  for (const [name, source] of [
    ["alpha", "one"],
    ["beta", "needle = 1"],
    ["gamma", "three"],
  ] as const)
    await bring(page, `${name}.ipynb`, source);
  expect(await names(page)).toEqual(["gamma", "beta", "alpha"]);

  await page.getByRole("button", { name: "Rename beta" }).click();
  await page.keyboard.type("Beta two");
  await page.keyboard.press("Enter");
  await expect(row(page, "Beta two")).toBeVisible();
  await page.getByRole("button", { name: "Duplicate Beta two" }).click();
  await expect(row(page, "Beta two (copy)")).toBeVisible();

  const search = page.getByRole("searchbox");
  await search.fill("NEEDLE");
  await expect(page.locator("[data-notebook]")).toHaveCount(2);
  await expect(page.getByText("needle = 1").first()).toBeVisible();
  await search.fill("no such words");
  await expect(page.getByText("No notebook holds")).toBeVisible();
  await search.fill("");

  await page.getByRole("button", { name: "Delete gamma" }).click();
  await expect(page.locator("main [data-notebook] a", { hasText: "gamma" })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row(page, "gamma").getByRole("link")).toBeVisible();

  await page.getByRole("button", { name: "Delete alpha" }).click();
  await page.getByText("Trash (1)").click();
  await page.getByRole("button", { name: "Restore" }).click();
  await expect(row(page, "alpha").getByRole("link")).toBeVisible();
  await row(page, "Beta two (copy)").getByRole("link").click();
  await expect(page.locator("[data-cell]")).toContainText("needle = 1");
  await expect(page.getByTestId("file-name")).toHaveText("Beta two (copy).ipynb");
});

test("everything can be exported as one archive", async ({ page }) => {
  await bring(page, "one.ipynb", "first");
  await bring(page, "two.ipynb", "second");
  await page.getByRole("button", { name: "Delete two" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export everything" }).click(),
  ]);
  const files = unzipSync(readFileSync(await download.path()));
  expect(Object.keys(files).sort()).toEqual(["one.ipynb", "trash/two.ipynb"]);
  expect(JSON.parse(Buffer.from(files["one.ipynb"]!).toString()).cells[0].source).toEqual(["first"]);
});

test("an address without a notebook says so and leads home", async ({ page }) => {
  await page.goto("./notebook/#0123456789abcdef");
  await expect(page.getByRole("heading", { name: "This notebook is not in this browser." })).toBeVisible();
  await page.getByRole("link", { name: "To the home page" }).click();
  await expect(page.getByRole("heading", { name: "Your notebooks" })).toBeVisible();
});
