import { expect, test } from "@playwright/test";
import corpus from "../../components/link/corpus/links.json" with { type: "json" };
import { type Canary, openCanary } from "../attacks/canary";
import { aStep, kept, pressAll, surroundings } from "../attacks/judge";
import { openingLinks, refusedLinks } from "../attacks/linkAttacks";
import { notebookOf, outputAttacks } from "../attacks/outputAttacks";
import { inventory, plant } from "../attacks/victim";
import { type EnginePage, engines } from "./engines";
import { openFile, until } from "./notebookPage";

/*
 * What strangers' notebooks and links hold, opened by a reader who has a notebook, on the engines that the other tests do
 * not use. That the same contents succeed on a careless page: e2e/attacks/outputs.spec.ts.
 */
const mine = JSON.stringify({
  cells: [{ cell_type: "code", id: "mine", metadata: {}, source: "mine = 'kept'", outputs: [], execution_count: null }],
  metadata: {},
  nbformat: 4,
  nbformat_minor: 5,
});
const linkNamed = (name: string) => corpus.find((row) => row.name === name)!.link;

/** Every row of every database, out of what `kept` says. */
function rowsOf(kept: string): string[] {
  const [databases] = JSON.parse(kept) as [[string, [string, unknown[], unknown[]][]][]];
  return databases.flatMap(([database, stores]) =>
    stores.flatMap(([store, keys, rows]) => keys.map((key, at) => JSON.stringify([database, store, key, rows[at]]))),
  );
}

