import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { script } from "../assets/bundle.mjs";
import { root } from "../assets/steps.mjs";
import { buildIfNeeded } from "../build.mjs";
import { findChromium } from "../chromium.mjs";
import { listen, staticServer } from "../serve.mjs";
import { summaryOf } from "./engine.mjs";

/** The notebook whose first code cell is TypeScript. */
const notebook = "engine-in-typescript/";

/** The floor: a page whose worker evaluates `1`, started by its first script. */
const floorPage = `<!doctype html><title>floor</title><p>Readable</p><script>
const worker = new Worker(URL.createObjectURL(new Blob(["postMessage(1)"])));
worker.onmessage = () => (globalThis.resultMs = performance.now());
</script>`;

/** Presses "Run all", once, as soon as the page takes it, and notes when the first result is seen. */
function pressAndWatch() {
  let isPressed = false;
  const watch = () => {
    if (document.querySelector('[data-status="ok"]')) {
      globalThis.resultMs = performance.now();
      return;
    }
    if (!isPressed && document.querySelector("[data-choice][aria-pressed=true]")) {
      isPressed = true;
      const isRunAll = ({ textContent }) => ["Run all", "全部运行"].includes(textContent.trim());
      [...document.querySelectorAll("button")].find(isRunAll)?.click();
    }
    setTimeout(watch, 2);
  };
  addEventListener("DOMContentLoaded", watch);
}

const launch = () =>
  chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox", "--disable-gpu", "--disable-extensions"] });

/** When the page was readable, and when the result was there, both in ms from the start of the visit. */
async function visit(page, url) {
  await page.goto(url);
  const read = () => {
    const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
    return paint && globalThis.resultMs ? { readable: paint, result: globalThis.resultMs } : undefined;
  };
  return (await page.waitForFunction(read, undefined, { timeout: 120_000 })).jsonValue();
}

async function measureFirstResult(rounds) {
  buildIfNeeded();
  const floor = join(root, ".build/floor");
  mkdirSync(floor, { recursive: true });
  writeFileSync(join(floor, "index.html"), floorPage);
  const servers = [staticServer(join(root, "out")), staticServer(floor)];
  const [site, floorUrl] = await Promise.all(
    servers.map(async (server) => `http://127.0.0.1:${await listen(server, 4400)}/`),
  );
  const cases = { "TypeScript cell, cold page": site + notebook, "floor: empty worker evaluates 1": floorUrl };
  const times = Object.fromEntries(Object.keys(cases).map((name) => [name, { readable: [], result: [], after: [] }]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, url] of Object.entries(cases)) {
      const browser = await launch();
      const page = await browser.newPage();
      if (url.startsWith(site)) await page.addInitScript(pressAndWatch);
      const { readable, result } = await visit(page, url);
      times[name].readable.push(readable);
      times[name].result.push(result);
      times[name].after.push(Math.max(0, result - readable));
      await browser.close();
    }
  }
  for (const server of servers) server.close();
  console.log(
    `First result of a visit, Python not loaded, ms: median (fastest–slowest) of ${rounds} rounds, taken in turns`,
  );
  console.table(
    Object.fromEntries(
      Object.entries(times).map(([name, { readable, result, after }]) => [
        name,
        {
          "page readable": summaryOf(readable).text,
          "first result": summaryOf(result).text,
          "after readable": summaryOf(after).text,
        },
      ]),
    ),
  );
}

/** Loops as one writes them; each gives a function of how many rounds and of a Float64Array. */
const bodies = {
  "integer, for": "function work(n) { let s = 0; for (let i = 0; i < n; i++) { s = (s + i * 7) | 0 } return s }",
  "float, for": "function work(n) { let s = 0; for (let i = 0; i < n; i++) { s += i * 0.5 } return s }",
  "Float64Array, for":
    "function work(n, a) { let s = 0; for (let i = 0; i < n; i++) { s += a[i & 1023] * a[(i + 1) & 1023] } return s }",
  "Float64Array, stores, nested":
    "function work(n, a) { const m = n / 1024; for (let k = 0; k < m; k++) { for (let i = 0; i < a.length; i++) { a[i] = a[i] * 0.5 + 1 } } return a[3] }",
  "integer, while": "function work(n) { let s = 0, i = 0; while (i < n) { s = (s + i * 7) | 0; i++ } return s }",
  "a call a round":
    "const f = (x) => (x * 7) | 0; function work(n) { let s = 0; for (let i = 0; i < n; i++) { s = (s + f(i)) | 0 } return s }",
};

async function measureGuards(rounds) {
  const compiler = await script("scripts/bench/compiled.ts", { globalName: "compiler", format: "iife" });
  const browser = await launch();
  const page = await browser.newPage();
  await page.goto("about:blank");
  await page.addScriptTag({ content: compiler });
  const rows = await page.evaluate(
    async ({ bodies, rounds }) => {
      const steps = 1e7; // short, so that some rounds are disturbed by nobody, and long for a clock of 0.1 ms
      const array = new Float64Array(1024).fill(0.5);
      const load = async (js) => {
        const url = URL.createObjectURL(new Blob([js], { type: "text/javascript" }));
        return (await import(url)).default;
      };
      const rows = {};
      for (const [name, code] of Object.entries(bodies)) {
        const scope = {};
        (await load(compiler.compiled(code)))(scope, compiler.kit);
        const works = { none: await load(`${code}; export default work`), guarded: scope.work };
        const times = { none: [], guarded: [] };
        for (let round = 0; round < rounds; round++) {
          for (const [kind, work] of Object.entries(works)) {
            const start = performance.now();
            work(steps, array);
            times[kind].push(((performance.now() - start) / steps) * 1e6);
          }
        }
        rows[name] = times;
      }
      return rows;
    },
    { bodies, rounds },
  );
  await browser.close();
  console.log(`Cost of Stop's guard in Chromium, ns a round: best of ${rounds}, taken in turns`);
  const best = (times) => Math.min(...times);
  console.table(
    Object.fromEntries(
      Object.entries(rows).map(([name, { none, guarded }]) => [
        name,
        {
          none: best(none).toFixed(2),
          guarded: best(guarded).toFixed(2),
          cost: `${((best(guarded) / best(none) - 1) * 100).toFixed(0)} %`,
        },
      ]),
    ),
  );
}

/** The first TypeScript result of a visit, and what it costs that loops can be stopped. */
export async function measureTypescript(rounds) {
  await measureGuards(200);
  if (!process.env.GUARDS_ONLY) await measureFirstResult(rounds);
}
