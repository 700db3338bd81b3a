import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { places } from "./places";

/*
 * What must hold for everyone, in every place: nothing serious for axe (targets of 24 px included), one language at a
 * time, no scrolling sideways on narrow screens.
 */

const locales = { en: "en-GB", zh: "zh-CN" } as const;

/** Words that are seen or heard and that the page's language has not. Names and code are no language. */
async function foreignWords(page: Page, language: "en" | "zh"): Promise<string[]> {
  return page.evaluate((language) => {
    const foreign = language === "en" ? /\p{Script=Han}/u : /\p{Letter}{2,}(?:[ ,]+\p{Letter}{2,}){2,}/u;
    const isForeign = (text: string) =>
      language === "en" ? foreign.test(text) : foreign.test(text.replace(/\p{Script=Han}+/gu, "|"));
    const own = language === "en" ? "en" : "zh";
    const found = new Set<string>();
    for (const element of document.body.querySelectorAll<HTMLElement>("*")) {
      if (element.closest("[translate=no], code, pre, .katex, .monaco-editor, script, style")) continue;
      if (element.closest("[data-command^=speak]")) continue; // a language is named in itself
      if (!(element.closest("[lang]") as HTMLElement).lang.startsWith(own)) continue;
      if (!element.checkVisibility({ checkVisibilityCSS: true })) continue;
      const texts = [...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => (node as Text).data);
      for (const name of ["aria-label", "title", "placeholder", "alt"]) texts.push(element.getAttribute(name) ?? "");
      for (const text of texts.map((each) => each.replace(/\S+\.(csv|npy|bin)/g, "")))
        if (isForeign(text)) found.add(text.trim());
    }
    return [...found];
  }, language);
}

// contrast knows no language and words no theme: two walks see both of each
for (const [theme, language] of [
  ["light", "en"],
  ["dark", "zh"],
] as const)
  test(`every place is open to everyone, ${theme}, ${language}`, async ({ browser }) => {
    test.setTimeout(300_000);
    const context = await browser.newContext({
      locale: locales[language],
      colorScheme: theme,
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    for (const { name, scope = "html", go } of places) {
      await go(page);
      await expect(page.locator("html")).toHaveAttribute("lang", language === "zh" ? "zh-CN" : "en");
      const { violations } = await new AxeBuilder({ page })
        .include(scope)
        .options({ rules: { "target-size": { enabled: true } }, resultTypes: ["violations"] })
        .analyze();
      const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
      const told = serious.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 200))}`);
      expect.soft(told, `axe: ${name}`).toEqual([]);
      expect.soft(await foreignWords(page, language), `words: ${name}`).toEqual([]);
    }
    await context.close();
  });

for (const [name, width, locale] of [
  ["360 px wide", 360, "en-GB"],
  ["at 200 % of a 1280 px window", 640, "zh-CN"],
] as const)
  test(`no place scrolls sideways, ${name}`, async ({ browser }) => {
    test.setTimeout(300_000);
    const context = await browser.newContext({ viewport: { width, height: 740 }, locale });
    const page = await context.newPage();
    for (const { name, go } of places) {
      await go(page);
      const wide = await page.evaluate(() => {
        const room = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= room) return [];
        const reaches = (element: Element) => element.getBoundingClientRect().right > room + 1;
        return [...document.body.querySelectorAll("*")]
          .filter(reaches)
          .map((element) => element.outerHTML.slice(0, 160));
      });
      expect.soft(wide.slice(0, 3), name).toEqual([]);
    }
    await context.close();
  });

test("the system's theme is followed while the page is open", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("./network-parameters/");
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(paper).not.toBe(light);
});
