// npm test: everything that CI runs, in order, with its output; ends with a line `N passed, N failed`.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "./assets/steps.mjs";
import { findChromium } from "./chromium.mjs";

const unitReport = ".build/unit.json";
const browserReport = ".build/browser.json";

const steps = [
  { title: "Types, lint and format", command: ["npm", "run", "check"] },
  {
    title: "Unit tests",
    command: ["npx", "vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${unitReport}`],
    report: unitReport,
    count: ({ numPassedTests, numFailedTests }) => ({ passed: numPassedTests, failed: numFailedTests }),
  },
  { title: "Build", command: ["npm", "run", "build"] },
  {
    title: "Browser tests",
    command: ["npx", "playwright", "test", "--reporter=list,json"],
    before: () => ({ CHROMIUM: findChromium(), PLAYWRIGHT_JSON_OUTPUT_NAME: join(root, browserReport) }),
    report: browserReport,
    count: ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }),
  },
];

const total = { passed: 0, failed: 0 };
for (const step of steps) {
  const startedAt = Date.now();
  console.log(`\n== ${step.title}`);
  const { passed, failed } = carryOut(step);
  total.passed += passed;
  total.failed += failed;
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  console.log(`== ${step.title}: ${passed} passed, ${failed} failed, in ${seconds} s`);
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
