import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { cellAt, cellOf, downloadMenu, expectOutcome, fileOf, openButton, openEmpty, openPage, runCode } from "./page";

/* Each view of the numbers behind an output, by mouse and by keys. Pictures of them, to be looked at: .build/screenshots. */

const folder = fileURLToPath(new URL("../.build/screenshots", import.meta.url));
const mime = "application/vnd.sporebook.tensor+json";

const tab = (lens: Locator, name: string) => lens.getByRole("tab", { name, exact: true });
const readout = (lens: Locator) => lens.locator("[data-lens=readout]");
const lensOf = (cell: Locator) => cell.locator("section[data-view]").first();

/** The view as it looks and for axe, in the light and in the dark. */
async function inspect(page: Page, lens: Locator, name: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator(`html`)).toHaveCSS("color-scheme", /light|dark/);
    await lens.screenshot({ path: `${folder}/lens ${name} ${colorScheme}.png`, animations: "disabled" });
    const { violations } = await new AxeBuilder({ page })
      .include("section[data-view]")
      .options({ rules: { "target-size": { enabled: true } }, resultTypes: ["violations"] })
      .analyze();
    const told = violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 2).map(({ html }) => html.slice(0, 160))}`);
    expect.soft(told, `axe: ${name}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: "light" });
}

/** A cell below the last one, with this code, run. */
async function another(page: Page, last: Locator, code: string): Promise<Locator> {
  await last.focus();
  await page.keyboard.press("b");
  const cell = page.locator("[data-cell][data-active]");
  await expect(cell.locator("section[data-view]")).toHaveCount(0);
  await runCode(page, cell, code);
  return cell;
}

// eighths, each of them a float32 that is printed in full: the expected numbers are computed here once more
const valueAt = (n: number) => Math.round(500 * Math.sin(n / 97) * Math.cos(n / 7)) / 8;
const textOf = (value: number) =>
  Number.isInteger(value) ? `${Object.is(value, -0) ? "-0" : value}.0` : String(value);
const values = Array.from({ length: 7200 }, (_, n) => valueAt(n));
const textAt = (...[i, j, k, l]: [number, number, number, number]) =>
  `[${[i, j, k, l].join(", ")}] = ${textOf(values[1800 * i + 600 * j + 30 * k + l]!)}`;
const making = `import numpy as np
from mindspore import Tensor, Parameter
n = np.arange(7200)
numbers = (np.round(500 * np.sin(n / 97) * np.cos(n / 7)) / 8).astype(np.float32)
w = Parameter(Tensor(numbers.reshape(4, 3, 20, 30)), name="conv.weight")
w`;

