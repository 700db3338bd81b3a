import { expect, test } from "@playwright/test";
import { script } from "../../scripts/assets/bundle.mjs";
import { cellOf, fileOf, openButton, openPage } from "../page";
import { isFrom, openCanary } from "./canary";
import { pressAll, surroundings } from "./judge";
import { armed, notebookOf, outputAttacks } from "./outputAttacks";
import { inventory, plant } from "./victim";

/*
 * A stranger's notebook, opened: what its outputs, texts, attachments and metadata may try.
 */
test.describe.configure({ timeout: 300_000 });

test(`${outputAttacks.length} attacks from a notebook's contents change nothing and reach nobody`, async ({ page }) => {
  const canary = await openCanary();
  await openPage(page);
  await page.evaluate(plant);
  const before = await page.evaluate(inventory);
  const open = async (text: string) => {
    await openButton(page).setInputFiles(fileOf("attacks.ipynb", text));
    await expect(page.locator("[data-cell]")).toHaveCount(outputAttacks.length);
  };
  await open(
    notebookOf(
      outputAttacks.map((attack) => ({ ...attack, payload: attack.of === "metadata" ? "{}" : "harmless" })),
      canary,
    ),
  );
  const calm = await surroundings(page);
  await open(notebookOf(outputAttacks, canary));
  for (const { name } of outputAttacks) {
    await cellOf(page, name).scrollIntoViewIfNeeded();
    await expect(cellOf(page, name).locator("[data-output], [data-prose], pre").first()).toBeAttached();
  }
  for (const name of ["htmlForm", "htmlHref", "htmlJavascript"])
    await cellOf(page, name)
      .locator("iframe")
      .contentFrame()
      .locator("[data-press]")
      .click({ force: true, timeout: 2_000 })
      .catch(() => {}); // it is not even there
  await pressAll(page);
  await page.waitForTimeout(1_000);

  expect(canary.seen).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.dataset.owned)).toBeUndefined();
  expect(await page.evaluate(() => "prototype" in {} || "OWNED" in {})).toBe(false);
  expect(await surroundings(page)).toEqual(calm);
  expect(await page.evaluate(inventory)).toBe(before);
  expect(page.context().pages()).toHaveLength(1);
  // nothing lies over the page's own controls, and they work
  const main = page.getByRole("button", { name: /^(Run all|全部运行)$/ });
  await expect(main).toBeVisible();
  const isOnTop = await main.evaluate((button) => {
    const { left, top, width, height } = button.getBoundingClientRect();
    return button.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  });
  expect(isOnTop).toBe(true);
  await expect(page.locator("[data-bar=verified]")).toHaveCount(0);
  canary.close();
});

test(`the same ${outputAttacks.length} attacks succeed on a careless page`, async ({ context }) => {
  const canary = await openCanary({
    "/careless.html": `<!doctype html><header>x</header><main></main><script src="careless.js"></script>`,
    "/careless.js": await script("e2e/attacks/careless.ts"),
  });
  const failed: string[] = [];
  for (const attack of outputAttacks) {
    const page = await context.newPage(); // of its own: the one before may still be leading away
    await page.goto(`${canary.url}/careless.html`);
    const asked = canary.seen.length;
    const shown = page.evaluate(
      ([payload, way]) => window.show(payload, way as never),
      [armed(attack, canary), attack.unsafe],
    );
    // it may have led the page away, even to where no answer comes from
    await Promise.race([shown.catch(() => {}), page.waitForTimeout(3_000).catch(() => {})]);
    const soon = () => new Promise<false>((go) => setTimeout(go, 1_000, false));
    const isOwned = () => Promise.race([soon(), look()]);
    const look = () =>
      page
        .evaluate((name) => {
          const owned = document.documentElement.dataset.owned?.includes(name);
          const cover = document.querySelector(`[data-cover=${name}]`);
          const isCovered = cover !== null && document.elementFromPoint(20, 20) === cover;
          const main = document.querySelector("main");
          const isHidden = main !== null && getComputedStyle(main).display === "none";
          return owned || isCovered || isHidden || (name === "prototype" && "prototype" in {});
        }, attack.name)
        .catch(() => false);
    const won = async () => canary.seen.slice(asked).some((path) => isFrom(attack.name, path)) || (await isOwned());
    const until = Date.now() + 2_000;
    while (!(await won()) && Date.now() < until) await page.waitForTimeout(30);
    if (!(await won())) failed.push(attack.name);
    await page.close();
  }
  expect(failed).toEqual([]);
  canary.close();
});
