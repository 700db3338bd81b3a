import { cases, numbers, operationsOf } from "./cases.mjs";
import { loaded, open, openPeak } from "./ours";
import { openPeers } from "./peers.mjs";

/*
 * Runs in the page. One round of a case runs a batch of every runner in turn, so that all of them meet the same weather;
 * a batch is long enough for a coarse clock. What is dropped is collected between batches, outside the measured time.
 */

const batchMs = 40;
const warmMs = 600;
const peers = openPeers();

async function batch(runner, count) {
  await runner.before?.();
  globalThis.gc?.();
  await new Promise((resolve) => setTimeout(resolve, 0));
  const startedAt = performance.now();
  if (runner.sync) for (let i = 0; i < count; i++) runner.run();
  else for (let i = 0; i < count; i++) await runner.run();
  return (performance.now() - startedAt) / count;
}

/** How many runs fill a batch; the first runs warm up. */
async function countFor(runner) {
  await batch(runner, 2); // compiles
  for (let count = 1; ; count *= 4) {
    const ms = await batch(runner, count);
    if (ms * count >= batchMs / 4 || count > 1e6) return Math.max(1, Math.round(batchMs / ms));
  }
}

/** Times of one case, ms a run: a list of rounds for each runner. */
async function measureCase(one, rounds) {
  const runners = {};
  const ours = open(one, numbers);
  if (ours) runners.ours = { run: ours, sync: true };
  for (const [name, openPeer] of Object.entries(peers)) {
    try {
      const runner = await openPeer(one);
      if (runner) runners[name] = runner;
    } catch (error) {
      console.error(`${one.name}, ${name}: ${error}`);
    }
  }
  const peak = openPeak();
  if (operationsOf(one)) runners.peak = { run: peak.run, sync: true };
  const counts = {};
  for (const [name, runner] of Object.entries(runners)) {
    try {
      counts[name] = await countFor(runner);
    } catch (error) {
      console.error(`${one.name}, ${name}: ${error}`);
      delete runners[name];
    }
  }
  const times = Object.fromEntries(Object.keys(runners).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, runner] of Object.entries(runners)) {
      if (times[name][0] > 1000 && round >= 3) continue; // a slow peer has been seen enough
      times[name].push(await batch(runner, counts[name]));
    }
  }
  return { name: one.name, operations: operationsOf(one), elements: one.size ?? null, peak: peak.operations, times };
}

globalThis.measure = async (index, rounds) => measureCase(cases[index], rounds);
/** Ours alone at another size: for the table of time against size. */
globalThis.measureOurs = async (one, rounds) => {
  const run = open(one, numbers);
  const runner = { run, sync: true };
  const count = await countFor(runner);
  // short runs are optimised only after many: as they are in a session that goes on
  for (const end = performance.now() + warmMs; performance.now() < end; ) await batch(runner, count);
  const times = [];
  for (let round = 0; round < rounds; round++) times.push(await batch(runner, count));
  return times;
};
globalThis.caseNames = cases.map(({ name }) => name);
globalThis.kernelsLoaded = loaded();
