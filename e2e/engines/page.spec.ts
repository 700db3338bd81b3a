import { mkdirSync, writeFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { type EnginePage, engines } from "./engines";
import { openFile, until } from "./notebookPage";

/*
 * The page itself on the engines that the other tests do not use: it opens, the tutorial runs to its end, and the Stop
 * button stops and keeps the variables.
 */
const shots = ".build/screenshots";

const pythonReady = '[data-testid="kernel"][data-python="ready"][data-phase="ready"]';

/** Cells for the Stop button; each but the first and the last runs until it is stopped. */
const sources = ["kept = 41", "while True: print(1)", "import time\ntime.sleep(60)", "input('? ')", "kept + 1"];

const notebook = JSON.stringify({
  cells: sources.map((source, index) => ({
    cell_type: "code",
    id: `stop-${index}`,
    metadata: {},
    source,
    outputs: [],
    execution_count: null,
  })),
  metadata: {},
  nbformat: 4,
  nbformat_minor: 5,
});

for (const engine of engines.filter(({ name }) => name !== "Chromium"))
  test.describe(engine.name, () => {
    test.describe.configure({ mode: "serial", timeout: 240_000 });
    test.skip(engine.missing !== undefined, `not installed: ${engine.missing}`);

    let page: EnginePage;
    test.beforeAll(async () => {
      if (engine.missing !== undefined) return;
      page = await engine.open();
      mkdirSync(shots, { recursive: true });
    });
    test.afterAll(async () => page?.close());

    const shoot = async (name: string) =>
      writeFileSync(`${shots}/${engine.name.toLowerCase()}-${name}.png`, await page.screenshot());
    test("the tutorial opens and runs to its end", async ({ baseURL }) => {
      await page.goto(`${baseURL}network-parameters/`);
      await until(page, pythonReady, "Python", 120_000);
      await shoot("tutorial");
      await page.evaluate(() => {
        const buttons = [...document.querySelectorAll("button")];
        buttons.find((button) => /Run all|全部运行/.test(button.textContent ?? ""))?.click();
      }, null);
      const ended = await page.evaluate(async () => {
        const cells = [...document.querySelectorAll('[data-cell][data-type="code"]')];
        const statuses = () => cells.map((cell) => cell.querySelector("[data-status]")?.getAttribute("data-status"));
        const isOver = () => statuses().every((status) => status && !/queued|running|saved|never/.test(status));
        for (const end = performance.now() + 120_000; performance.now() < end && !isOver(); )
          await new Promise((done) => setTimeout(done, 50));
        return statuses();
      }, null);
      expect(ended.length).toBeGreaterThan(5);
      expect(ended.filter((status) => status !== "ok")).toEqual([]);
      await shoot("ran");
    });

    test("the Stop button ends what runs, and the variables are kept", async () => {
      await openFile(page, "stop.ipynb", notebook);
      await until(page, '[data-cell="stop-0"]');
      for (const [index] of sources.entries()) {
        const id = `stop-${index}`;
        const isEndless = index > 0 && index < sources.length - 1;
        await until(page, pythonReady, "Python", 120_000);
        const took = await page.evaluate(
          async ({ id, isEndless }) => {
            const cell = document.querySelector(`[data-cell="${id}"]`)!;
            const status = () => cell.querySelector("[data-status]")?.getAttribute("data-status");
            const until = async (pattern: RegExp) => {
              for (const end = performance.now() + 60_000; performance.now() < end && !pattern.test(status() ?? ""); )
                await new Promise((done) => setTimeout(done, 2));
              return status();
            };
            const isOver = /^(ok|error|interrupted|lost|notRun)$/;
            cell.querySelector<HTMLButtonElement>("button[aria-label^='Run']")!.click();
            await until(isEndless ? /^running$/ : isOver);
            if (!isEndless) return { status: status(), tookMs: 0 };
            await new Promise((done) => setTimeout(done, 500));
            const stop = [...document.querySelectorAll("button")].find((button) => button.textContent === "Stop")!;
            const clickedAt = performance.now();
            stop.click();
            return { status: await until(isOver), tookMs: performance.now() - clickedAt };
          },
          { id, isEndless },
        );
        const name = `${engine.name}: ${sources[index]?.split("\n").at(-1)}`;
        if (isEndless) console.log(`${name}: ${took.status} ${Math.round(took.tookMs)} ms after the click`);
        expect(took.status, name).toBe(isEndless ? "interrupted" : "ok");
      }
      const shown = await page.evaluate(
        () => document.querySelector('[data-cell="stop-4"] [data-output]')?.textContent,
        null,
      );
      expect(shown).toBe("42");
      await shoot("stopped");
    });
  });
