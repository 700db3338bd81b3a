import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { cellOf, downloadMenu, expectOutcome, fileOf, openButton, openPage } from "./page";

async function downloadAs(page: Page, words: string): Promise<{ name: string; path: string; text: string }> {
  await downloadMenu(page).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: words }).click(),
  ]);
  const path = await download.path();
  return { name: download.suggestedFilename(), path, text: readFileSync(path, "utf8") };
}

/** The page in a browser that can reach nothing else, and what its console says. */
async function standAlone(browser: Browser, html: string): Promise<{ alone: Page; said: string[] }> {
  const context = await browser.newContext();
  const said: string[] = [];
  await context.route("**", (route) => {
    if (route.request().isNavigationRequest()) return route.fulfill({ body: html, contentType: "text/html" });
    said.push(route.request().url());
    return route.abort();
  });
  const alone = await context.newPage();
  alone.on("console", (message) => said.push(message.text()));
  await alone.goto("https://alone.test/");
  return { alone, said };
}

test("the tutorial goes out in every format, and the page of it stands alone", async ({ page, browser }) => {
  test.setTimeout(180_000);
  await openPage(page);
  await page.getByRole("button", { name: "Run all" }).click();
  await expectOutcome(cellOf(page, "update-weight"), "ok");

  const html = await downloadAs(page, "Web page");
  expect(html.name).toBe("network-parameters.en.html");
  const { alone, said } = await standAlone(browser, html.text);
  await expect(alone.getByRole("heading", { name: "Network parameters" })).toBeVisible();
  await expect(alone.locator(".out").first()).toBeVisible();
  expect(await alone.locator(".cell").count()).toBe(await page.locator("[data-type=code]").count());
  const { violations } = await new AxeBuilder({ page: alone as never }).analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
  expect(said).toEqual([]);
  await alone.context().close();

  const script = await downloadAs(page, "Python script");
  expect(script.name).toBe("network-parameters.en.py");
  expect(script.text).toContain("# %% [markdown]\n# # Network parameters");
  expect((await downloadAs(page, "TypeScript module")).text).toContain('// %% language="python"');
  expect((await downloadAs(page, "Markdown")).text).toContain("```python\nimport numpy as np");
  expect(JSON.parse((await downloadAs(page, "Jupyter notebook")).text).nbformat_minor).toBe(5);

  await openButton(page).setInputFiles(fileOf(script.name, script.text));
  await expect(page.getByTestId("file-name")).toHaveText("network-parameters.en.ipynb");
  await expect(page.getByRole("heading", { name: "Network parameters" })).toBeVisible();
});

const rich = {
  cells: [
    {
      cell_type: "code",
      metadata: {},
      source: "show()",
      execution_count: 1,
      outputs: [
        {
          output_type: "display_data",
          metadata: {},
          data: {
            "text/html":
              "<style>td { color: red }</style><table><tr><td>a cell</td></tr></table><script>alert(1)</script>",
            "text/plain": "no table",
          },
        },
        {
          output_type: "display_data",
          metadata: {},
          data: { "application/vnd.plotly.v1+json": { data: [{ y: [1, 4, 9], name: "squares" }], layout: {} } },
        },
        { output_type: "display_data", metadata: {}, data: { "text/latex": "$$\\frac{1}{2}$$" } },
      ],
    },
  ],
  metadata: {},
  nbformat: 4,
  nbformat_minor: 4,
};

test("tables, figures and formulas of outputs stand in the page still", async ({ page, browser }) => {
  await openPage(page);
  await openButton(page).setInputFiles(fileOf("实验.ipynb", JSON.stringify(rich)));
  await expect(page.getByTestId("file-name")).toHaveText("实验.ipynb");
  const html = await downloadAs(page, "Web page");
  expect(html.name).toBe("实验.html");
  expect(html.text).not.toContain("alert(1)");
  const { alone, said } = await standAlone(browser, html.text);
  await expect(alone.getByText("a cell")).toBeVisible();
  await expect(alone.getByRole("img", { name: /squares/ })).toBeVisible();
  await expect(alone.locator(".katex-display")).toBeVisible();
  expect(said).toEqual([]);
  await alone.context().close();
});