test("the numbers of a tensor are looked at in every view, compared, and kept in the file", async ({
  page,
  context,
}) => {
  test.setTimeout(240_000);
  await page.setViewportSize({ width: 1200, height: 1000 });
  const { errors } = await openPage(page);
  const cell = await openEmpty(page);
  await runCode(page, cell, making);
  const lens = lensOf(cell);

  await expect(tab(lens, "Text")).toHaveAttribute("aria-selected", "true");
  await expect(lens.locator("pre")).toHaveText(
    "Parameter (name=conv.weight, shape=(4, 3, 20, 30), dtype=Float32, requires_grad=True)",
  );
  await inspect(page, lens, "text");

  await tab(lens, "Text").focus();
  await page.keyboard.press("ArrowRight");
  await expect(tab(lens, "Table")).toBeFocused();
  const grid = lens.getByRole("grid", { name: "Table of 20 rows and 30 columns" });
  await expect(grid).toHaveAttribute("aria-rowcount", "21");
  await grid.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await expect(readout(lens)).toHaveText(textAt(0, 0, 1, 1));
  await lens.getByRole("spinbutton", { name: "Index on axis 0" }).fill("3");
  await expect(readout(lens)).toHaveText(textAt(3, 0, 1, 1));
  await grid.focus();
  await page.keyboard.press("Control+End");
  await expect(readout(lens)).toHaveText(textAt(3, 0, 19, 29));
  await expect(lens.locator("[role=gridcell][data-at]")).toBeInViewport();
  await lens.getByRole("combobox", { name: "Rows" }).selectOption("0");
  await expect(lens.getByRole("grid", { name: "Table of 4 rows and 30 columns" })).toBeVisible();
  await expect(readout(lens)).toHaveText(textAt(3, 0, 0, 29));
  await lens.getByRole("combobox", { name: "Rows" }).selectOption("2");
  await expect(lens.getByRole("grid", { name: "Table of 20 rows and 30 columns" })).toBeVisible();
  await inspect(page, lens, "table");

  await tab(lens, "Heatmap").click();
  const plot = lens.getByRole("application");
  await expect(plot.locator("canvas")).toHaveAttribute("data-drawn", "true");
  await plot.hover({ position: { x: 4, y: 4 } });
  await expect(readout(lens)).toHaveText(textAt(0, 0, 0, 0));
  await plot.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await expect(readout(lens)).toHaveText(textAt(0, 0, 1, 1));
  await inspect(page, lens, "heatmap");
  await plot.focus();
  await page.keyboard.press("Enter");
  await expect(tab(lens, "Table")).toHaveAttribute("aria-selected", "true");
  await expect(readout(lens)).toHaveText(textAt(0, 0, 1, 1));

  await tab(lens, "Histogram").click();
  const brush = lens.locator("[data-lens=brush]");
  const box = (await brush.boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.5 + 2, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 2, box.y + 60, { steps: 4 });
  await page.mouse.up();
  const from = lens.getByRole("slider", { name: "Marked from" });
  const bound = async () => Number(/^-?[\d.]+/.exec((await from.getAttribute("aria-valuetext")) ?? "")?.[0]);
  const counted = (low: number) =>
    `${values.filter((value) => value >= low).length.toLocaleString("en")} of 7,200 elements`;
  const before = Number(await from.getAttribute("aria-valuenow"));
  const low = await bound();
  expect(Math.abs(low)).toBeLessThan(4);
  await expect(lens.locator("[data-lens=count]")).toContainText(counted(low));
  await from.focus();
  await page.keyboard.press("ArrowRight");
  await expect(from).toHaveAttribute("aria-valuenow", String(before + 1));
  await expect(lens.locator("[data-lens=count]")).toContainText(counted(await bound()));
  await page.keyboard.press("ArrowLeft");
  await expect(lens.locator("[data-lens=count]")).toContainText(counted(low));
  await inspect(page, lens, "histogram");
  await tab(lens, "Table").click();
  await expect(lens).toContainText(`${values.slice(0, 600).filter((value) => value >= low).length} in this slice`);
  for (const column of [0, 1, 2, 3, 4])
    await expect(lens.getByRole("gridcell").nth(column)).toHaveAttribute(
      "aria-selected",
      String(values[column]! >= low),
    );
  await inspect(page, lens, "table marked");
  await tab(lens, "Heatmap").click();
  await inspect(page, lens, "heatmap marked");
  await lens.getByRole("button", { name: "Unmark" }).click();

  await tab(lens, "Statistics").click();
  const fact = (name: string) => lens.locator(`[data-fact=${name}]`);
  const mean = values.reduce((sum, value) => sum + value, 0) / 7200;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 7200;
  const count = (is: (value: number) => boolean) => values.filter(is).length.toLocaleString("en");
  const rounded = (value: number) => String(Number(value.toPrecision(8))).replace("-", "−");
  const greatest = textOf(Math.max(...values));
  await expect(fact("min")).toHaveText(textOf(Math.min(...values)));
  await expect(fact("max")).toHaveText(greatest);
  await expect(fact("mean")).toHaveText(rounded(mean));
  await expect(fact("std")).toHaveText(rounded(Math.sqrt(variance)));
  await expect(fact("zeros")).toContainText(`${count((value) => value === 0)} (`);
  await expect(fact("negative")).toContainText(`${count((value) => value < 0)} (`);
  await expect(fact("distinct")).toHaveText(new Set(values).size.toLocaleString("en"));
  await inspect(page, lens, "statistics");

  const changed = await another(
    page,
    cell,
    "numbers[7000] += 2\nnumbers[5700:5800] -= 0.5\nw.set_data(Tensor(numbers.reshape(4, 3, 20, 30)))\nw",
  );
  const second = lensOf(changed);
  await tab(second, "Compare").click();
  await expect(second.locator("[data-fact=maxAbs]")).toHaveText("2.0 at [3, 2, 13, 10]"); // 7000 = 3·1800 + 2·600 + 13·30 + 10
  await expect(second.locator("[data-fact=changed]")).toContainText("101 of 7,200 elements");
  await expect(second.getByRole("combobox", { name: "Before" })).toContainText("revision 0: created");
  await expect(second.getByRole("combobox", { name: "After" })).toContainText("set_data");
  await expect(second.getByRole("application").locator("canvas")).toHaveAttribute("data-drawn", "true");
  await second.getByRole("button", { name: "at [3, 2, 13, 10]" }).click();
  await expect(second.locator("[data-lens=readout]")).toHaveText("|Δ| [3, 2, 13, 10] = 2");
  await inspect(page, second, "compare");

  const small = await another(page, changed, "Tensor(np.float32([[1.5, -2], [np.nan, np.inf]]))");
  await expect(lensOf(small).locator("pre")).toContainText("Tensor(shape=[2, 2], dtype=Float32");

  // what was chosen stays when the cell runs again
  await cell.focus();
  await page.keyboard.press("Control+Enter");
  await expectOutcome(cell, "ok");
  await expect(tab(lens, "Statistics")).toHaveAttribute("aria-selected", "true");
  await expect(fact("max")).toHaveText(greatest);

  // the file opens as it was left: on the heatmap of the slice that was chosen
  await tab(lens, "Heatmap").click();
  await lens.getByRole("spinbutton", { name: "Index on axis 0" }).fill("3");
  await lens.getByRole("spinbutton", { name: "Index on axis 1" }).fill("2");
  let text = "";
  await expect(async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      downloadMenu(page)
        .click()
        .then(() => page.getByRole("menuitem", { name: /\.ipynb/ }).click()),
    ]);
    text = readFileSync(await download.path(), "utf8");
    const [{ data, metadata }] = JSON.parse(text).cells[0].outputs;
    expect(metadata.sporebook.view).toEqual({ as: "heatmap", slice: [3, 2, "rows", "columns"] });
    expect(data[mime].picks).toEqual([3, 2, "rows", "columns"]); // its picture has come
  }).toPass();
  expect(text).not.toContain('"handle"');

  const other = await context.newPage();
  await openPage(other);
  await openButton(other).first().setInputFiles(fileOf("kept.ipynb", text));
  const kept = lensOf(cellAt(other, 0));
  await expect(tab(kept, "Heatmap")).toHaveAttribute("aria-selected", "true");
  await expect(kept.getByRole("spinbutton", { name: "Index on axis 0" })).toHaveValue("3");
  await expect(kept.getByRole("application").locator("canvas")).toHaveAttribute("data-drawn", "true");
  await kept.getByRole("application").hover({ position: { x: 4, y: 4 } });
  await expect(readout(kept)).toHaveText(textAt(3, 2, 0, 0));
  await tab(kept, "Text").click();
  await expect(kept.locator("pre")).toContainText("conv.weight");
  await tab(kept, "Statistics").click();
  await expect(kept.locator("[data-fact=max]")).toHaveText(greatest);
  await tab(kept, "Histogram").click();
  await expect(kept.getByRole("img", { name: /^Histogram of 7,200 values from −/ })).toBeVisible();
  await tab(kept, "Table").click();
  await expect(kept).toContainText("Run the cell to see them.");
  await expect(tab(kept, "Compare")).toHaveCount(0);
  const whole = lensOf(cellAt(other, 2));
  await tab(whole, "Table").click();
  await expect(whole.getByRole("gridcell")).toHaveText(["1.5", "-2.0", "nan", "inf"]);
  await tab(whole, "Heatmap").click();
  await expect(whole).toContainText("NaN");
  await expect(whole.getByRole("application").locator("canvas")).toHaveAttribute("data-drawn", "true");
  await inspect(other, whole, "heatmap nan");
  expect(errors).toEqual([]);
});

