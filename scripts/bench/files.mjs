import { join } from "node:path";
import { chromium } from "@playwright/test";
import { root } from "../assets/steps.mjs";
import { buildIfNeeded } from "../build.mjs";
import { findChromium } from "../chromium.mjs";
import { listen, staticServer } from "../serve.mjs";
import { summaryOf } from "./engine.mjs";

const line = `${"weight 0.123456 参数 ".repeat(5)}\n`;
const outputsOf = {
  "one word": () => [{ output_type: "stream", name: "stdout", text: "word" }],
  "one stream of 200,000 lines": (lines) => [{ output_type: "stream", name: "stdout", text: lines }],
  "100 pictures of 200 kB": () =>
    Array.from({ length: 100 }, () => ({
      output_type: "display_data",
      metadata: {},
      data: { "image/png": "iVBORw0K".repeat(25_000), "text/plain": "<picture>" },
    })),
};

/** A notebook of 100 cells with 20 MB of outputs. */
function notebookOf(outputs) {
  const cells = Array.from({ length: 100 }, (_, index) => ({
    cell_type: "code",
    id: `c${index}`,
    metadata: {},
    source: `print(${index})`,
    execution_count: 1,
    outputs: index === 0 ? outputs : [],
  }));
  return JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
}

/** Prints how long a notebook of 20 MB takes to open, and for how long at a stretch the page answers nothing meanwhile. */
export async function measureFiles(rounds) {
  buildIfNeeded();
  const server = staticServer(join(root, "out"));
  const url = `http://127.0.0.1:${await listen(server, 4300)}/network-parameters/`;
  const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox", "--disable-gpu"] });
  const table = {};
  for (const [name, outputs] of Object.entries(outputsOf)) {
    const text = notebookOf(outputs(Array.from({ length: 200_000 }, () => line)));
    const times = [];
    const gaps = [];
    for (let round = 0; round < rounds; round++) {
      const page = await browser.newPage();
      await page.goto(url);
      await page.waitForSelector("[data-phase=ready]", { timeout: 120_000 });
      const { took, gap } = await page.evaluate(openAndWatch, text);
      times.push(took);
      gaps.push(gap);
      await page.close();
    }
    const megabytes = (Buffer.byteLength(text) / 1e6).toFixed(0);
    table[`${name}, ${megabytes} MB`] = { opened: summaryOf(times).text, "longest stretch": summaryOf(gaps).text };
  }
  await browser.close();
  server.close();
  console.log(`Opening a large notebook, ms: median (fastest–slowest) of ${rounds} rounds`);
  console.table(table);
}

/** In the page: drops the file and watches how regularly a timer comes until the first output is drawn. */
async function openAndWatch(text) {
  const file = new File([text], "large.ipynb");
  const files = new DataTransfer();
  files.items.add(file);
  let last = performance.now();
  let gap = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    gap = Math.max(gap, now - last);
    last = now;
  }, 4);
  const start = performance.now();
  document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true }));
  while (!document.querySelector('[data-cell="c0"] [data-output]')) await new Promise((go) => setTimeout(go, 4));
  await new Promise((go) => requestAnimationFrame(() => setTimeout(go, 20)));
  clearInterval(timer);
  return { took: performance.now() - start, gap };
}
