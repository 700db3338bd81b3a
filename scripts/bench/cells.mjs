import { join } from "node:path";
import { chromium } from "@playwright/test";
import { root } from "../assets/steps.mjs";
import { buildIfNeeded } from "../build.mjs";
import { findChromium } from "../chromium.mjs";
import { listen, staticServer } from "../serve.mjs";
import { notebookOf } from "./notebook.mjs";

const counts = [10, 500];
const typed = 60; // keys at each place, one in 60 ms as the quickest writers do
const places = { top: 0, middle: 0.5, end: 1 };

/** Prints how a page with 500 cells loads, types and scrolls, next to the same page with 10. */
export async function measureCells(rounds = 3) {
  buildIfNeeded();
  const server = staticServer(join(root, "out"));
  const url = `http://127.0.0.1:${await listen(server, 4400)}/`;
  const floor = staticServer(join(root, "node_modules/monaco-editor/min"));
  const floorUrl = `http://127.0.0.1:${await listen(floor, 4450)}/`;
  const columns = { ...Object.fromEntries(counts.map((count) => [`${count} cells`, []])), "Monaco alone": [] };
  for (let round = 0; round < rounds; round++) {
    for (const count of counts) columns[`${count} cells`].push(await measureOnce(url, count));
    columns["Monaco alone"].push(await measureFloor(floorUrl));
  }
  server.close();
  floor.close();
  const names = Object.keys(columns[`${counts[0]} cells`][0]);
  const middle = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
  const shown = (values) => (values[0] === undefined ? "–" : Number(middle(values).toFixed(1)));
  console.log(
    `A notebook of ${counts.join(" and of ")} cells in Chromium, and one editor on a page of its own: medians of ${rounds} rounds, taken in turns`,
  );
  const row = (name) =>
    Object.fromEntries(Object.entries(columns).map(([column, all]) => [column, shown(all.map((one) => one[name]))]));
  console.table(Object.fromEntries(names.map((name) => [name, row(name)])));
}

/** What a key costs in Monaco's own build with nothing around it. */
async function measureFloor(url) {
  const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox", "--disable-gpu"] });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const [, { source }] = JSON.parse(notebookOf(2)).cells;
  const body = `<!doctype html><div id="host" style="width:780px;height:400px"></div><script src="vs/loader.js"></script><script>
    require.config({ paths: { vs: "vs" } });
    require(["vs/editor/editor.main"], () => {
      const options = { value: ${JSON.stringify(source)}, language: "python", minimap: { enabled: false } };
      monaco.editor.create(document.getElementById("host"), options).focus();
      document.body.dataset.ready = "true";
    });</script>`;
  await page.route(`${url}floor.html`, (route) => route.fulfill({ body, contentType: "text/html" }));
  await page.goto(`${url}floor.html`);
  await page.locator("body[data-ready]").waitFor();
  await page.waitForTimeout(500);
  const results = await pressKeys(page, "top");
  await browser.close();
  return results;
}

