import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { cellOf, expectOutcome, openPage, printed, write } from "./page";

const expected: { [cell: string]: string } = JSON.parse(
  readFileSync(new URL("expected/network-parameters.json", import.meta.url), "utf8"),
);
const shown = (language: string) => `[data-choice=${language}]`;

test("the tutorial's steps as TypeScript print what its Python prints, cell by cell", async ({ page }) => {
  const { errors } = await openPage(page);
  await page.locator(shown("typescript")).click();
  await expect(cellOf(page, "normal")).toContainText("setSeed(1)");
  await page.getByRole("button", { name: "Run all" }).click();
  for (const [id, text] of Object.entries(expected)) {
    await expectOutcome(cellOf(page, id), "ok");
    await expect(cellOf(page, id)).toHaveAccessibleName(/^TypeScript/);
    expect(await printed(cellOf(page, id)), id).toBe(text.replace(/\n$/, ""));
  }
  expect(errors).toEqual([]);
});

test("what is changed in either language stays through the switch, through another language of prose, and in storage", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await openPage(page);
  const cell = cellOf(page, "conv-ones");
  await page.locator(shown("typescript")).click();
  await write(page, cell, "print('mine, typed')");
  await page.keyboard.press("Escape");
  await page.locator(shown("python")).click();
  await expect(cell).toContainText("weight_init=weight");
  await write(page, cell, "print('mine, plain')");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "中文" }).click();
  await page.locator(shown("typescript")).click();
  await expect(cell).toContainText("mine, typed");
  await expect(page.locator("[data-cell=normal]")).toContainText("先用 setSeed(1) 固定随机种子");
  await expect(page.getByText("已保存在此浏览器")).toBeVisible();
  await page.reload();
  await expect(cell).toContainText("mine, typed");
  await page.locator(shown("python")).click();
  await expect(cell).toContainText("mine, plain");
});

test("The engine in TypeScript runs from top to bottom, both languages on one memory", async ({ page }) => {
  await page.goto("./engine-in-typescript/");
  await expect(page.locator("[data-choice=en][aria-pressed=true]")).toBeVisible();
  await page.getByRole("button", { name: "Run all" }).click();
  await expectOutcome(cellOf(page, "seeds-python"), "ok");
  expect(await printed(cellOf(page, "memory-python"))).toBe("[[1. 2. 3.]\n [4. 5. 6.]]\n15 (2, 3)");
  expect(await printed(cellOf(page, "seeds-python"))).toContain("[[0. 7. 0.]\n [0. 0. 0.]]");
  await expect(cellOf(page, "waiting-code")).toContainText("15");
});
