import { expect, test } from "@playwright/test";
import { bombs, floodNotebook } from "../attacks/bombs";
import { carryOut, floods } from "../attacks/floods";
import { openKernelSite } from "../attacks/site";
import { type EnginePage, engines } from "./engines";
import { openFile, until } from "./notebookPage";

/*
 * Floods of messages and files that are too much, on the engines that e2e/attacks does not use. One page meets them all,
 * one after the other, so that what each leaves behind is there for the next.
 *
 * Firefox (153.7) gives a window one message of each port in turn, and a page shares its thread with the sandboxed frame.
 * Of 1,500 messages that a page passed on to itself and took in 4 ms each, it had seen 150 when it had taken 150, and 1,500
 * when it had taken 1,500; Chromium and WebKitGTK show it all of them at once. The frame's account cannot see that
 * such a page is behind. Where the page is what is slow, a flood may come whole, at the page's own pace: the turns keep
 * the page at work in between.
 */
const takenInTurns: { [engine: string]: RegExp } = { Firefox: /more than a slow page takes|eight million/ };

/** From now on the page writes down the longest time in which it has not come to a step of its own, in milliseconds. */
function watchPauses(): void {
  const { dataset } = document.documentElement;
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    dataset.paused = String(Math.max(Number(dataset.paused ?? 0), Math.round(now - last)));
    last = now;
  }, 20);
}

/** The longest pause since the last time that somebody asked. */
const longestPause = (page: EnginePage) =>
  page.evaluate(async () => {
    await new Promise((drawn) => setTimeout(drawn, 300));
    const { dataset } = document.documentElement;
    const paused = Number(dataset.paused);
    dataset.paused = "0";
    return paused;
  });

const press = (page: EnginePage, words: string) =>
  page.evaluate((words) => {
    const button = [...document.querySelectorAll("button")].find(({ textContent }) => textContent === words)!;
    button.click();
  }, words);

/** A new notebook, in which nothing of the last one stands. */
async function openEmpty(page: EnginePage, of: string): Promise<void> {
  const before = await page.evaluate(() => location.href);
  await press(page, "New notebook");
  const shown = () =>
    page.evaluate((before) => {
      const cells = document.querySelectorAll("[data-cell]");
      return location.href !== before && cells.length === 1 && !cells[0]!.querySelector("[data-output]");
    }, before);
  await expect.poll(shown, { message: `${of}: an empty notebook`, timeout: 60_000 }).toBe(true);
}

