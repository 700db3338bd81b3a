import { expect, type Page, test } from "@playwright/test";
import { cellOf, openPage } from "./page";

const saved = (page: Page) => expect(page.getByTestId("save-state")).toHaveAttribute("data-phase", "saved");

/** Puts text in place of a text cell of the tutorial. */
async function rewrite(page: Page, id: string, text: string): Promise<void> {
  await cellOf(page, id).focus();
  await page.keyboard.press("Enter");
  await expect(cellOf(page, id).locator(".monaco-editor")).toHaveClass(/focused/);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(text);
  await page.keyboard.press("Control+Enter");
  await saved(page);
}

/** Carries a command out by its name. */
async function command(page: Page, name: string): Promise<void> {
  const box = page.getByRole("combobox");
  await expect(async () => {
    await page.keyboard.press("F1");
    await expect(box).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await box.fill(name);
  await page.getByRole("option", { name }).click();
}

type Raw = {
  part: string;
  body: unknown;
  texts: { [language: string]: { cells: { id: string; source: string }[] } };
};

/** Writes over the records of a store. The page forbids code from text, so all of it goes in as one expression. */
const putRecords = (page: Page, store: string, change: (record: Raw) => void) =>
  page.evaluate(`(${rewriteStore})(${JSON.stringify(store)}, ${change})`);

function rewriteStore(store: string, change: (record: Raw) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("sporebook");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const write = db.transaction(store, "readwrite");
      const all = write.objectStore(store).getAll();
      all.onsuccess = () => {
        for (const record of all.result) {
          change(record);
          write.objectStore(store).put(record);
        }
      };
      write.oncomplete = () => {
        db.close();
        resolve();
      };
    };
  });
}

test("a cell and the whole notebook go back to the published text, with undo, and the version before can be restored", async ({
  page,
}) => {
  await openPage(page);
  await rewrite(page, "title", "# Mine");
  await expect(page.getByRole("heading", { name: "Mine" })).toBeVisible();
  await cellOf(page, "title").focus();
  await command(page, "Reset cell to the published text");
  await expect(page.getByRole("heading", { name: "Network parameters" })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { name: "Mine" })).toBeVisible();

  await cellOf(page, "parameter-kinds").focus();
  await cellOf(page, "parameter-kinds").getByRole("button", { name: "Delete" }).click();
  await expect(cellOf(page, "parameter-kinds")).toHaveCount(0);
  await command(page, "Reset all to the published text");
  await expect(cellOf(page, "parameter-kinds")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Network parameters" })).toBeVisible();

  await command(page, "Versions of this notebook");
  const panel = page.locator("[data-panel=versions]");
  await panel.locator("[data-version=before] > button").first().click();
  await expect(panel.getByText("removed: # Mine")).toBeAttached();
  await expect(panel.getByText("was added")).toBeVisible(); // the cell that the reset brought back
  await panel.getByRole("button", { name: "Restore this version" }).click();
  await expect(page.getByRole("heading", { name: "Mine" })).toBeVisible();
  await expect(cellOf(page, "parameter-kinds")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { name: "Network parameters" })).toBeVisible();
  await saved(page);
  await page.reload();
  await expect(cellOf(page, "parameter-kinds")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Network parameters" })).toBeVisible();
});

test("a newer published text is told of, shown cell by cell, and taken into the cells that are not edited", async ({
  page,
}) => {
  await openPage(page);
  await rewrite(page, "title", "# Mine");
  // as if the copy had been made of an older text
  await page.goto("./");
  await putRecords(page, "published", ({ texts }) => {
    for (const { cells } of Object.values(texts))
      for (const cell of cells) if (cell.id === "parameter" || cell.id === "title") cell.source = "# Older";
  });
  await putRecords(page, "cells", (record) => {
    if (record.part === "parameter") record.body = { ...(record.body as object), source: "# Older" };
  });
  await openPage(page);
  await expect(page.getByRole("heading", { name: "Older" })).toBeVisible();
  await page.getByRole("button", { name: "See what changed" }).click();
  const panel = page.locator("[data-panel=news]");
  await expect(panel.getByText("removed: # Older")).toHaveCount(2);
  await expect(panel.getByText("you have edited it: yours stays")).toHaveCount(1);
  await panel.getByRole("button", { name: "Take the new text" }).click();
  await expect(page.getByRole("heading", { name: "What a Parameter is" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Mine" })).toBeVisible();
  await expect(page.locator("[data-bar=news]")).toHaveCount(0);
  await saved(page);
  await page.reload();
  await expect(page.getByRole("heading", { name: "What a Parameter is" })).toBeVisible();
  await expect(page.locator("[data-bar=news]")).toHaveCount(0);
});

test("a full storage blocks nothing: it is told, and saved as soon as there is room", async ({ page }) => {
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...parts) {
      if ((window as unknown as { isFull?: boolean }).isFull) throw new DOMException("full", "QuotaExceededError");
      return put.apply(this, parts);
    };
  });
  await openPage(page);
  await rewrite(page, "title", "# Kept");
  await page.evaluate(() => Object.assign(window, { isFull: true }));
  await cellOf(page, "title").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText("# Not kept yet");
  await expect(page.locator("[data-bar=unsaved]")).toContainText("no room left");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download the notebook" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("network-parameters.en.ipynb");
  await page.evaluate(() => Object.assign(window, { isFull: false }));
  await expect(page.locator("[data-bar=unsaved]")).toHaveCount(0);
  await saved(page);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Not kept yet" })).toBeVisible();
});

test("a notebook with a record that cannot be read opens with the rest, and the record can be downloaded", async ({
  page,
}) => {
  await openPage(page);
  await rewrite(page, "title", "# Mine");
  await page.goto("./");
  await putRecords(page, "cells", (record) => {
    if (record.part === "parameter-kinds") record.body = "scrambled";
  });
  await openPage(page);
  await expect(page.getByRole("heading", { name: "Mine" })).toBeVisible();
  await expect(page.locator("[data-bar=damaged]")).toContainText("One part of this notebook could not be read.");
  await expect(cellOf(page, "parameter-kinds")).toHaveCount(0);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download the unreadable parts" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("damaged.json");
});
