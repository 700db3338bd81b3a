import { expect, test } from "@playwright/test";
import { programs } from "../workers/typescript/programs";
import { transcriptOf } from "../workers/typescript/transcript";
import { openSite } from "./kernel/site";

test("every program of the table shows in a browser what it shows in Node", async ({ page }) => {
  test.setTimeout(120_000);
  const site = await openSite();
  await page.route("**/runtime/**", () => {}); // Python never comes
  await page.goto(site.url);
  await page.evaluate(() => void window.testing.kernel.listFiles()); // waits for Python, which no program does
  const shown = await page.evaluate(async (programs) => {
    const { run } = window.testing;
    const all: Awaited<ReturnType<typeof run>>[][] = [];
    for (const { cells } of programs) {
      const runs: Awaited<ReturnType<typeof run>>[] = [];
      for (const code of cells) runs.push(await run(code, undefined, "typescript"));
      all.push(runs);
    }
    return all;
  }, programs);
  for (const [i, { title, shows }] of programs.entries()) {
    expect.soft(transcriptOf(shown[i]!), title).toBe(shows);
  }
  site.close();
});