for (const engine of engines.filter(({ name }) => name !== "Chromium"))
  test.describe(engine.name, () => {
    test.describe.configure({ timeout: 240_000 });
    test.skip(engine.missing !== undefined, `not installed: ${engine.missing}`);

    for (const walls of ["up", "unlimited"] as const)
      test(`${floods.length} floods from the kernel, ${walls === "up" ? "with" : "without"} the budgets`, async () => {
        const site = await openKernelSite(walls);
        const page = await engine.open();
        try {
          await page.goto(site.url);
          await page.evaluate(watchPauses);
          for (const flood of floods) {
            const startedAt = Date.now();
            const { received, dead } = await carryOut(page, flood);
            const took = Date.now() - startedAt;
            const paused = await longestPause(page);
            const ended = dead ? ", ended" : "";
            console.log(
              `${engine.name}: ${flood.name}: ${received} of ${flood.received} in ${took} ms, pauses to ${paused} ms${ended}`,
            );
            if (walls === "unlimited") {
              expect(received, flood.name).toBe(flood.received);
              expect(dead ?? undefined, flood.name).toBeUndefined(); // WebKit's driver says null
              continue;
            }
            expect(paused, flood.name).toBeLessThan(5_000);
            if (!takenInTurns[engine.name]?.test(flood.name)) {
              expect(received, flood.name).toBeLessThan(flood.received);
              expect(received, flood.name).toBeLessThan(2_100);
            }
            if (dead) expect(dead, flood.name).toBe("The kernel was ended: a cell flooded the page with messages.");
            const events = await page.evaluate(async () => {
              await window.testing.kernel.restart();
              return JSON.stringify(await window.testing.run("6 * 7", undefined, "typescript"));
            });
            expect(events, flood.name).toContain("42");
          }
        } finally {
          await page.close();
          site.close();
        }
      });

    test(`${bombs.length} bombs: a sentence or a notebook, on a page that works`, async ({ baseURL }) => {
      const page = await engine.open();
      try {
        await page.goto(`${baseURL}network-parameters/`);
        await until(page, "[data-choice][aria-pressed=true]", "the page"); // the script has taken the HTML over
        await page.evaluate(watchPauses);
        for (const [at, { name, text, isReal, says }] of bombs.entries()) {
          const file = text();
          expect(isReal(file), name).toBe(true);
          const before = await page.evaluate(() => location.href);
          await openFile(page, `bomb-${at}.ipynb`, file);
          const from = Date.now();
          const outcome = () =>
            page.evaluate(
              ({ before, file }) => {
                const alerts = [...document.querySelectorAll("[role=alert]")].map(
                  ({ textContent }) => textContent ?? "",
                );
                const isOpen = location.href !== before && /\/notebook\/#\w+$/.test(location.href);
                const isShown = (document.querySelector("[data-cell]")?.getBoundingClientRect().height ?? 0) > 0;
                return isOpen && isShown ? "notebook" : (alerts.find((words) => words.includes(file)) ?? "");
              },
              { before, file: `bomb-${at}.ipynb` },
            );
          await expect
            .poll(outcome, { message: name, timeout: 60_000, intervals: [50] })
            .toMatch(says === "notebook" ? /^notebook$/ : says);
          const took = Date.now() - from;
          const paused = await longestPause(page);
          console.log(`${engine.name}: ${name}: ${took} ms, pauses to ${paused} ms`);
          expect(paused, name).toBeLessThan(5_000);
          expect(await page.evaluate(() => "polluted" in {}), name).toBe(false);
          expect(await page.windows(), name).toBe(1);
          await openEmpty(page, name);
        }
      } finally {
        await page.close();
      }
    });

    test(`${floods.length} floods from a cell: the page works, and the kernel or a fresh one runs the next cell`, async ({
      baseURL,
    }) => {
      const page = await engine.open();
      try {
        await page.goto(`${baseURL}network-parameters/`);
        await until(page, "[data-choice][aria-pressed=true]", "the page");
        await page.evaluate(watchPauses);
        for (const [at, flood] of floods.entries()) {
          await openEmpty(page, flood.name);
          await openFile(page, `flood-${at}.ipynb`, floodNotebook(flood, "console.log(6 * 7)"));
          const cell = (index: number) => `[data-cell="flood-${index}"]`;
          const next = flood.cells.length;
          await until(page, cell(next), flood.name);
          const run = async (index: number) => {
            await page.evaluate(
              (cell) => document.querySelector<HTMLElement>(`${cell} button[aria-label^='Run']`)!.click(),
              cell(index),
            );
            const over = ["ok", "error", "interrupted", "lost", "notRun"];
            return until(page, over.map((status) => `${cell(index)} [data-status=${status}]`).join(), flood.name);
          };
          let took = 0;
          for (let index = 0; index < next; index++) took += await run(index);
          const paused = await longestPause(page);
          const isDead = await page.evaluate(
            () => document.querySelector("[data-testid=kernel]")!.getAttribute("data-phase") === "dead",
          );
          console.log(`${engine.name}: ${flood.name}: ${took} ms, pauses to ${paused} ms${isDead ? ", ended" : ""}`);
          expect(paused, flood.name).toBeLessThan(5_000);
          if (isDead) await press(page, "Restart");
          await run(next);
          await until(page, `${cell(next)} [data-output] pre`, flood.name);
          const said = await page.evaluate(
            (cell) => document.querySelector(`${cell} [data-output]`)!.textContent,
            cell(next),
          );
          expect(said, flood.name).toBe("42");
        }
      } finally {
        await page.close();
      }
    });
  });
