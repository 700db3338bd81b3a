import { expect, type Page, test } from "@playwright/test";
import { activeCell, openEmpty, openPage, tutorial, write } from "./page";

/** Whatever the page asks for of the service. */
function serviceRequests(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => /\/types\/types\.\w+\.js$/.test(request.url()) && asked.push(request.url()));
  return asked;
}

/** A new notebook whose only cell is TypeScript. */
async function openTypeScript(page: Page) {
  const { errors } = await openPage(page);
  const cell = await openEmpty(page);
  await cell.focus();
  await page.keyboard.press("t");
  await expect(cell).toHaveAccessibleName(/TypeScript/);
  return { cell, errors };
}

/** A further TypeScript cell below with this code, its editor open. */
async function writeBelow(page: Page, code: string) {
  await page.keyboard.press("Escape");
  await page.keyboard.press("b");
  const cell = activeCell(page);
  await write(page, cell, code);
  return cell;
}

/** The service must come and read the declarations: long on a busy machine. */
const patience = { timeout: 60_000 };

/** How many mistakes the active cell has, once the service has looked. */
const mistakes = (page: Page) => activeCell(page).locator("[data-mistakes]");

test("the editor knows the engine's types and the variables of cells that have not run", async ({ page }) => {
  test.setTimeout(120_000);
  const asked = serviceRequests(page);
  const { cell, errors } = await openTypeScript(page);
  expect(asked).toEqual([]);
  await write(
    page,
    cell,
    'import { nn, Tensor } from "mindspore";\nimport * as np from "numpy";\nconst x = new Tensor(np.ones([2, 3]), "float32");\n',
  );
  await expect.poll(() => asked.length).toBe(1);
  await expect(mistakes(page)).toHaveAttribute("data-mistakes", "0", patience);

  await writeBelow(page, "");
  await page.keyboard.type("x.asn");
  await expect(page.locator(".suggest-widget")).toContainText("asnumpy");
  await page.keyboard.press("Enter");
  await page.keyboard.type("();\nnew nn.Conv2d(");
  await expect(page.locator(".parameter-hints-widget")).toContainText("inChannels: number");
  await page.keyboard.press("Escape"); // closes the hint and stays in the cell
  await page.keyboard.type("3, '64', 3");
  await expect(mistakes(page)).toHaveAttribute("data-mistakes", "1");
  await expect(activeCell(page).locator(".squiggly-error")).toHaveCount(1);
  await activeCell(page).locator(".view-line").first().getByText("asnumpy").hover();
  await expect(page.locator(".monaco-hover:not(.hidden)").first()).toContainText("shares the tensor's memory");

  // declared anew with another type, and awaited: no mistakes, and the latest counts
  await writeBelow(page, "const x = await Promise.resolve('text');\nx.trim();");
  await expect(mistakes(page)).toHaveAttribute("data-mistakes", "0");
  await writeBelow(page, "x.asnumpy();");
  await expect(mistakes(page)).toHaveAttribute("data-mistakes", "1");
  expect(asked).toHaveLength(1);
  expect(errors).toEqual([]);
});

test("no bundled notebook has a mistake in any TypeScript cell, and reading one fetches no service", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const asked = serviceRequests(page);
  for (const address of [tutorial, "./engine-in-typescript/"]) {
    await page.goto(address);
    await expect(page.locator("[data-choice=en][aria-pressed=true]")).toBeVisible();
    const toTypeScript = page.locator("[data-choice=typescript]");
    if ((await toTypeScript.count()) > 0) await toTypeScript.click();
    const cells = page.locator("[data-cell][aria-label^=TypeScript]");
    await expect(cells.first()).toBeVisible();
    expect(asked).toEqual([]);
    for (const cell of await cells.all()) {
      await cell.focus();
      await page.keyboard.press("Enter");
      await expect(cell.locator("[data-mistakes]")).toHaveAttribute("data-mistakes", "0", patience);
      await page.keyboard.press("Escape");
    }
    asked.length = 0;
  }
});
