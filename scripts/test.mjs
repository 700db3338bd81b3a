// npm test: everything that CI runs, in order, with its output; ends with a line `N passed, N failed`.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "./assets/steps.mjs";
import { findChromium } from "./chromium.mjs";

const unitReport = ".build/unit.json";
const browserReport = ".build/browser.json";

/**
 * The browser tests run on a site in a sub-path, where an address that forgets where it is leads nowhere; a reader's walk
 * through the tutorial and the home page is tested at the root too.
 */
const subPath = { BASE_PATH: process.env.BASE_PATH ?? "/docs/app" };
const atRoot = { BASE_PATH: "" };
const browserEnv = (place) => () => ({
  ...place,
  CHROMIUM: findChromium(),
  PLAYWRIGHT_JSON_OUTPUT_NAME: join(root, browserReport),
});
/** A browser on a busy machine may lose a key or a second: what fails is tried once more, and told if it then passes. */
const tries = "--retries=1";
const countBrowser = ({ stats }) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected,
  note: stats.flaky > 0 ? `, ${stats.flaky} of them at the second try` : "",
});

const steps = [
  { title: "Types, lint and format", command: ["npm", "run", "check"] },
  {
    title: "Unit tests",
    command: ["npx", "vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${unitReport}`],
    report: unitReport,
    count: ({ numPassedTests, numFailedTests }) => ({ passed: numPassedTests, failed: numFailedTests }),
  },
  { title: `Build for ${subPath.BASE_PATH}/`, command: ["npm", "run", "build"], before: () => subPath },
  {
    title: `Browser tests under ${subPath.BASE_PATH}/`,
    command: ["npx", "playwright", "test", tries, "--reporter=list,json"],
    before: browserEnv(subPath),
    report: browserReport,
    count: countBrowser,
  },
  { title: "Build for the root", command: ["npm", "run", "build"], before: () => atRoot },
  {
    title: "Browser tests at the root",
    command: ["npx", "playwright", "test", tries, "--reporter=list,json", "e2e/tutorial.spec.ts", "e2e/home.spec.ts"],
    before: browserEnv(atRoot),
    report: browserReport,
    count: countBrowser,
  },
];

const total = { passed: 0, failed: 0 };
for (const step of steps) {
  const startedAt = Date.now();
  console.log(`\n== ${step.title}`);
  const { passed, failed, note = "" } = carryOut(step);
  total.passed += passed;
  total.failed += failed;
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  console.log(`== ${step.title}: ${passed} passed${note}, ${failed} failed, in ${seconds} s`);
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** A step without a report of single tests counts as one; one that fails without saying where, as one failed. */
function carryOut({ command: [program, ...args], before, report, count }) {
  if (report) rmSync(join(root, report), { force: true });
  let status;
  try {
    const env = { ...process.env, ...before?.() };
    status = spawnSync(program, args, { cwd: root, env, stdio: "inherit" }).status;
  } catch (error) {
    console.error(error.message);
  }
  const isReported = report && existsSync(join(root, report));
  const counts = isReported ? count(JSON.parse(readFileSync(join(root, report), "utf8"))) : { passed: 0, failed: 0 };
  if (!report && status === 0) counts.passed = 1;
  if (status !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}
