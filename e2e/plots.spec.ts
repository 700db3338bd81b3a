import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { openEmpty, pythonReady, runBelow, runCode, tutorial } from "./page";

const figureOf = 'figure [role="img"][data-drawn]';

test("plotly comes with the first figure, which is drawn from both languages, told in words and taken away", async ({
  page,
}) => {
  const scripts: { url: string; text: Promise<string> }[] = [];
  page.on("response", (response) => {
    if (/\.(js|mjs)(\?|$)/.test(response.url()))
      scripts.push({ url: response.url(), text: response.text().catch(() => "") });
  });
  const withPlotly = async () => {
    const texts = await Promise.all(scripts.map(({ text }) => text));
    return texts.filter((text) => text.includes("cartesianlayer")).length;
  };
  await page.goto(tutorial);
  const cell = await openEmpty(page);
  await pythonReady(page);
  expect(scripts.length).toBeGreaterThan(3);
  expect(await withPlotly()).toBe(0);

  await runCode(page, cell, "plot.histogram([1.0, 2, 2, 3, 4], bins=3, title='Values')");
  await expect(cell.locator(figureOf)).toBeVisible({ timeout: 30_000 });
  expect(await withPlotly()).toBe(1);
  const words =
    "Chart: Values. Histogram of 5 values from 1 to 4, mean 2.4, standard deviation 1.02, the most, 2, between 2 and 3.";
  await expect(cell.getByRole("img", { name: words })).toBeVisible();
  await expect(cell.locator("svg .barlayer .point")).toHaveCount(3);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    cell.getByRole("button", { name: "Download SVG" }).click(),
  ]);
  expect(readFileSync(await download.path(), "utf8")).toMatch(/^<svg[\s\S]*Values/);

  await cell.focus(); // keys mean cells again, not the button
  const typescript = await runBelow(page, "%%ts\nplot.heatmap([[1, -2], [3, 4]])");
  await expect(typescript.getByRole("img", { name: /^Chart\. Heatmap of 2 × 2 values from −2 to 4\.$/ })).toBeVisible();
  await expect(typescript.locator("svg .hm image")).toHaveCount(1);

  const failed = await runBelow(page, "%%python\nimport matplotlib.pyplot as plt", "error");
  await expect(failed).toContainText("No module named 'matplotlib': use plot.line(y)");

  await page.getByRole("button", { name: "中文" }).click();
  await expect(cell.getByRole("img", { name: /^图表：Values。直方图，共 5 个值 从 1 到 4，均值 2\.4/ })).toBeVisible();
  await expect(failed).toContainText("请改用 plot");
});
