import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "@playwright/test";
import { root } from "../assets/steps.mjs";
import { buildIfNeeded } from "../build.mjs";
import { findChromium } from "../chromium.mjs";
import { listen, staticServer } from "../serve.mjs";

/** What a reader does, and what tells that it is done; each step's downloads are those since the step before. */
const steps = {
  "the page, to be read": async (page, url) => {
    await page.goto(`${url}network-parameters/`);
    await page.locator("[data-choice][aria-pressed=true]").first().waitFor();
  },
  "Python, and the kernel of both languages": (page) =>
    page.locator("[data-testid=kernel][data-python=ready]").waitFor({ timeout: 120_000 }),
  "the editor, at the first press into a cell": async (page) => {
    await page.locator("[data-cell=clone-print]").focus();
    await page.keyboard.press("Enter");
    await page.locator("[data-cell=clone-print] [data-ready=true]").waitFor({ timeout: 60_000 });
  },
  "charts, at the first one": async (page, url) => {
    const figure = { "application/vnd.plotly.v1+json": { data: [{ y: [1, 2] }], layout: {} }, "text/plain": "" };
    const output = { output_type: "display_data", data: figure, metadata: {} };
    const cells = [{ id: "a", cell_type: "code", source: "1", metadata: {}, outputs: [output], execution_count: 1 }];
    await page.goto(`${url}network-parameters/`);
    const text = JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
    await page
      .locator("input[type=file]")
      .first()
      .setInputFiles({ name: "a.ipynb", mimeType: "", buffer: Buffer.from(text) });
    await page.locator("[data-drawn]").waitFor({ timeout: 60_000 });
  },
};

/** Prints what a first visit downloads, step by step, and what a visit without a network needs in all. */
export async function measureSizes() {
  buildIfNeeded();
  const out = join(root, "out");
  const asked = new Set();
  const server = staticServer(out, { onRequest: (path) => asked.add(path.split("?")[0]) });
  const url = `http://127.0.0.1:${await listen(server, 4300)}/`;
  const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox", "--disable-gpu"] });
  const page = await (await browser.newContext({ serviceWorkers: "block" })).newPage();
  const known = new Set();
  const table = {};
  for (const [name, act] of Object.entries(steps)) {
    await act(page, url);
    const fresh = [...asked].filter((path) => !known.has(path));
    for (const path of fresh) known.add(path);
    table[name] = { files: fresh.length, ...sizeOf(fresh, out) };
  }
  const build = /files:(\{.*?\}),first/.exec(readFileSync(join(out, "sw.js"), "utf8"))?.[1] ?? "{}";
  const paths = [...build.matchAll(/"([^"]+)":\["/g)].map(([, path]) => `/${path}`);
  table["everything, kept for visits offline"] = { files: paths.length, ...sizeOf(paths, out) };
  await browser.close();
  server.close();
  console.log("What a first visit downloads, compressed (gzip)");
  console.table(table);
}

function sizeOf(paths, out) {
  let bytes = 0;
  let packed = 0;
  for (const path of paths) {
    const content = readOr(join(out, path.endsWith("/") ? `${path}index.html` : path));
    bytes += content.length;
    packed += /\.(bin|woff2|png)$/.test(path) ? content.length : gzipSync(content, { level: 9 }).length;
  }
  return { "kB compressed": Math.round(packed / 1e3), kB: Math.round(bytes / 1e3) };
}

function readOr(path) {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0); // asked for, but not there
  }
}
