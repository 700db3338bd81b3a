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

const grow = {
  python: "import numpy as np\nheld = []\nfor i in range(100): held.append(np.zeros((4096, 8192)))",
  typescript:
    "import * as np from 'numpy'\nconst kept = []\nfor (let i = 0; i < 100; i++) kept.push(np.zeros([4096, 8192]))",
};
const refused = "MemoryError: Unable to allocate 256. MiB for an array with shape (4096, 8192) and data type float64";

test("arrays beyond the memory are refused before anything breaks, and the kernel lives on", async ({ page }) => {
  const site = await openSite();
  await page.goto(site.url);
  const ends = await page.evaluate(async (grow) => {
    const endOf = async (code: string, language: "python" | "typescript") => {
      const events = await window.testing.run(code, undefined, language);
      const end = events.find((event) => event.type === "error" || event.type === "result");
      if (end?.type === "error") return `${end.name}: ${end.message}`;
      return end?.type === "result" ? String(end.bundle["text/plain"]) : "";
    };
    return [
      await endOf(grow.python, "python"),
      await endOf("len(held)", "python"),
      await endOf(grow.typescript, "typescript"),
      await endOf("held.clear(); np.zeros((4096, 8192)).shape", "python"),
      await endOf(grow.typescript, "typescript"),
      await endOf("kept.length", "typescript"),
      await endOf("kept.length = 0; (1 + 1).toString()", "typescript"),
      await endOf("sum(np.zeros((4096, 8192)).shape[0] for _ in range(40))", "python"), // 10 GiB, one after another
    ];
  }, grow);
  expect(ends).toEqual([refused, "12", refused, "(4096, 8192)", refused, "12", "'2'", `${40 * 4096}`]);
  site.close();
});
