import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { cellOf, expectOutcome, openPage, printed, pythonReady } from "./page";

/*
 * What every cell of the tutorial prints. Texts laid out by real NumPy (1.x rules); the convolutions summed in plain
 * float32 from the golden vectors of the generator; their corners and the Dense weight as MindSpore's documents print
 * them.
 */
const expected: { [cell: string]: string } = JSON.parse(
  readFileSync(new URL("expected/network-parameters.json", import.meta.url), "utf8"),
);

test("Run all prints the tutorial's numbers, and another language leaves them there", async ({ page }) => {
  const { errors } = await openPage(page);
  await page.getByRole("button", { name: "Run all" }).click();
  await expectOutcome(cellOf(page, "update-weight"), "ok");
  for (const [id, text] of Object.entries(expected)) {
    await expectOutcome(cellOf(page, id), "ok");
    expect(await printed(cellOf(page, id)), id).toBe(text.replace(/\n$/, ""));
  }
  expect(await page.locator("[data-type=code]").count()).toBe(Object.keys(expected).length);

  const weights = await printed(cellOf(page, "dense-weight"));
  await page.getByRole("button", { name: "中文" }).click();
  await expect(page.getByRole("heading", { name: "什么是 Parameter" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "What a Parameter is" })).toHaveCount(0);
  await expect(page.getByText("Python 已就绪")).toBeVisible();
  expect(await printed(cellOf(page, "dense-weight"))).toBe(weights);
  expect(errors).toEqual([]);
});

test("a seed set again prints the same numbers again", async ({ page }) => {
  await openPage(page);
  await pythonReady(page);
  await page.getByRole("button", { name: "Run all" }).click();
  await expectOutcome(cellOf(page, "update-weight"), "ok");
  const again = cellOf(page, "conv-normal-string");
  await again.focus();
  await page.keyboard.press("Control+Enter");
  await expect(again.getByText("[16]")).toBeVisible();
  await expectOutcome(again, "ok");
  expect(await printed(again)).toBe(expected["conv-normal-string"]!.trimEnd());
});
