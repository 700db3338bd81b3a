import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { activeCell, cellOf, expectOutcome, openPage, printed, pythonReady } from "./page";

const panelOf = (page: Page) => page.locator("[data-panel=lab]");
const drawn = (page: Page, what: string) =>
  expect(panelOf(page).locator("[data-drawn]")).toHaveAttribute("data-drawn", what, { timeout: 30_000 });

/** What the panel says of an initializer, as its cell prints it. */
async function saidOf(page: Page, name: string): Promise<string> {
  const row = panelOf(page).locator(`tr[data-row=${name}]`);
  const value = (which: string) =>
    row.locator(`[data-value=${which}]`).evaluate((cell) => cell.firstChild?.textContent ?? "");
  return `mean ${await value("mean")}\nstd ${await value("std")}`;
}

test("the lab overlays initializers, draws anew by seed, and inserts cells that draw the same numbers", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const { errors } = await openPage(page);
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(request.url()));
  await page.getByRole("button", { name: "Initializer lab" }).click();
  const panel = panelOf(page);
  await drawn(page, "1.6 0");
  const chart = panel.getByRole("img", { name: /XavierUniform, HeUniform, HeNormal on shape \(64, 3, 3, 3\), seed 0/ });
  await expect(chart).toBeVisible();
  await expect(panel.getByRole("row", { name: /HeNormal/ })).toContainText("theory 0.27217");

  const before = await saidOf(page, "HeUniform");
  await panel.getByRole("button", { name: "Next seed" }).click();
  await drawn(page, "1.6 1");
  expect(await saidOf(page, "HeUniform")).not.toBe(before);
  await page.keyboard.press("Control+Alt+,");
  await drawn(page, "1.6 0");
  expect(await saidOf(page, "HeUniform")).toBe(before);
  await panel.getByRole("textbox", { name: "Seed" }).fill("7");
  await drawn(page, "1.6 7");
  await panel.getByRole("button", { name: "1.9–2.7" }).click();
  await drawn(page, "2.x 7");

  await panel.locator("[data-card=HeUniform] summary").click();
  const card = panel.locator("[data-card=HeUniform]");
  await expect(card).toContainText("shape[1] · ∏ shape[2:] = 3 · 3 · 3 = 27");
  await card.getByLabel("mode").selectOption("fan_out");
  await expect(card).toContainText("√3 · gain / √fan_out = √3 · 1.41421 / √576 = 0.102062");
  await expect(panel.getByRole("row", { name: /HeUniform/ })).toContainText("theory 0.058926");
  const said = await saidOf(page, "HeUniform");
  await pythonReady(page);
  for (const language of ["Python", "TypeScript"]) {
    await panel.getByRole("button", { name: language, exact: true }).click();
    await card.getByRole("button", { name: `Insert HeUniform as a ${language} cell` }).click();
    const cell = activeCell(page);
    await expect(cell).toContainText("fan_out");
    await cell.focus();
    await page.keyboard.press("Control+Enter");
    await expectOutcome(cell, "ok");
    expect(await printed(cell)).toBe(said);
    await expect(cell).toHaveAccessibleName(language === "Python" ? /^Code cell/ : /^TypeScript/);
  }
  expect(fetched.filter((url) => url.includes("plotly"))).toEqual([]);
  expect(errors).toEqual([]);
});

test("a shape that an initializer refuses, and one that is none, are said; the rest is still drawn", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await openPage(page);
  await page.getByRole("button", { name: "Commands" }).click();
  await page.locator("[data-panel=palette] [data-command=lab]").click();
  const panel = panelOf(page);
  await drawn(page, "1.6 0");
  const shape = panel.getByRole("textbox", { name: "Shape" });
  await shape.fill("64, x");
  await expect(panel.getByText("Expected whole numbers above 0")).toBeVisible();
  await expect(shape).toHaveAttribute("aria-invalid", "true");
  await panel.getByRole("button", { name: "Uniform", exact: true }).click();
  await shape.fill("50");
  await expect(panel.getByRole("row", { name: /HeNormal/ })).toContainText("For 'HeNormal', the dimension");
  await expect(panel.getByRole("row", { name: /^Uniform/ })).toContainText("theory 0.040415");
  for (const name of ["XavierUniform", "HeUniform", "HeNormal", "Uniform"])
    await panel.getByRole("group", { name: "Initializers" }).getByRole("button", { name, exact: true }).click();
  await expect(panel).toContainText("Choose an initializer");
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
});

test("on a phone the lab is a sheet over the whole page, open to everyone", async ({ browser }) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: "zh-CN",
    colorScheme: "dark",
  });
  const page = await context.newPage();
  await openPage(page);
  await page.getByRole("button", { name: "初始化器实验室" }).click(); // a phone has no keys
  const panel = panelOf(page);
  await drawn(page, "1.6 0");
  expect(await panel.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
  await panel.getByRole("button", { name: "Normal", exact: true }).click();
  await panel.locator("[data-card=Normal] summary").click();
  await expect(panel.locator("[data-card=Normal]")).toContainText("用 3.14 代替 π");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  const { violations } = await new AxeBuilder({ page }).include("[data-panel=lab]").analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  await panel.getByRole("button", { name: /把 Normal 插入为 Python 单元/ }).click();
  await expect(panel).toBeHidden(); // so that the cell is seen
  await expect(activeCell(page)).toContainText("initializer(Normal()");
  await expect(cellOf(page, "title")).toBeAttached();
  await context.close();
});
