import { expect, test } from "@playwright/test";
import { cellAt, cellOf, fileOf, openButton, openPage } from "./page";

const cells = [
  { cell_type: "markdown", id: "text", metadata: {}, source: "# A *weight* and its net\n\nThe weight is a Parameter." },
  {
    cell_type: "code",
    id: "one",
    metadata: {},
    source: "weight = 1\nprint(weight)",
    outputs: [],
    execution_count: null,
  },
  {
    cell_type: "code",
    id: "two",
    metadata: { jupyter: { source_hidden: true } },
    source: "Weight = weight + 1\n".repeat(30),
    outputs: [{ output_type: "stream", name: "stdout", text: "weight printed\n" }],
    execution_count: 1,
  },
];

test.beforeEach(async ({ page }) => {
  await page.route(/\/runtime\//, (route) => route.abort());
  await openPage(page);
  const text = JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
  await openButton(page).first().setInputFiles(fileOf("find.ipynb", text));
  await expect(page.locator("[data-cell]")).toHaveCount(3);
});

const marks = (name: "found" | "found-now") =>
  `[...(CSS.highlights.get("${name}") ?? [])].map((range) => range.toString())`;

test("finds in all cells, counts, goes around, and leaves the page as it was", async ({ page }) => {
  await cellAt(page, 0).focus();
  await page.keyboard.press("Control+f");
  const field = page.getByRole("textbox", { name: "Find in all cells" });
  await expect(field).toBeFocused();
  await page.keyboard.type("weight");
  const count = page.getByTestId("find-count");
  await expect(count).toHaveText("64 matches");
  await page.keyboard.press("Enter");
  await expect(count).toHaveText("1 of 64");
  await expect.poll(() => page.evaluate(marks("found-now"))).toEqual(["weight"]);
  await page.keyboard.press("Alt+c");
  await expect(count).toHaveText("34 matches");
  await page.keyboard.press("Shift+Enter");
  await expect(count).toHaveText("34 of 34");
  await expect(cellOf(page, "two").locator("pre").first()).toBeInViewport(); // its source was hidden
  await page.keyboard.press("Enter");
  await expect(count).toHaveText("1 of 34");
  await page.getByRole("checkbox", { name: "In outputs too" }).check();
  await expect(count).toContainText("35");
  await field.focus();
  await page.keyboard.press("Escape");
  await expect(field).toHaveCount(0);
  expect(await page.evaluate(marks("found"))).toEqual([]);
});

test("marks hits in a live editor too, and replaces one and all so that it can be undone", async ({ page }) => {
  const cell = cellOf(page, "one");
  await cell.locator("textarea").first().click();
  await expect(cell.locator("[data-ready='true']")).toBeVisible();
  await page.keyboard.press("Control+h");
  await page.getByRole("textbox", { name: "Find in all cells" }).fill("weight");
  await expect(cell.locator(".view-lines .found")).toHaveCount(2);
  const replacement = page.getByRole("textbox", { name: "Replace with" });
  await replacement.fill("bias");
  await page.keyboard.press("Enter"); // goes to the first
  await expect(cell.locator(".view-lines .found-now")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(cell.locator(".view-lines")).toContainText("bias = 1");
  await expect(replacement).toBeFocused();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByTestId("find-count")).toHaveText("63 replaced. Undo brings them back.");
  await expect(cell.locator(".view-lines")).toContainText("print(bias)");
  await page.keyboard.press("Escape");
  await cell.focus();
  await page.keyboard.press("z");
  await expect(cell.locator(".view-lines")).toContainText("print(weight)");
  await page.keyboard.press("z");
  await expect(cell.locator(".view-lines")).toContainText("weight = 1");
});

test("an expression that is none gets a sentence, one that never ends does not hold the page", async ({ page }) => {
  await cellAt(page, 1).focus();
  await page.keyboard.press("Control+f");
  const field = page.getByRole("textbox", { name: "Find in all cells" });
  await page.getByRole("button", { name: "Regular expression" }).click();
  await field.fill("we(ight");
  await expect(page.getByRole("alert").filter({ hasText: "no regular expression" })).toContainText(
    "Unterminated group",
  );
  await field.fill("((\\w|\\s|=|\\+)+)+@");
  await expect(page.getByRole("alert").filter({ hasText: "takes too long" })).toBeVisible();
  await field.fill("^(w)eight\\b");
  await expect(page.getByTestId("find-count")).toHaveText("31 matches");
});
