import { expect, test } from "@playwright/test";
import { openCanary } from "../attacks/canary";
import { armed, kernelAttacks } from "../attacks/kernelAttacks";
import { openKernelSite } from "../attacks/site";
import { inventory, plant } from "../attacks/victim";
import { engines } from "./engines";

/*
 * The attacks that a cell can make, on Chromium and Firefox. One that waits for ever, as some now and then do on Firefox, is
 * stopped, as a reader would. WebKitGTK's driver has not been seen to carry the walk to its
 * end in the time that a test has.
 */
const fromCells = kernelAttacks.filter(({ realm }) => realm === "cell");

/** A cell that never ends is a failure with a name. */
const tooLong = (name: string) =>
  new Promise<string>((_, reject) => setTimeout(() => reject(new Error(`${name} does not end`)), 60_000).unref());

for (const engine of engines.filter(({ name }) => name !== "WebKit"))
  test(`${fromCells.length} attacks from cells get nothing in ${engine.name}`, async () => {
    test.skip(engine.missing !== undefined, `${engine.missing} is not installed`);
    test.setTimeout(240_000);
    const [canary, site] = await Promise.all([openCanary(), openKernelSite("up")]);
    const page = await engine.open();
    try {
      await page.goto(site.url);
      await page.evaluate(plant, undefined);
      const before = await page.evaluate(inventory, undefined);
      for (const attack of fromCells) {
        const { name, language } = attack;
        const run = page.evaluate(
          async ({ code, language }) => {
            const { kernel, run } = window.testing;
            const patience = setTimeout(() => kernel.stop(), 12_000);
            const events = await run(code, undefined, language);
            clearTimeout(patience);
            return events.map((event) => (event.type === "stream" ? event.text : "")).join("");
          },
          { code: armed(attack, canary, site.url), language },
        );
        const said = await Promise.race([run, tooLong(name)]);
        expect(said, name).not.toContain("STOLEN");
      }
      expect(canary.seen).toEqual([]);
      expect(await page.evaluate(inventory, undefined)).toBe(before);
      const said = await page.evaluate(async () => JSON.stringify(await window.testing.run("print(6 * 7)")), undefined);
      expect(said).toContain("42");
    } finally {
      await page.close();
      canary.close();
      site.close();
    }
  });
