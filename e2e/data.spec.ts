import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { cellAt, expectOutcome, openEmpty, openPage, printed, runBelow, runCode } from "./page";

const panel = (page: Page) => page.locator("[data-panel=data]");
const input = (page: Page) => page.getByTestId("data-input");
const file = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
const open = (page: Page) => page.getByRole("button", { name: "Data files" }).click();

async function drop(page: Page, target: string, name: string, text: string): Promise<void> {
  await page.evaluate(
    ([target, name, text]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text!], name!));
      const fire = (type: string) =>
        (document.querySelector(target!) ?? document.body).dispatchEvent(
          new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }),
        );
      fire("dragover");
      requestAnimationFrame(() => requestAnimationFrame(() => fire("drop")));
    },
    [target, name, text],
  );
}

test("cells open the reader's files, and the reader gets what cells write; a restart loses neither", async ({
  page,
}) => {
  await openPage(page);
  const cell = await openEmpty(page);
  await open(page);
  await input(page).setInputFiles([file("参数.csv", "1,2\n3,4\n"), file("a.txt", "text")]);
  await expect(panel(page).getByRole("listitem")).toHaveCount(2);
  await expect(panel(page)).toContainText("2 files");
  await runCode(
    page,
    cell,
    'import numpy as np\nprint(np.loadtxt("参数.csv", delimiter=",").sum())\nnp.save("w.npy", np.arange(3))',
  );
  expect(await printed(cell)).toBe("10.0");
  const row = panel(page).getByRole("listitem").filter({ hasText: "w.npy" });
  await expect(row).toContainText("written by a cell");

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download w.npy" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("w.npy");
  expect(
    readFileSync(await download.path())
      .subarray(1, 6)
      .toString(),
  ).toBe("NUMPY");

  await page.getByRole("button", { name: "Delete a.txt" }).click();
  await expect(panel(page).getByRole("listitem")).toHaveCount(2);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(panel(page).getByRole("listitem")).toHaveCount(3);

  await page.getByRole("button", { name: "Restart", exact: true }).click();
  await page.getByRole("button", { name: "Restart Python" }).click();
  await cell.focus();
  const after = await runBelow(page, 'import numpy as np\nprint(open("a.txt").read(), np.load("w.npy"))');
  expect(await printed(after)).toBe("text [0 1 2]");
});

test("a dropped file lands where the page says", async ({ page }) => {
  await openPage(page);
  await openEmpty(page);
  await drop(page, "body", "data.csv", "1");
  await expect(panel(page).getByRole("listitem")).toHaveText(/data\.csv/);
  await drop(page, "[data-panel=data] [data-drop=data]", "script.py", "x = 1");
  await expect(panel(page).getByRole("listitem")).toHaveCount(2);
  await drop(page, "body", "script.py", "# %%\nx = 41\n\n# %%\nprint(x + 1)\n");
  await expect(page.getByTestId("file-name")).toHaveText("script.ipynb");
  await expect(page.locator("[data-cell]")).toHaveCount(2);
  await cellAt(page, 0).focus();
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.press("Shift+Enter");
  await expectOutcome(cellAt(page, 1), "ok");
  expect(await printed(cellAt(page, 1))).toBe("42");
});
