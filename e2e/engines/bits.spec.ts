import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { openSite } from "../kernel/site";
import { engines } from "./engines";

const textOf = (name: string) => readFileSync(new URL(`../expected/${name}`, import.meta.url), "utf8");

/** What Node gives, with kernels and without: workers/python/bits.test.ts holds it to that. */
const expected = textOf("bits.txt").trimEnd();
const inUse = "import _engine\n_engine.engine.kernelsInUse()";

for (const engine of engines)
  test(`eleven results have on ${engine.name} the bits that they have in Node, with kernels and without`, async () => {
    test.setTimeout(240_000);
    test.skip(engine.missing !== undefined, `not installed: ${engine.missing}`);
    const site = await openSite();
    const page = await engine.open();
    await page.goto(site.url);
    const result = (code: string) =>
      page.evaluate(async (code) => {
        const events = await window.testing.run(code);
        for (const event of events) {
          if (event.type === "result") return event.bundle["text/plain"];
          if (event.type === "error") return `${event.name}: ${event.message}`;
        }
        return "";
      }, code);
    expect(await result(inUse)).toBe("True");
    const program = textOf("bits.py");
    const both = [await result(program), await result(`_engine.engine.useKernels(False)\n${program}`)];
    expect(await result(inUse)).toBe("False");
    expect(both.map((text) => text?.slice(1, -1).split("\\n"))).toEqual([expected.split("\n"), expected.split("\n")]);
    await page.close();
    site.close();
  });
