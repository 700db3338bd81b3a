import { expect, type Page, test } from "@playwright/test";
import { cellAt, openEmpty, openPage, write } from "../page";
import { openCanary } from "./canary";
import { aStep, kept, pressAll, surroundings } from "./judge";
import { carelesslyUnfolded, openingLinks, refusedLinks } from "./linkAttacks";
import { inventory, plant } from "./victim";

/*
 * A stranger's links, in the browser of a reader who has a notebook. Their contents succeed on a careless page:
 * outputs.spec.ts.
 */
test.describe.configure({ timeout: 240_000 });

async function open(page: Page, link: string): Promise<void> {
  await page.goto("about:blank");
  await page.goto(`./notebook/#${link}`);
}

/** A reader with a notebook of their own, and more to lose. */
async function haveNotebook(page: Page): Promise<void> {
  await openPage(page);
  await write(page, await openEmpty(page), "mine = 'kept'");
  await expect(page.getByTestId("save-state")).toHaveAttribute("data-phase", "saved");
  await page.evaluate(plant);
}

test(`${openingLinks.length} hostile links open, run nothing, reach nobody, and change nothing around or behind the page`, async ({
  page,
}) => {
  const canary = await openCanary();
  await haveNotebook(page);
  await open(page, openingLinks[0]!.calm);
  await expect(page.locator("[data-bar=linked]")).toBeVisible();
  const before = { kept: await kept(page), planted: await page.evaluate(inventory) };
  for (const { name, cells, link, calm } of openingLinks) {
    const show = async (fragment: string) => {
      await open(page, fragment);
      await expect(page.locator("[data-bar=linked]"), name).toBeVisible();
      await expect(page.locator("[data-cell]"), name).toHaveCount(cells);
      await expect(page, name).toHaveTitle(/^(notebook · )?Sporebook$/);
    };
    await show(calm);
    const around = await surroundings(page);
    await show(link(canary));
    for (let at = 0; at < cells; at++) {
      await cellAt(page, at).scrollIntoViewIfNeeded();
      await expect(cellAt(page, at).locator("[data-output], [data-prose], pre").first(), name).toBeAttached();
    }
    await pressAll(page);
    for (const frame of page.frames().slice(1))
      await frame
        .locator("[data-press]")
        .first()
        .click({ force: true, timeout: 500 })
        .catch(() => {}); // it is not even there
    expect(await aStep(page), name).toBeLessThan(5_000);
    // the bar may count what is collapsed or marked, and the title comes when it likes; nothing else is otherwise
    const hidden = /^(P|SPAN|svg|path|BUTTON)\./;
    const without = ([, ...shapes]: unknown[]) => shapes.filter((shape) => !hidden.test(String(shape)));
    expect(without(await surroundings(page)), name).toEqual(without(around));
    expect(await page.evaluate(() => document.documentElement.dataset.owned), name).toBeUndefined();
    expect(await page.evaluate(() => "polluted" in {} || "prototype" in {}), name).toBe(false);
    // nothing has run, and nobody says that it has
    await expect(page.getByTestId("kernel"), name).toHaveCount(0);
    await expect(page.locator("iframe[hidden]"), name).toHaveCount(0);
    await expect(page.locator("[data-testid=badge]:not([data-grade=notRun]), [data-bar=verified]"), name).toHaveCount(
      0,
    );
    await expect(page.locator("[data-bar=network]"), name).toHaveCount(0);
    expect(page.context().pages(), name).toHaveLength(1);
    expect(await kept(page), name).toBe(before.kept);
    expect(await page.evaluate(inventory), name).toBe(before.planted);
  }
  expect(canary.seen).toEqual([]);
  canary.close();
});

test(`${refusedLinks.length} links that are too much or no notebook are refused in a sentence, and change nothing`, async ({
  page,
}) => {
  await haveNotebook(page);
  await open(page, refusedLinks[0]!.link);
  const refusal = page.locator("main p[role=alert]");
  await expect(refusal).toBeVisible();
  const before = await kept(page);
  for (const { name, link, words, isReal } of refusedLinks) {
    expect(isReal(carelesslyUnfolded(link)), name).toBe(true);
    await open(page, link);
    await expect(refusal, name).toContainText(words);
    await expect(page.locator("[data-cell]"), name).toHaveCount(0);
    expect(await page.evaluate(() => "polluted" in {}), name).toBe(false);
    expect(await aStep(page), name).toBeLessThan(5_000);
    expect(await kept(page), name).toBe(before);
  }
  await page.getByRole("link", { name: "To the home page" }).click();
  await expect(page.getByRole("heading", { name: "Your notebooks" })).toBeVisible();
});
