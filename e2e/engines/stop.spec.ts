import { expect, test } from "@playwright/test";
import { openSite, type Site } from "../kernel/site";
import { type EnginePage, engines } from "./engines";

/*
 * Stop on three engines, in the kernel alone: every way in which a cell can keep the processor or wait, and what is kept.
 */
const cases = [
  { name: "while True: pass", code: "while True: pass", outcome: "interrupted" },
  { name: "a flood of lines", code: "while True: print(1)", outcome: "interrupted" },
  { name: "time.sleep(60)", code: "import time\ntime.sleep(60)", outcome: "interrupted" },
  { name: "input()", code: "input('? ')", outcome: "interrupted" },
  { name: "an await", code: "import asyncio\nawait asyncio.sleep(60)", outcome: "interrupted" },
  { name: "a loop over progress", code: "for _ in progress(iter(int, 1)): pass", outcome: "interrupted" },
  { name: "for(;;){} in TypeScript", code: "for (;;) {}", language: "typescript", outcome: "interrupted" },
  { name: "a loop in C", code: "sum(range(10**12))", outcome: "lost" },
] as const;

for (const engine of engines)
  test.describe(engine.name, () => {
    test.describe.configure({ mode: "serial", timeout: 240_000 });
    test.skip(engine.missing !== undefined, `not installed: ${engine.missing}`);

    let site: Site;
    let page: EnginePage;
    test.beforeAll(async () => {
      if (engine.missing !== undefined) return;
      site = await openSite();
      page = await engine.open();
      await page.goto(site.url);
    });
    test.afterAll(async () => {
      await page?.close();
      site?.close();
    });

    const result = (code: string) =>
      page.evaluate(async (code) => {
        const events = await window.testing.run(code);
        for (const event of events) {
          if (event.type === "result") return event.bundle["text/plain"];
          if (event.type === "error") return `${event.name}: ${event.message}`;
        }
        return "";
      }, code);

    for (const { name, code, outcome, ...more } of cases)
      test(`Stop ends ${name}: ${outcome}`, async () => {
        await result("kept = 41");
        const ended = await page.evaluate(
          async ({ code, language }) => {
            const { kernel } = window.testing;
            let stoppedAt = 0;
            const seen: string[] = [];
            let how = "";
            await kernel.run({ id: "cell", code, language }, (event) => {
              if (event.type === "done") how = event.outcome;
              if (event.type === "started")
                setTimeout(() => {
                  stoppedAt = performance.now();
                  kernel.stop();
                }, 400);
              seen.push(event.type);
            });
            return { how, tookMs: performance.now() - stoppedAt };
          },
          { code, language: "language" in more ? more.language : ("python" as const) },
        );
        console.log(`${engine.name}: ${name}: ${ended.how} ${Math.round(ended.tookMs)} ms after Stop`);
        expect(ended.how).toBe(outcome);
        const kept = await result("kept + 1");
        expect(kept).toBe(outcome === "lost" ? "NameError: name 'kept' is not defined" : "42");
      });
  });