for (const engine of engines.filter(({ name }) => name !== "Chromium"))
  test.describe(engine.name, () => {
    test.describe.configure({ mode: "serial", timeout: 180_000 });
    test.skip(engine.missing !== undefined, `not installed: ${engine.missing}`);

    let page: EnginePage;
    let canary: Canary;
    test.beforeAll(async ({ baseURL }) => {
      if (engine.missing !== undefined) return;
      canary = await openCanary();
      page = await engine.open();
      await page.goto(`${baseURL}network-parameters/`);
      await until(page, "[data-choice][aria-pressed=true]"); // the script has taken the HTML over
      await openCells("mine.ipynb", mine, 1);
      await until(page, "[data-testid=save-state][data-phase=saved]");
      await page.evaluate(async () => void (await navigator.serviceWorker?.ready)); // what it keeps is in its place then
      await page.evaluate(plant);
    });
    test.afterAll(async () => {
      await page?.close();
      canary?.close();
    });

    const count = (selector: string) =>
      page.evaluate((selector) => document.querySelectorAll(selector).length, selector);
    const untilCells = (cells: number, of: string) =>
      expect.poll(() => count("[data-cell]"), { message: of, timeout: 60_000 }).toBe(cells);

    async function openCells(name: string, text: string, cells: number): Promise<void> {
      await openFile(page, name, text);
      await untilCells(cells, name);
    }

    let visits = 0;
    /** Opens the link on a page of its own: what stands before the # is never the same. */
    async function openLink(baseURL: string, fragment: string, query = ""): Promise<void> {
      await page.goto(`${baseURL}notebook/?visit=${++visits}${query}#${fragment}`);
    }

    /** Scrolls to every cell, as a reader would, until each shows something; then clicks into every frame that one holds. */
    async function readAll(of: string): Promise<void> {
      for (let at = 0, cells = await count("[data-cell]"); at < cells; at++) {
        const shows = () =>
          page.evaluate((at) => {
            const cell = document.querySelectorAll("[data-cell]")[at];
            cell?.scrollIntoView({ block: "center" });
            return Boolean(cell?.querySelector("[data-output], [data-prose], pre"));
          }, at);
        await expect.poll(shows, { message: `${of}, cell ${at}`, timeout: 15_000 }).toBe(true);
      }
      for (let at = 0, frames = await count("[data-cell] iframe"); at < frames; at++) {
        const { left, top } = await page.evaluate(async (at) => {
          const frame = document.querySelectorAll("[data-cell] iframe")[at]!;
          frame.scrollIntoView({ block: "center" });
          await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
          const { left, top } = frame.getBoundingClientRect();
          return { left, top };
        }, at);
        await page.click(left + 22, top + 18); // on the first letters in it
      }
      await pressAll(page);
    }

    /** What no attack may have done. */
    async function expectNothing(of: string): Promise<void> {
      expect(await page.evaluate(() => document.documentElement.dataset.owned ?? ""), of).toBe("");
      expect(await page.evaluate(() => ["prototype", "OWNED", "polluted"].filter((name) => name in {})), of).toEqual(
        [],
      );
      expect(await aStep(page), of).toBeLessThan(5_000);
      expect(await page.windows(), of).toBe(1);
      expect(canary.seen, of).toEqual([]);
    }

    test(`${outputAttacks.length} attacks from a notebook's contents change nothing and reach nobody`, async () => {
      const before = { planted: await page.evaluate(inventory), kept: await kept(page) };
      const calmly = outputAttacks.map((attack) => ({
        ...attack,
        payload: attack.of === "metadata" ? "{}" : "harmless",
      }));
      await openCells("attacks.ipynb", notebookOf(calmly, canary), outputAttacks.length);
      const calm = await surroundings(page);
      await openCells("attacks.ipynb", notebookOf(outputAttacks, canary), outputAttacks.length);
      await until(page, '[data-cell="htmlScript"] iframe');
      await readAll("attacks");
      await new Promise((done) => setTimeout(done, 1_000));
      await expectNothing("attacks");
      expect(await surroundings(page)).toEqual(calm);
      expect(await page.evaluate(inventory)).toBe(before.planted);
      const now = rowsOf(await kept(page));
      expect(rowsOf(before.kept).filter((row) => !now.includes(row))).toEqual([]); // the reader's own notebook among them
      const isOnTop = await page.evaluate(() => {
        const button = [...document.querySelectorAll("button")].find(({ textContent }) => textContent === "Run all")!;
        const { left, top, width, height } = button.getBoundingClientRect();
        return button.contains(document.elementFromPoint(left + width / 2, top + height / 2));
      });
      expect(isOnTop).toBe(true);
      expect(await count("[data-bar=verified]")).toBe(0);
    });

    test(`${openingLinks.length} hostile links open, run nothing, reach nobody, and change nothing`, async ({
      baseURL,
    }) => {
      await openLink(baseURL!, openingLinks[0]!.calm);
      await until(page, "[data-bar=linked]");
      const before = { planted: await page.evaluate(inventory), kept: await kept(page) };
      for (const { name, cells, link, calm } of openingLinks) {
        await openLink(baseURL!, calm);
        await until(page, "[data-bar=linked]", name);
        await untilCells(cells, name);
        const around = await surroundings(page);
        await openLink(baseURL!, link(canary));
        await until(page, "[data-bar=linked]", name);
        await untilCells(cells, name);
        await readAll(name);
        await expectNothing(name);
        // the bar may count what is collapsed or marked, and the title comes when it likes; nothing else is otherwise
        const hidden = /^(P|SPAN|svg|path|BUTTON)\./;
        const without = ([, ...shapes]: unknown[]) => shapes.filter((shape) => !hidden.test(String(shape)));
        expect(without(await surroundings(page)), name).toEqual(without(around));
        expect(await count("[data-testid=kernel], iframe[hidden]"), name).toBe(0);
        expect(await count("[data-testid=badge]:not([data-grade=notRun]), [data-bar=verified]"), name).toBe(0);
        expect(await count("[data-bar=network]"), name).toBe(0);
        expect(await kept(page), name).toBe(before.kept);
        expect(await page.evaluate(inventory), name).toBe(before.planted);
      }
    });

    test(`${refusedLinks.length} links that are too much or no notebook are refused in a sentence`, async ({
      baseURL,
    }) => {
      const before = await kept(page);
      for (const { name, link, words } of refusedLinks) {
        await openLink(baseURL!, link);
        await until(page, "main p[role=alert]", name);
        const said = await page.evaluate(() => document.querySelector("main p[role=alert]")!.textContent);
        expect(said, name).toMatch(words);
        expect(await count("[data-cell]"), name).toBe(0);
        await expectNothing(name);
        expect(await kept(page), name).toBe(before);
      }
    });

    for (const { of, query } of [
      { of: "a shared link", query: "" },
      { of: "an embedded page", query: "&embed" },
    ])
      test(`${of} opens with what the author saw, and nothing runs`, async ({ baseURL }) => {
        await openLink(baseURL!, linkNamed("n1 with every kind of cell and output"), query);
        await untilCells(4, of);
        await until(page, "[data-cell] .katex", of);
        const code = await page.evaluate(() => document.querySelector("[data-cell][data-type=code]")!.textContent);
        for (const text of ["甲", "warning", "ZeroDivisionError"]) expect(code).toContain(text);
        expect(await count("header a[target=_blank]"), of).toBe(query ? 1 : 0);
        expect(await count("[data-bar=linked]"), of).toBe(query ? 0 : 1);
        expect(await count("[data-testid=kernel], iframe[hidden]")).toBe(0);
      });
  });