test("a network shows its parameters, one a row, and a large array is walked from end to end", async ({ page }) => {
  test.setTimeout(180_000);
  const { errors } = await openPage(page);
  const cell = await openEmpty(page);
  await runCode(page, cell, "from mindspore import nn, Tensor\nimport numpy as np\nnn.Conv2d(3, 64, 3)");
  const lens = lensOf(cell);
  await expect(lens.locator("pre")).toContainText("Conv2d<");
  await tab(lens, "Members").click();
  const row = lens.getByRole("row", { name: /weight/ }).first();
  await expect(row).toContainText("(64, 3, 3, 3)");
  await expect(row.locator("svg path")).toHaveAttribute("d", /^M/);
  await row.getByRole("button").focus();
  await page.keyboard.press("Enter");
  const inner = lens.locator("section[data-view]");
  await expect(inner.getByRole("application").locator("canvas")).toHaveAttribute("data-drawn", "true");
  await inspect(page, lens, "members");

  const large = await another(page, cell, "Tensor(np.arange(12_000_000, dtype=np.int32).reshape(3000, 4000))");
  const picture = lensOf(large);
  await expect(tab(picture, "Heatmap")).toHaveAttribute("aria-selected", "true");
  await expect(picture).toContainText("3,000 × 4,000 elements in");
  await expect(picture.getByRole("application").locator("canvas")).toHaveAttribute("data-drawn", "true");
  await picture.getByRole("radio", { name: "Greatest" }).click();
  await picture.getByRole("application").focus();
  await page.keyboard.press("End");
  await expect(readout(picture)).toContainText(/^\[0:\d+, \d+:4000\]: from \d+ to \d+/);
  await tab(picture, "Table").click();
  const grid = picture.getByRole("grid");
  await grid.focus();
  await page.keyboard.press("Control+End");
  await expect(readout(picture)).toHaveText("[2999, 3999] = 11999999");
  const scroller = picture.locator("[data-lens=table]");
  await scroller.evaluate((box) => box.scrollTo(0, box.scrollHeight / 2));
  await expect(picture.getByRole("rowheader").first()).toHaveText(/^1[45]\d\d$/);
  await expect(picture.getByRole("gridcell").first()).not.toHaveText("");
  expect(errors).toEqual([]);
});

