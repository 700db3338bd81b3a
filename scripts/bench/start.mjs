import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { chromium } from "@playwright/test";
import { root } from "../assets/steps.mjs";
import { buildIfNeeded } from "../build.mjs";
import { findChromium } from "../chromium.mjs";
import { listen, staticServer } from "../serve.mjs";
import { summaryOf } from "./engine.mjs";

/** What Pyodide's own documentation does: load it, print once. */
const barePage = `<!doctype html><title>bare</title><script type="module">
import { loadPyodide } from "./pyodide.mjs";
const python = await loadPyodide();
python.setStdout({ batched: () => (globalThis.resultMs = performance.now()) });
python.runPython("print('spore')");
</script>`;

/** Presses "Run all" as soon as the page takes it and notes when the first cell has ended and is seen. */
function pressAndWatch() {
  const watch = () => {
    if (document.querySelector('[data-status="ok"]')) globalThis.resultMs = performance.now();
    else {
      if (!document.querySelector('[data-status="queued"],[data-status="running"]')) {
        const isRunAll = ({ textContent }) => ["Run all", "全部运行"].includes(textContent.trim());
        [...document.querySelectorAll("button")].find(isRunAll)?.click();
      }
      setTimeout(watch, 5);
    }
  };
  addEventListener("DOMContentLoaded", watch);
}

const measurements = {
  "page readable (first contentful paint)": async (page, url) => {
    await page.goto(url);
    const paint = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
    return (await page.waitForFunction(paint)).jsonValue();
  },
  "page to first Python result": async (page, url) => {
    await page.addInitScript(pressAndWatch);
    return resultOf(page, url);
  },
  "bare loadPyodide and one print": async (page, _, bareUrl) => resultOf(page, bareUrl),
};

async function resultOf(page, url) {
  await page.goto(url);
  return (await page.waitForFunction(() => globalThis.resultMs, undefined, { timeout: 120_000 })).jsonValue();
}

/** Prints a table of medians: cold is a browser that was never here, warm the second visit of the same one. */
export async function measureStart(rounds) {
  buildIfNeeded();
  const servers = [staticServer(join(root, "out")), staticServer(bareFolder())];
  const [url, bareUrl] = await Promise.all(
    servers.map(async (server) => `http://127.0.0.1:${await listen(server, 4300)}/`),
  );
  const names = Object.keys(measurements);
  const times = Object.fromEntries(names.map((name) => [name, { cold: [], warm: [] }]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const browser = await chromium.launch({
        executablePath: findChromium(),
        args: ["--no-sandbox", "--disable-gpu"],
      });
      const visitor = await browser.newContext();
      for (const visit of ["cold", "warm"]) {
        const page = await visitor.newPage();
        times[name][visit].push(await measurements[name](page, `${url}network-parameters/`, bareUrl));
        await page.waitForTimeout(300); // what the page still writes into its cache
        await page.close();
      }
      await browser.close();
    }
  }
  for (const server of servers) server.close();
  console.log(`Start in Chromium, ms: median (fastest–slowest) of ${rounds} rounds, taken in turns`);
  console.table(
    Object.fromEntries(
      names.map((name) => [name, { cold: summaryOf(times[name].cold).text, warm: summaryOf(times[name].warm).text }]),
    ),
  );
  const [, ours, bare] = names;
  const ratio = (visit) => (summaryOf(times[ours][visit]).median / summaryOf(times[bare][visit]).median).toFixed(2);
  console.log(`first result against bare Pyodide: cold ${ratio("cold")}, warm ${ratio("warm")} times`);
}

/** Pyodide as it comes from npm, with a page that does nothing else. */
function bareFolder() {
  const folder = join(root, ".build/bare");
  mkdirSync(folder, { recursive: true });
  const pyodide = dirname(createRequire(import.meta.url).resolve("pyodide/package.json"));
  for (const name of ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json"]) {
    cpSync(join(pyodide, name), join(folder, name));
  }
  writeFileSync(join(folder, "index.html"), barePage);
  return folder;
}
