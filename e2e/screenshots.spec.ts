import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, type Page, test } from "@playwright/test";
import { cellOf, downloadMenu } from "./page";
import { places } from "./places";

/* Pictures of every place, to be looked at: .build/screenshots. They compare nothing. */

const folder = fileURLToPath(new URL("../.build/screenshots", import.meta.url));
const looks = [
  { name: "light-wide-en", colorScheme: "light", width: 1280, locale: "en-GB" },
  { name: "dark-wide-zh", colorScheme: "dark", width: 1280, locale: "zh-CN" },
  { name: "dark-390-en", colorScheme: "dark", width: 390, locale: "en-GB" },
  { name: "light-390-zh", colorScheme: "light", width: 390, locale: "zh-CN" },
] as const;

for (const { name: look, colorScheme, width, locale } of looks)
  test(`screenshots, ${look}`, async ({ browser }) => {
    test.setTimeout(300_000);
    const viewport = { width, height: width > 600 ? 900 : 844 };
    const context = await browser.newContext({ viewport, colorScheme, locale, reducedMotion: "reduce" });
    const page = await context.newPage();
    const take = (what: string, of: Page = page, fullPage = false) =>
      of.screenshot({ path: `${folder}/${look} ${what}.png`, fullPage, animations: "disabled" });
    for (const { name, go } of places) {
      await go(page);
      await page.evaluate(() => document.fonts.ready);
      await take(name);
      if (name !== "tutorial after Run all") continue;
      await take("tutorial whole", page, true);
      await cellOf(page, "conv-normal-object").scrollIntoViewIfNeeded();
      await take("output");
      await exported(page, async (alone) => {
        await alone.setViewportSize(viewport);
        await take("exported page", alone);
      });
    }
    await context.close();
  });

/** The page that "Download" writes, opened by itself. */
async function exported(page: Page, look: (alone: Page) => Promise<unknown>): Promise<void> {
  await downloadMenu(page).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: /\.html/ }).click(),
  ]);
  const alone = await page.context().newPage();
  await alone.setContent(readFileSync(await download.path(), "utf8"));
  await expect(alone.locator(".cell").first()).toBeVisible();
  await look(alone);
  await alone.close();
}