test("a view that is asked for while a cell runs waits for it calmly, and comes at once when the cell awaits something", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const { errors } = await openPage(page);
  const code = (id: string, languageId: string, source: string) => ({
    ...{ id, cell_type: "code", source, outputs: [], execution_count: null },
    metadata: { vscode: { languageId } },
  });
  const cells = [
    code("numbers", "python", "import numpy as np\nnp.arange(1_500_000, dtype=np.int32).reshape(1500, 1000)"),
    code("asks", "python", "input('Go on? ')"),
    code(
      "awaits",
      "typescript",
      'import np from "numpy";\ndisplay(np.ones([1100, 1000]));\nwhile (true) await sleep(20);',
    ),
  ];
  const text = JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
  await openButton(page).first().setInputFiles(fileOf("busy.ipynb", text));
  const run = async (id: string, outcome: string) => {
    await cellOf(page, id).focus();
    await page.keyboard.press("Control+Enter");
    await expectOutcome(cellOf(page, id), outcome);
  };
  await run("numbers", "ok");
  const lens = lensOf(cellOf(page, "numbers"));
  await expect(lens.locator("[data-lens=heatmap][data-fresh]")).toBeVisible();

  await run("asks", "running");
  const question = cellOf(page, "asks").getByRole("textbox", { name: "Go on?" });
  await expect(question).toBeVisible();
  await tab(lens, "Table").click();
  const waiting = lens.locator("[data-lens=waiting]");
  await expect(waiting).toHaveText("A cell is running; this appears as soon as it has ended.");
  await inspect(page, lens, "waiting");
  await tab(lens, "Heatmap").click();
  await tab(lens, "Table").click();
  await expect(waiting.getByRole("status")).toBeVisible();
  await question.fill("yes");
  await question.press("Enter");
  await expect(lens.getByRole("gridcell").first()).toHaveText("0");
  await expect(lens.locator("[data-trouble]")).toHaveCount(0);

  await run("awaits", "running");
  await lens.getByRole("grid").focus();
  await page.keyboard.press("Control+End");
  await expect(readout(lens)).toHaveText("[1499, 999] = 1499999");
  const own = lensOf(cellOf(page, "awaits"));
  await tab(own, "Table").click();
  await expect(own.getByRole("gridcell").first()).toHaveText("1.0");
  await expectOutcome(cellOf(page, "awaits"), "running");
  await expect(page.locator("[data-trouble]")).toHaveCount(0);
  expect(errors).toEqual([]);
});

