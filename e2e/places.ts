import { expect, type Page } from "@playwright/test";
import { activeCell, cellAt, cellOf, expectOutcome, openEmpty, openPage, runCode } from "./page";

/*
 * Every place of the site, in one walk: what holds for everyone must hold in each of them.
 */

/** Opens a panel or carries out any other command by its first title, with the palette. */
export async function command(page: Page, id: string): Promise<void> {
  await page.keyboard.press("F1");
  await page.locator(`[data-panel=palette] [data-command="${id}"]`).click();
}

/** `scope` is what is new there; what stands around it was looked at in the place before. */
export type Place = { name: string; scope?: string; go(page: Page): Promise<void> };

const ran = async (page: Page) => {
  await page.getByRole("button", { name: /^(Run all|全部运行)$/ }).click();
  await expectOutcome(cellOf(page, "update-weight"), "ok");
};

/** One after the other, in this order; each begins where the one before has ended. */
export const places: readonly Place[] = [
  {
    name: "home",
    go: async (page) => {
      await page.goto("./");
      await expect(page.getByRole("main")).toBeVisible();
    },
  },
  { name: "tutorial", go: async (page) => void (await openPage(page)) },
  { name: "tutorial after Run all", go: ran },
  {
    name: "an open editor",
    scope: "[data-cell=clone-print]",
    go: async (page) => {
      await cellOf(page, "clone-print").focus();
      await page.keyboard.press("Enter");
      await expect(cellOf(page, "clone-print").locator("[data-ready='true']")).toBeVisible();
    },
  },
  {
    name: "palette",
    scope: "[data-panel]",
    go: async (page) => {
      await page.keyboard.press("Escape");
      await page.keyboard.press("F1");
      await expect(page.locator("[data-panel=palette]")).toBeVisible();
    },
  },
  { name: "keys", scope: "[data-panel]", go: (page) => dialog(page, "Mod+Shift+H", "keys") },
  { name: "settings", scope: "[data-panel]", go: (page) => dialog(page, "Mod+,", "settings") },
  {
    name: "sharing",
    scope: "[data-panel]",
    go: async (page) => {
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: /^(Share|分享)$/ }).click();
      await expect(page.locator("[data-panel=share] [data-channel=qr]")).toBeVisible();
      await page.locator("[data-panel=share] summary").click();
    },
  },
  {
    name: "data files",
    scope: "[data-panel]",
    go: async (page) => {
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: /^(Data files|数据文件)/ }).click();
      const files = ["参数.csv", "w.npy"].map((name) => ({ name, mimeType: "", buffer: Buffer.from(name) }));
      await page.getByTestId("data-input").setInputFiles(files);
      await expect(page.locator("[data-panel=data]").getByRole("listitem")).toHaveCount(2);
      await page
        .getByRole("button", { name: /w\.npy/ })
        .last()
        .click();
      await expect(page.locator("[data-panel=data]").getByRole("listitem")).toHaveCount(1);
      await page.evaluate(() => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([new Uint8Array(50_000_001)], "large.bin"));
        const place = document.querySelector("[data-panel=data] [data-drop=data]");
        place?.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
      });
      await expect(page.locator("[data-panel=data]")).toContainText("large.bin");
    },
  },
  {
    name: "an error",
    go: async (page) => {
      const cell = await openEmpty(page);
      await runCode(page, cell, "weights = [0.1, 0.2]\nprint(weights[2])", "error");
      await page.keyboard.press("Escape");
      await expect(activeCell(page)).toBeFocused();
    },
  },
  {
    name: "a deleted cell",
    go: async (page) => {
      await cellAt(page, 0).focus();
      await page.keyboard.press("d");
      await page.keyboard.press("d");
      await expect(page.locator("[data-cell]")).toHaveCount(0);
    },
  },
  {
    name: "contents",
    scope: "[data-panel]",
    go: async (page) => {
      await openPage(page);
      await cellOf(page, "title").focus();
      await command(page, "contents");
      await expect(page.locator("[data-panel=contents]")).toBeVisible();
    },
  },
  {
    name: "versions",
    scope: "[data-panel]",
    go: async (page) => {
      await command(page, "versions");
      await expect(page.locator("[data-panel=versions]")).toBeVisible();
    },
  },
  {
    name: "home with notebooks",
    go: async (page) => {
      await page.goto("./");
      await expect(page.locator("[data-notebook]").first()).toBeVisible();
    },
  },
  { name: "a notebook that is not there", go: async (page) => void (await page.goto("./notebook/#nobody")) },
  { name: "names", go: async (page) => void (await page.goto("./names/")) },
  { name: "no such page", go: async (page) => void (await page.goto("./nowhere/")) },
];

async function dialog(page: Page, keys: string, name: string): Promise<void> {
  await page.keyboard.press("Escape");
  await page.keyboard.press(keys.replace("Mod", "ControlOrMeta"));
  await expect(page.locator(`[data-panel=${name}]`)).toBeVisible();
}
