import { expect, type Page, test } from "@playwright/test";
import { cellOf, expectOutcome, openPage, tutorial } from "./page";

const saved = (page: Page) => expect(page.getByTestId("save-state")).toHaveAttribute("data-phase", "saved");

/** Writes at the end of a code cell of the tutorial. */
async function typeInto(page: Page, id: string, text: string): Promise<void> {
  await cellOf(page, id).focus();
  await page.keyboard.press("Enter");
  await expect(cellOf(page, id).locator(".monaco-editor")).toHaveClass(/focused/);
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(text);
}

test("reading stores nothing; the first change makes the reader's copy, and a later visit continues it", async ({
  page,
}) => {
  await openPage(page);
  await expect(page.getByTestId("save-state")).toHaveCount(0);
  expect(await notebooks(page)).toBe(0);
  await typeInto(page, "parameter-kinds", "  # mine");
  await saved(page);
  await page.keyboard.press("Control+Enter");
  await expectOutcome(cellOf(page, "parameter-kinds"), "ok");
  const output = await cellOf(page, "parameter-kinds").locator("[data-output]").textContent();
  await page.keyboard.type("\n# and at once");
  // Chromium ends a page that is still busy half a second later without telling it
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  await Promise.all([page.waitForEvent("close"), page.close({ runBeforeUnload: true })]); // without a moment to save
  const later = await page.context().newPage();
  await openPage(later);
  await saved(later);
  expect(await notebooks(later)).toBe(1);
  await expect(cellOf(later, "parameter-kinds")).toContainText("# mine");
  await expect(cellOf(later, "parameter-kinds")).toContainText("# and at once");
  await expect(cellOf(later, "parameter-kinds").locator("[data-output]")).toHaveText(output ?? "");
});

test("a second tab follows every change, cannot write, and takes over when it is asked to", async ({
  page,
  context,
}) => {
  await openPage(page);
  await typeInto(page, "parameter-kinds", "  # first");
  await saved(page);
  const other = await context.newPage();
  await openPage(other);
  await expect(other.locator("[data-bar=reader]")).toBeVisible();
  await expect(cellOf(other, "parameter-kinds")).toContainText("# first");
  await page.keyboard.type(" and more");
  await expect(cellOf(other, "parameter-kinds")).toContainText("# first and more");
  await cellOf(other, "title").focus();
  await other.keyboard.press("b");
  await expect(other.getByText("Here it can only be read.")).toBeVisible();

  await other.getByRole("button", { name: "Edit here" }).click();
  await expect(other.locator("[data-bar=reader]")).toHaveCount(0);
  await expect(page.locator("[data-bar=reader]")).toBeVisible();
  await typeInto(other, "parameter-values", "  # second");
  await expect(cellOf(page, "parameter-values")).toContainText("# second");
  await other.close();
  await expect(page.locator("[data-bar=reader]")).toHaveCount(0); // the one in line sits down
});

test("where nothing can be stored everything works and the page says so", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "indexedDB", {
      value: {
        open: () => {
          throw new DOMException("no", "SecurityError");
        },
      },
    });
  });
  await page.goto(tutorial);
  await expect(page.locator("[data-bar=unsaved]")).toContainText("This browser keeps nothing for this site");
  await typeInto(page, "parameter-kinds", "\nprint('works')");
  await page.keyboard.press("Control+Enter");
  await expectOutcome(cellOf(page, "parameter-kinds"), "ok");
  await page.getByRole("button", { name: "New notebook" }).click();
  await expect(page.locator("[data-cell]")).toHaveCount(1);
  await expect(page.locator("[data-bar=unsaved]")).toBeVisible();
});

/** How many notebooks lie in the storage. */
const notebooks = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open("sporebook");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const count = db.transaction("notebooks").objectStore("notebooks").count();
          count.onsuccess = () => {
            db.close();
            resolve(count.result);
          };
        };
      }),
  );
