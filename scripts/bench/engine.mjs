import { basename, join } from "node:path";
import { bundle } from "../assets/bundle.mjs";
import { filesUnder, root } from "../assets/steps.mjs";

const enoughMs = 1_500;
const enoughRuns = 5;

/**
 * Runs the cases of every `*.bench.ts` under engine/ and workers/ and prints a table a file. Such a file exports
 * `openCases()`, which gives, at once or as a promise, a list of `{ name, run, elements? }`: `run` does the work once, on so many elements.
 */
export async function measureEngine() {
  for (const folder of ["engine", "workers"]) {
    for (const path of filesUnder(join(root, folder), (name) => name.endsWith(".bench.ts"))) {
      const { openCases } = await import(await bundle(join(folder, path)));
      const rows = [];
      for (const { name, run, elements } of await openCases()) rows.push([name, await measure(run, elements)]);
      console.log(`\n${basename(path, ".bench.ts")}, ms of one run: median (fastest–slowest)`);
      console.table(Object.fromEntries(rows));
    }
  }
}

/** The first run warms up and is not counted. */
async function measure(run, elements) {
  await run();
  const times = [];
  for (const end = performance.now() + enoughMs; times.length < enoughRuns || performance.now() < end; ) {
    const startedAt = performance.now();
    await run();
    times.push(performance.now() - startedAt);
  }
  const { median, text } = summaryOf(times);
  return {
    time: text,
    runs: times.length,
    ...(elements && { "ns an element": Number(((median * 1e6) / elements).toPrecision(3)) }),
  };
}

/** The median of some times, and how it is told. */
export function summaryOf(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const median = sorted[sorted.length >> 1];
  const [middle, low, high] = [median, sorted[0], sorted.at(-1)].map((ms) =>
    ms < 10 ? ms.toPrecision(2) : ms.toFixed(0),
  );
  return { median, text: `${middle} (${low}–${high})` };
}
