import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { bundle, script } from "../assets/bundle.mjs";
import { root } from "../assets/steps.mjs";
import { findChromium } from "../chromium.mjs";
import { listen, staticServer } from "../serve.mjs";
import { numpyTimes } from "./kernels/numpy.mjs";
import { sizesPlot } from "./kernels/plot.mjs";
import { sizeCases, sizesTable } from "./kernels/sizes.mjs";

const here = join(root, "scripts/bench");
const results = join(here, "results");
const peerNames = ["tfjs-wasm", "ort-web", "jax-js", "tfjs-cpu"];

/**
 * Medians of our kernels beside those of the peers, one page, one thread, in turns; and ours against the size. Prints tables
 * and writes results/kernels.json and the plot made from it.
 *
 * wanted  "sizes" for the times against the size alone; another word for the cases with it in their names, which are only printed
 */
export async function measureKernels(rounds, wanted) {
  installPeers();
  const server = staticServer(await site());
  const url = `http://127.0.0.1:${await listen(server, 4400)}/`;
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ["--no-sandbox", "--disable-gpu", "--js-flags=--expose-gc"],
  });
  /** What a fresh page makes of a call; a page for each, so that no peer inherits another's memory. */
  const onPage = async (call, ...args) => {
    const page = await browser.newPage();
    page.on("console", (message) => message.type() === "error" && console.error(message.text()));
    // no peer may start workers: the comparison is of one thread each
    await page.addInitScript(() => Object.defineProperty(navigator, "hardwareConcurrency", { get: () => 1 }));
    await page.goto(url);
    await page.waitForFunction(() => globalThis.caseNames, undefined, { timeout: 60_000 });
    if (!(await page.evaluate(() => globalThis.kernelsLoaded))) throw new Error("the kernels did not load");
    const result = await page.evaluate(call, args);
    await page.close();
    return result;
  };
  const names = wanted === "sizes" ? [] : await onPage(() => globalThis.caseNames);
  const rows = [];
  for (const [index, name] of names.entries()) {
    if (wanted && !name.includes(wanted)) continue;
    rows.push(rowOf(await onPage(([index, rounds]) => globalThis.measure(index, rounds), index, rounds)));
    console.log(lineOf(rows.at(-1)));
  }
  const sizes = [];
  for (const { label, size, one } of wanted && wanted !== "sizes" ? [] : sizeCases) {
    const times = await onPage(([one, rounds]) => globalThis.measureOurs(one, rounds), one, rounds);
    sizes.push({ label, size, ms: median(times), fastest: Math.min(...times) });
  }
  const chromiumVersion = browser.version();
  await browser.close();
  server.close();
  const small = wanted ? null : await fromPython();
  report(rows, sizes, small);
  if (sizes.length === 0) return;
  const machine = { cpu: cpus()[0]?.model ?? "unknown", cores: cpus().length, chromium: chromiumVersion, rounds };
  keep({ machine, sizes, ...(wanted ? {} : { cases: rows, small, numpy: numpyTimes() }) });
}

/** Puts what was measured into results/kernels.json, beside what is there of another run, and draws the plot from it. */
function keep(measured) {
  const file = join(results, "kernels.json");
  const before = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const all = { ...before, ...measured };
  mkdirSync(results, { recursive: true });
  writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`);
  writeFileSync(join(root, "public/speed.svg"), sizesPlot(all.sizes)); // stands in the README
}

function installPeers() {
  const folder = join(here, "peers");
  if (existsSync(join(folder, "node_modules"))) return;
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], {
    cwd: folder,
    stdio: "inherit",
  });
  if (status !== 0) throw new Error("the peers could not be installed");
}

/** A folder with the page, its script and the peers' own wasm files. */
async function site() {
  const folder = join(root, ".build", "bench-kernels");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "peers"), { recursive: true });
  const modules = join(here, "peers/node_modules");
  const text = await script("scripts/bench/kernels/page.mjs", { format: "esm", minify: false, nodePaths: [modules] });
  writeFileSync(join(folder, "page.js"), text);
  writeFileSync(
    join(folder, "index.html"),
    '<!doctype html><title>bench</title><script type="module" src="page.js"></script>',
  );
  for (const from of ["onnxruntime-web/dist", "@tensorflow/tfjs-backend-wasm/dist"]) {
    for (const name of readdirSync(join(modules, from))) {
      if (/\.wasm$|^ort-wasm.*\.mjs$/.test(name)) cpSync(join(modules, from, name), join(folder, "peers", name));
    }
  }
  return folder;
}

function median(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Medians, and our lead as the median of the rounds' own ratios: weather that both met falls out. */
function rowOf({ name, operations, elements, peak, times }) {
  const ms = Object.fromEntries(Object.entries(times).map(([who, list]) => [who, median(list)]));
  const lead = Object.fromEntries(
    peerNames
      .filter((who) => times[who]?.length)
      .map((who) => [who, median(times[who].map((theirs, round) => theirs / times.ours[round]))]),
  );
  const best = Math.min(...Object.values(lead));
  const ofPeak = operations ? median(times.ours.map((ours, i) => operations / ours / (peak / times.peak[i]))) : null;
  const gflops = operations && operations / ms.ours / 1e6;
  // on a busy machine a median tells of its neighbours; the fastest rounds met the fewest of them
  const fastest = fastestOf(times, operations, peak);
  return {
    name,
    operations,
    elements,
    fastest,
    ms,
    gflops,
    peakGflops: operations && peak / ms.peak / 1e6,
    ofPeak,
    lead,
    best,
  };
}

const three = (value) => (value === null || value === undefined ? "" : Number(value.toPrecision(3)));

function fastestOf(times, operations, peak) {
  const least = (who) => Math.min(...times[who]);
  return {
    ofPeak: operations ? operations / least("ours") / (peak / least("peak")) : null,
    lead: Math.min(...peerNames.filter((who) => times[who]?.length).map((who) => least(who) / least("ours"))),
  };
}

function lineOf({ name, ms, ofPeak, best, fastest }) {
  return `${name}: ours ${three(ms.ours)} ms, of the peak ${three(ofPeak) || "–"}, lead over the best peer ${three(best)}; of the fastest rounds ${three(fastest.ofPeak) || "–"} and ${three(fastest.lead)}`;
}

function report(rows, sizes, small) {
  const peersOf = ({ ms, lead }) =>
    Object.fromEntries(peerNames.map((who) => [who, ms[who] ? `${three(ms[who])} [${three(lead[who])}]` : "–"]));
  if (rows.length > 0) {
    console.log(
      "\nChromium, one thread, ms a run (medians); in brackets how many times slower than ours in the same round",
    );
    console.table(
      Object.fromEntries(
        rows.map((row) => [
          row.name,
          { ours: three(row.ms.ours), ...peersOf(row), "GFLOP/s": three(row.gflops), "of the peak": three(row.ofPeak) },
        ]),
      ),
    );
  }
  if (sizes.length > 0) console.log(`\nms a run (medians) against the size\n\n${sizesTable(sizes)}`);
  if (small) console.table(small);
}

/** What one small call costs from Python, in Node: the case of workers/python/fromPython.bench.ts. */
async function fromPython() {
  const { openCases } = await import(await bundle("workers/python/fromPython.bench.ts"));
  const { run, elements } = (await openCases()).find(({ name }) => name.startsWith("Dense"));
  const times = [];
  for (let round = 0; round < 9; round++) {
    const startedAt = performance.now();
    await run();
    times.push(performance.now() - startedAt);
  }
  return { "Dense 3 → 4 from a Python cell (Node), µs": three((median(times) * 1000) / elements) };
}
