import { join } from "node:path";
import { chromium } from "@playwright/test";
import { root } from "../assets/steps.mjs";
import { buildIfNeeded } from "../build.mjs";
import { findChromium } from "../chromium.mjs";
import { listen, staticServer } from "../serve.mjs";

const shapes = [
  [1_000, 10_000],
  [10_000, 10_000],
];
/** What shows that a view is there. */
const views = {
  Table: "[data-lens=table] td[role=gridcell]",
  Histogram: "[data-lens=histogram] svg path",
  Statistics: "[data-lens=statistics][aria-busy=false]",
  Heatmap: "[data-lens=heatmap][data-fresh] canvas[data-drawn]",
};

/** Prints how the lens of a large float32 tensor comes on the screen, what crosses for it, and how its views change. */
export async function measureLensPage(rounds = 7) {
  buildIfNeeded();
  const server = staticServer(join(root, "out"));
  const url = `http://127.0.0.1:${await listen(server, 4440)}/`;
  const table = {};
  for (const shape of shapes) {
    const all = [];
    // what crosses is counted in a round of its own, since counting takes the page's time
    const counted = await measureOnce(url, shape, true);
    for (let round = 0; round < rounds; round++) all.push(await measureOnce(url, shape, false));
    const middle = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
    for (const name of Object.keys(all[0]))
      (table[name] ??= {})[shape.join(" × ")] = Number(middle(all.map((one) => one[name])).toFixed(1));
    for (const name of ["kB that cross until it is on the screen", "kB that cross in all"])
      (table[name] ??= {})[shape.join(" × ")] = counted[name];
  }
  server.close();
  console.log(`The lens of a float32 tensor in Chromium, in the page: medians of ${rounds} rounds`);
  console.table(table);
}

async function measureOnce(url, shape, isCounting) {
  const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox", "--disable-gpu"] });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.route(/\/runtime\//, (route) => route.abort()); // Python would take the second core
  if (isCounting) await page.addInitScript(countMessages);
  await page.goto(`${url}network-parameters/`);
  await page.locator("[data-choice][aria-pressed=true]").first().waitFor();
  const making = `import { initializer, Normal } from "mindspore";\nconst big = initializer(new Normal(1), [${shape}]).initData();`;
  const cells = [making, "big", "big"].map((source, index) => ({
    ...{ id: `c${index}`, cell_type: "code", source, outputs: [], execution_count: null },
    metadata: { vscode: { languageId: "typescript" } },
  }));
  const buffer = Buffer.from(JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }));
  const file = { name: "lens.ipynb", mimeType: "application/json", buffer };
  await page.locator("input[type=file]").first().setInputFiles(file);
  await run(page, "c0");
  await run(page, "c1"); // loads the lens's script
  await page.locator(`[data-cell=c1] ${views.Heatmap}`).waitFor();
  await page.evaluate(() => {
    window.crossed = 0;
    const cell = document.querySelector("[data-cell=c2]");
    const times = (window.times = {});
    new MutationObserver(() => {
      const status = cell.querySelector("[data-status]").dataset.status;
      if (status === "ok") times.end ??= performance.now();
      if (cell.querySelector("[data-lens=heatmap] canvas[data-drawn]")) times.drawn ??= performance.now();
    }).observe(cell, { subtree: true, childList: true, attributes: true });
  });
  await browser.startTracing(page, { categories: ["toplevel", "devtools.timeline"] });
  await run(page, "c2");
  await page.locator(`[data-cell=c2] ${views.Heatmap}`).waitFor();
  const { end, drawn } = await page.evaluate(() => window.times);
  const until = await page.evaluate(() => Math.round(window.crossed / 1000));
  const results = { "on the screen after the cell's end, ms": Math.max(0, drawn - end) };
  for (const [name, selector] of Object.entries(views)) {
    const times = [];
    // the second time, nothing has to be computed for the first time
    for (const pass of ["first", "again"]) {
      times.push(await changeTo(page, name, selector));
      await page.waitForTimeout(150);
      if (pass === "first") await changeTo(page, "Text", "pre");
      await page.waitForTimeout(50);
    }
    results[`change to ${name.toLowerCase()}, first, ms`] = times[0];
    results[`change to ${name.toLowerCase()}, again, ms`] = times[1];
  }
  const trace = await browser.stopTracing();
  results["longest task of the page's main thread, its own ms"] = longestTask(trace, "tdur");
  results["the same by the clock, others' work included, ms"] = longestTask(trace, "dur");
  results["kB that cross until it is on the screen"] = until;
  results["kB that cross in all"] = await page.evaluate(() => Math.round(window.crossed / 1000));
  await browser.close();
  if (!isCounting) {
    delete results["kB that cross until it is on the screen"];
    delete results["kB that cross in all"];
  }
  return results;
}

async function run(page, id) {
  await page.locator(`[data-cell=${id}]`).focus();
  await page.keyboard.press("Control+Enter");
  await page.locator(`[data-cell=${id}] [data-status=ok]`).first().waitFor({ timeout: 120_000 });
}

/** From the click to the frame after the view is there. */
const changeTo = (page, name, selector) =>
  page.evaluate(
    ([name, selector]) =>
      new Promise((resolve) => {
        const cell = document.querySelector("[data-cell=c2]");
        const startedAt = performance.now();
        [...cell.querySelectorAll("[role=tab]")].find((tab) => tab.textContent === name).click();
        const look = () => {
          if (cell.querySelector(selector)) requestAnimationFrame(() => resolve(performance.now() - startedAt));
          else setTimeout(look, 1);
        };
        look();
      }),
    [name, selector],
  );

/** Of the thread that draws the page, in ms: by its own time ("tdur"), or by the clock ("dur"), which runs on while others have its core. */
function longestTask(trace, clock) {
  const { traceEvents } = JSON.parse(trace.toString());
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  const tasks = traceEvents.filter(({ name, pid, tid }) => /RunTask$/.test(name) && mains.has(`${pid}/${tid}`));
  return tasks.reduce((most, task) => Math.max(most, (task[clock] ?? 0) / 1000), 0);
}

/** Counts the characters of all messages that come through ports. Runs in the page. */
function countMessages() {
  window.crossed = 0;
  const listen = MessagePort.prototype.addEventListener;
  const heard = new WeakSet();
  const count = ({ data }) => {
    window.crossed += (JSON.stringify(data) ?? "").length;
  };
  MessagePort.prototype.addEventListener = function (...parts) {
    if (parts[0] === "message" && !heard.has(this)) {
      heard.add(this);
      listen.call(this, "message", count);
    }
    return listen.apply(this, parts);
  };
  const { set } = Object.getOwnPropertyDescriptor(MessagePort.prototype, "onmessage");
  Object.defineProperty(MessagePort.prototype, "onmessage", {
    set(handler) {
      if (!heard.has(this)) {
        heard.add(this);
        listen.call(this, "message", count);
      }
      set.call(this, handler);
    },
  });
}