async function measureOnce(url, count) {
  const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox", "--disable-gpu"] });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, serviceWorkers: "block" });
  // Python, and keeping the site for visits offline, would take the second core
  await page.route(/\/runtime\//, (route) => route.abort());
  await page.goto(`${url}network-parameters/`);
  await page.locator("[data-choice][aria-pressed=true]").first().waitFor();
  const file = { name: "many.ipynb", mimeType: "application/json", buffer: Buffer.from(notebookOf(count)) };
  await page.locator("input[type=file]").first().setInputFiles(file);
  await page.locator(`[data-cell=c${count - 1}]`).waitFor();
  await page.waitForTimeout(1_500); // until it is kept
  const results = await reload(page, count);
  for (const [name, part] of Object.entries(places)) {
    const index = name === "top" ? 1 : Math.floor((count - 1) * part);
    const at = index % 3 === 0 ? index - 1 : index;
    Object.assign(results, await type(page, `c${at}`, name));
  }
  const frames = async (name, isWhole) => {
    const { p50, p95 } = await scroll(page, isWhole, false);
    Object.assign(results, { [`frame while ${name}, p50 ms`]: p50, [`frame while ${name}, p95 ms`]: p95 });
  };
  await frames("scrolling", false);
  results["live editors"] = await page.locator(".monaco-editor[role=code]").count();
  results["page's elements"] = await page.evaluate(() => document.querySelectorAll("*").length);
  page.on("dialog", (dialog) => dialog.accept()); // leaves what was typed just now
  const visitAgain = async () => {
    await page.reload();
    await page.locator(`[data-cell=c${count - 1}]`).waitFor();
  };
  await visitAgain();
  await frames("flying through all", true);
  await visitAgain();
  results["empty cells seen"] = (await scroll(page, true, true)).blank;
  await browser.close();
  return results;
}

/** From the navigation to the moments when the first cells, and when all, are there and the page answers. */
async function reload(page, count) {
  await page.addInitScript(
    (last) => {
      if (window !== top) return; // the kernel's frames have no cells to wait for
      window.answersMs = {};
      const look = (id) => {
        if (!document.querySelector(`[data-cell=${id}]`)) return requestAnimationFrame(() => look(id));
        requestAnimationFrame(() => setTimeout(() => (window.answersMs[id] = performance.now())));
      };
      addEventListener("DOMContentLoaded", () => {
        look("c0");
        look(last);
      });
    },
    `c${count - 1}`,
  );
  await page.reload();
  await page.waitForFunction(() => Object.keys(window.answersMs).length === 2);
  const { c0, ...rest } = await page.evaluate(() => window.answersMs);
  return { "load to interactive, ms": c0, "load to the last cell, ms": Object.values(rest)[0] };
}

/** From each key to the frame that shows it. */
async function type(page, id, name) {
  const cell = page.locator(`[data-cell=${id}]`);
  await cell.evaluate((element) => element.scrollIntoView({ block: "center" }));
  await page.waitForTimeout(300);
  await cell.locator("textarea").first().focus();
  await cell.locator("[data-ready='true']").waitFor();
  await page.waitForTimeout(500);
  return pressKeys(page, name);
}

async function pressKeys(page, name) {
  await page.evaluate(() => {
    window.keyMs = [];
    window.taskMs = [];
    window.onKey ??= (event) => {
      const startedAt = performance.now();
      setTimeout(() => window.taskMs.push(performance.now() - startedAt));
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel(); // heard after the frame was drawn
        port1.onmessage = () => window.keyMs.push(performance.now() - event.timeStamp);
        port2.postMessage(0);
      });
    };
    addEventListener("keydown", window.onKey, true); // the same one again adds nothing
  });
  await page.keyboard.press("Control+End");
  for (let index = 0; index < typed; index++)
    await page.keyboard.press(index % 12 === 11 ? "Enter" : "x", { delay: 60 });
  await page.waitForTimeout(200);
  const { keyMs, taskMs } = await page.evaluate(() => ({ keyMs: window.keyMs, taskMs: window.taskMs }));
  return {
    [`key to frame, ${name}, p50 ms`]: at(keyMs, 0.5),
    [`key to frame, ${name}, p95 ms`]: at(keyMs, 0.95),
    [`work of a key, ${name}, p95 ms`]: at(taskMs, 0.95),
  };
}

/**
 * Frames while the wheel turns, 120 pixels a frame as a hand does at its quickest, or as much as brings the page through the
 * whole notebook in 240 frames. Or whether a cell in the window was ever empty: looking for that has the page laid out twice
 * a frame, so it is done on a visit of its own.
 */
async function scroll(page, isWhole, isLooking) {
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForTimeout(500);
  return page.evaluate(
    ({ isWhole, isLooking }) =>
      new Promise((resolve) => {
        const frames = [];
        let blank = 0;
        let last = performance.now();
        const height = document.documentElement.scrollHeight;
        const step = isWhole ? Math.max(120, height / 240) : 120;
        const turns = Math.min(240, Math.ceil(height / step));
        let turn = 0;
        const look = () => {
          for (const y of [200, 450, 700]) {
            const cell = document.elementFromPoint(500, y)?.closest("[data-cell]");
            if (cell && !/\S/.test(cell.textContent)) blank++;
          }
        };
        const frame = (now) => {
          frames.push(now - last);
          last = now;
          if (isLooking) look();
          scrollBy(0, step);
          if (++turn < turns) return requestAnimationFrame(frame);
          const sorted = frames.slice(2).toSorted((a, b) => a - b);
          const at = (part) => sorted[Math.floor(sorted.length * part)] ?? 0;
          resolve({ p50: at(0.5), p95: at(0.95), blank });
        };
        requestAnimationFrame(frame);
      }),
    { isWhole, isLooking },
  );
}

const at = (values, part) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0;
