import { expect, type Locator, test } from "@playwright/test";
import { notebookOf } from "../scripts/bench/notebook.mjs";
import { cellOf, fileOf, openButton, openPage } from "./page";

const count = 500;

/** Puts the caret into a cell; again, if the page took on the notebook's own address in between. */
async function openEditor(cell: Locator): Promise<void> {
  await expect(async () => {
    await cell.locator("textarea, .native-edit-context").first().focus();
    await expect(cell.locator("[data-ready='true']")).toBeVisible({ timeout: 8_000 });
  }).toPass();
}

test("500 cells: one cell works while one is written in, a dozen editors live at most, none is ever empty", async ({
  page,
}) => {
  test.slow();
  await page.route(/\/runtime\//, (route) => route.abort()); // Python is not needed here
  await openPage(page);
  await openButton(page)
    .first()
    .setInputFiles(fileOf("many.ipynb", notebookOf(count)));
  await expect(page.locator("[data-cell]")).toHaveCount(count);

  for (const id of ["c1", "c250", "c499"]) {
    const cell = cellOf(page, id);
    await cell.evaluate((element) => element.scrollIntoView({ block: "center" }));
    await openEditor(cell);
    await page.evaluate(() => {
      const touched = new Set<string>();
      new MutationObserver((changes) => {
        for (const { target } of changes) {
          const element = target instanceof Element ? target : target.parentElement;
          const own = element?.closest<HTMLElement>("[data-cell]")?.dataset.cell;
          if (own) touched.add(own);
        }
        (window as unknown as { touched: string[] }).touched = [...touched];
      }).observe(document.querySelector("#notebook")!, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
    });
    await page.keyboard.press("Control+End");
    await page.keyboard.type("\nabc = 1");
    await expect(cell.locator(".view-lines")).toContainText("abc");
    expect(await page.evaluate(() => (window as unknown as { touched: string[] }).touched)).toEqual([id]);
  }

  // jumps to twenty places, as one drags the scroll bar
  for (let jump = 0; jump < 20; jump++) {
    const empty = await page.evaluate(
      (part) =>
        new Promise<string[]>((resolve) => {
          scrollTo(0, document.documentElement.scrollHeight * part);
          requestAnimationFrame(() => {
            const cells = [...document.querySelectorAll<HTMLElement>("[data-cell]")].filter((cell) => {
              const { top, bottom } = cell.getBoundingClientRect();
              return bottom > 0 && top < innerHeight;
            });
            const textOf = (cell: HTMLElement) =>
              (cell.querySelector(".view-lines") ?? cell.querySelector("pre, p, h2, li"))?.textContent ?? "";
            const isEmpty = (cell: HTMLElement) => !/\S/.test(textOf(cell));
            resolve(cells.length === 0 ? ["none"] : cells.filter(isEmpty).map((cell) => cell.dataset.cell!));
          });
        }),
      ((jump * 7) % 20) / 20,
    );
    expect(empty, `jump ${jump}`).toEqual([]);
  }

  const editors = page.locator(".monaco-editor[role=code]");
  for (let index = 1; index < count; index += 36) {
    const id = index % 3 === 0 ? `c${index + 1}` : `c${index}`;
    await openEditor(cellOf(page, id));
    expect(await editors.count()).toBeLessThanOrEqual(12);
  }
});
