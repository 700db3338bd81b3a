import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { fileOf, openButton, openPage } from "./page";
import { random } from "./random";

/*
 * Two tabs on one notebook, a thousand random edits, and now and then the tab that may not write takes over, in the midst
 * of it: whatever a tab took as typed is in the text at the end, or in a version. EDITS and SEED repeat a run.
 */
const edits = Number(process.env.EDITS ?? 1_000);
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const cells = 5;

test(`two tabs, ${edits} random edits and take-overs: nothing is overwritten silently`, async ({ page, context }) => {
  test.setTimeout(300_000);
  console.log(`two tabs: SEED=${seed}`);
  const draw = random(seed);
  await asOnTouchScreens(context);
  await openPage(page);
  const cell = { cell_type: "code", metadata: {}, outputs: [], execution_count: null };
  const notebook = {
    nbformat: 4,
    nbformat_minor: 4,
    metadata: {},
    cells: Array.from({ length: cells }, () => ({ ...cell, source: "" })),
  };
  await openButton(page).setInputFiles(fileOf("shared.ipynb", JSON.stringify(notebook)));
  await page.waitForURL(/\/notebook\/#\w+$/);
  const other = await context.newPage();
  await other.goto(page.url());
  const tabs = [page, other];
  await expect(other.locator("[data-bar=reader]")).toBeVisible();

  const accepted: string[] = [];
  let refused = 0;
  let takeOvers = 0;
  for (let count = 0; count < edits; ) {
    const tab = tabs[draw() < 0.5 ? 0 : 1]!;
    if (draw() < 0.12) {
      takeOvers += await tab.evaluate(() => {
        const button = document.querySelector<HTMLElement>("[data-bar=reader] button");
        button?.click();
        return button ? 1 : 0;
      });
      continue; // without waiting for it
    }
    const burst: { index: number; token: string }[] = [];
    for (let more = Math.floor(draw() * 6); more >= 0 && count < edits; more--, count++)
      burst.push({ index: Math.floor(draw() * cells), token: `<${count}>` });
    const taken = await type(tab, burst);
    accepted.push(...taken);
    refused += burst.length - taken.length;
    if (draw() < 0.05) await tab.waitForTimeout(draw() * 300); // so that some is written in between
  }

  for (const tab of tabs) await expect(tab.getByTestId("save-state")).toHaveAttribute("data-phase", "saved");
  await expect.poll(async () => (await textOf(page)) === (await textOf(other))).toBe(true);
  const text = await textOf(page);
  const versions = await versionsOf(page);
  const lost = accepted.filter(
    (token) => !text.includes(token) && !versions.some((version) => version.includes(token)),
  );
  const inVersions = accepted.filter((token) => !text.includes(token)).length;
  console.log(
    `two tabs: ${accepted.length} edits taken, ${refused} refused, ${takeOvers} take-overs, ${inVersions} kept in versions only`,
  );
  expect(lost).toEqual([]);
  expect(takeOvers).toBeGreaterThan(edits / 200);
  expect(accepted.length).toBeGreaterThan(edits / 4);
  expect(refused).toBeGreaterThan(0);
  await page.reload(); // and all of it is in the storage
  await expect(page.locator("[data-cell]")).toHaveCount(cells);
  expect(await textOf(page)).toBe(text);
});

/** Types each at the end of its cell; gives those that the page took. */
const type = (tab: Page, burst: { index: number; token: string }[]) =>
  tab.evaluate(async (burst) => {
    const taken: string[] = [];
    for (const { index, token } of burst) {
      const field = () => document.querySelectorAll<HTMLTextAreaElement>("[data-cell] textarea")[index]!;
      field().focus();
      field().setSelectionRange(field().value.length, field().value.length);
      document.execCommand("insertText", false, token);
      await new Promise((go) => setTimeout(go));
      if (field().value.includes(token)) taken.push(token);
    }
    return taken;
  }, burst);

const textOf = (tab: Page) =>
  tab.evaluate(() =>
    [...document.querySelectorAll<HTMLTextAreaElement>("[data-cell] textarea")].map(({ value }) => value).join("\n"),
  );

/** The texts of all versions, as they lie in the storage. */
const versionsOf = (tab: Page) =>
  tab.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open("sporebook");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction("revisionTexts").objectStore("revisionTexts").getAll();
          all.onsuccess = async () => {
            opening.result.close();
            const texts = (all.result as { text: Uint8Array<ArrayBuffer> }[]).map(({ text }) => {
              const plain = new Blob([text]).stream().pipeThrough(new DecompressionStream("deflate"));
              return new Response(plain).text();
            });
            resolve(await Promise.all(texts));
          };
        };
      }),
  );

/** The plain text field stays, so that a thousand edits need no thousand editors. */
async function asOnTouchScreens(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const real = window.matchMedia.bind(window);
    window.matchMedia = (query) => real(query === "(pointer: coarse)" ? "all" : query);
  });
}
