import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { openSite } from "./kernel/site";

const textOf = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const expected: { [cell: string]: string } = JSON.parse(textOf("expected/network-parameters.json"));
const notebook: { cells: { id: string; cell_type: string; source: string | string[] }[] } = JSON.parse(
  textOf("../public/tutorials/network-parameters.en.ipynb"),
);
const cells = notebook.cells
  .filter(({ cell_type }) => cell_type === "code")
  .map(({ id, source }) => ({ id, code: [source].flat().join("") }));

for (const on of [true, false])
  test(`the tutorial prints the same text with kernels ${on ? "on" : "off"}`, async ({ page }) => {
    const site = await openSite();
    await page.goto(site.url);
    const printed = await page.evaluate(
      async ({ cells, on }) => {
        const text = async (code: string) => {
          const parts: string[] = [];
          for (const event of await window.testing.run(code)) {
            if (event.type === "stream") parts.push(event.text);
            if (event.type === "result") parts.push(`${event.bundle["text/plain"]}\n`);
            if (event.type === "error") parts.push(`${event.name}: ${event.message}`);
          }
          return parts.join("");
        };
        const inUse = await text(
          `import _engine\n_engine.engine.useKernels(${on ? "True" : "False"})\nprint(_engine.engine.kernelsInUse())`,
        );
        const printed: { [cell: string]: string } = {};
        for (const { id, code } of cells) printed[id] = await text(code);
        return { inUse, printed };
      },
      { cells, on },
    );
    expect(printed.inUse.trim().split("\n").at(-1)).toBe(on ? "True" : "False");
    for (const [id, text] of Object.entries(expected)) expect(printed.printed[id]?.trimEnd(), id).toBe(text.trimEnd());
    site.close();
  });