test("a file's numbers are shown without a kernel, whatever they are", async ({ page }) => {
  test.setTimeout(120_000);
  const { errors } = await openPage(page);
  const base64 = (bytes: ArrayBufferView) => Buffer.from(bytes.buffer).toString("base64");
  const nothing = { min: null, max: null, mean: null, std: null, zeros: 0, negative: 0, distinctLimit: 65536 };
  const counts = { below: 0, above: 0, positiveInf: 0, negativeInf: 0 };
  const form = (shape: number[], dtype: string, bytes: number, more: object) => ({
    ...{ version: 1, kind: "tensor", shape, dtype, bytes },
    ...more,
  });
  const nan = Float32Array.of(Number.NaN, Number.NaN, Number.NaN);
  const forms = {
    empty: form([0, 3], "float32", 0, { values: "" }),
    scalar: form([], "int64", 8, { values: base64(BigInt64Array.of(9007199254740993n)) }),
    nan: form([3], "float32", 12, {
      values: base64(nan),
      statistics: { ...nothing, ...counts, size: 3, nan: 3, distinct: 1, hash: "0".repeat(16) },
      histogram: { ...counts, edges: [], counts: [], nan: 3 },
    }),
    hostile: form([2], "__proto__", 8, { name: "<img src=x onerror=alert(1)>", values: "AAAA" }),
    deep: form([2, 2, 2], "uint8", 8, { values: base64(Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7)) }),
  };
  const cells = Object.entries(forms).map(([id, data]) => ({
    ...{ id, cell_type: "code", metadata: {}, source: `show(${id})`, execution_count: 1 },
    outputs: [{ output_type: "display_data", data: { "text/plain": `text of ${id}`, [mime]: data }, metadata: {} }],
  }));
  const text = JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
  await openButton(page).first().setInputFiles(fileOf("forms.ipynb", text));
  const lens = (id: string) => lensOf(cellOf(page, id));

  await expect(lens("empty").locator("pre")).toHaveText("text of empty");
  for (const view of ["Table", "Heatmap", "Histogram"]) {
    await tab(lens("empty"), view).click();
    await expect(lens("empty")).toContainText("No elements: the shape is (0, 3).");
  }
  await tab(lens("scalar"), "Table").click();
  await expect(lens("scalar").getByRole("gridcell")).toHaveText("9007199254740993");
  await tab(lens("scalar"), "Heatmap").click();
  await lens("scalar").getByRole("application").hover();
  await expect(readout(lens("scalar"))).toHaveText("[] = 9007199254740993");
  await tab(lens("nan"), "Histogram").click();
  await expect(lens("nan")).toContainText("No finite element.");
  await lens("nan").getByRole("button", { name: "NaN 3" }).click();
  await tab(lens("nan"), "Table").click();
  await expect(lens("nan").getByRole("gridcell", { selected: true })).toHaveText(["nan", "nan", "nan"]);
  await tab(lens("nan"), "Statistics").click();
  await expect(lens("nan").locator("[data-fact=max]")).toHaveText("–");
  await expect(cellOf(page, "hostile")).toContainText("This output is damaged");
  await expect(cellOf(page, "hostile").locator("pre").last()).toHaveText("text of hostile");
  await tab(lens("deep"), "Table").click();
  await lens("deep").getByRole("combobox", { name: "Columns" }).selectOption("0");
  await expect(lens("deep").getByRole("gridcell")).toHaveText(["0", "4", "2", "6"]);
  expect(errors).toEqual([]);
});
