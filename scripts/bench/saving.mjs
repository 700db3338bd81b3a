import { join } from "node:path";
import { chromium } from "@playwright/test";
import { root } from "../assets/steps.mjs";
import { buildIfNeeded } from "../build.mjs";
import { findChromium } from "../chromium.mjs";
import { listen, staticServer } from "../serve.mjs";
import { summaryOf } from "./engine.mjs";

const notebooks = {
  "10 cells": notebook(10, 0),
  "500 cells, 20 MB of outputs": notebook(500, 40_000),
};

function notebook(count, characters) {
  const output = { output_type: "stream", name: "stdout", text: "x".repeat(characters) };
  const cells = Array.from({ length: count }, (_, n) => ({
    ...{ id: `c${n}`, cell_type: "code", metadata: {}, source: `x${n} = ${n}`, execution_count: 1 },
    outputs: characters > 0 ? [output] : [],
  }));
  return JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells });
}

/** Counts what is written into the storage and when a write is through; both by the page itself. */
function watchWrites() {
  const seen = { records: 0, characters: 0, doneAt: 0 };
  globalThis.writes = seen;
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (value, ...rest) {
    seen.records++;
    seen.characters += JSON.stringify(value).length;
    this.transaction.addEventListener("complete", () => (seen.doneAt = performance.now()), { once: true });
    return put.call(this, value, ...rest);
  };
  const real = matchMedia.bind(globalThis);
  globalThis.matchMedia = (query) => real(query === "(pointer: coarse)" ? "all" : query); // the plain text field
}

/** One keystroke: milliseconds until it is on the disk, and what was written for it. */
async function keystroke(page) {
  await page.waitForTimeout(700); // nothing is under way any more
  return page.evaluate(async () => {
    const before = { ...globalThis.writes };
    const field = document.querySelector("[data-cell] textarea");
    field.focus();
    const begun = performance.now();
    document.execCommand("insertText", false, "1");
    const blocked = performance.now() - begun;
    while (globalThis.writes.doneAt < begun) await new Promise((go) => setTimeout(go, 1));
    const { doneAt, records, characters } = globalThis.writes;
    return {
      ms: doneAt - begun,
      blocked,
      records: records - before.records,
      characters: characters - before.characters,
    };
  });
}

/** Milliseconds of one write of a small record, as the browser may and as it must put it on the disk. */
const smallWrite = (page, durability) =>
  page.evaluate(async (durability) => {
    const db = await new Promise((done) => {
      const opening = indexedDB.open("bench", 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore("s");
      opening.onsuccess = () => done(opening.result);
    });
    const begun = performance.now();
    for (let count = 0; count < 50; count++)
      await new Promise((done) => {
        const write = db.transaction("s", "readwrite", { durability });
        write.objectStore("s").put("x".repeat(1_000), count);
        write.oncomplete = done;
      });
    db.close();
    return (performance.now() - begun) / 50;
  }, durability);

/** Prints how long a keystroke takes to be on the disk, and what is written for it. */
export async function measureSaving(rounds) {
  buildIfNeeded();
  const server = staticServer(join(root, "out"));
  const url = `http://127.0.0.1:${await listen(server, 4310)}/`;
  const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox", "--disable-gpu"] });
  const context = await browser.newContext();
  const table = {};
  for (const [name, text] of Object.entries(notebooks)) {
    const page = await context.newPage();
    await page.addInitScript(watchWrites);
    await page.goto(url);
    const file = { name: "saving.ipynb", mimeType: "application/json", buffer: Buffer.from(text) };
    await page.locator("input[type=file]").first().setInputFiles(file);
    await page.waitForURL(/\/notebook\/#/);
    await page.locator("[data-cell] textarea").first().waitFor();
    const all = [];
    await keystroke(page); // a version of what was there is kept with the first
    for (let round = 0; round < rounds; round++) all.push(await keystroke(page));
    table[name] = {
      "on the disk, ms (200 of them waiting for more)": summaryOf(all.map(({ ms }) => ms)).text,
      "page busy, ms": summaryOf(all.map(({ blocked }) => blocked)).text,
      records: all.at(-1).records,
      characters: all.at(-1).characters,
    };
    await page.close();
  }
  console.log(`A keystroke, saved: median (fastest–slowest) of ${rounds}`);
  console.table(table);
  const page = await context.newPage();
  await page.goto(url);
  const times = { relaxed: [], strict: [] };
  for (let round = 0; round < rounds; round++)
    for (const durability of Object.keys(times)) times[durability].push(await smallWrite(page, durability));
  console.log("One write of 1 kB, ms, by what is promised of it");
  console.table(Object.fromEntries(Object.entries(times).map(([name, all]) => [name, summaryOf(all).text])));
  await browser.close();
  server.close();
}
