import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { startPython } from "./testing";

const script = fileURLToPath(new URL("./numpyExpressions.py", import.meta.url));
/** Debian's Python, whose package python3-numpy is the release that ours follows. */
const interpreter = process.env.SPOREBOOK_REAL_PYTHON ?? "/usr/bin/python3";
const count = 2000;
const seed = 20211;

/** Why there is no real NumPy of the right release here, or null if there is one. */
function missing(): string | null {
  const asked = spawnSync(interpreter, ["-c", "import numpy; print(numpy.__version__)"], { encoding: "utf8" });
  if (asked.error || asked.status !== 0) return `${interpreter} has no numpy (Debian: apt-get install python3-numpy)`;
  const version = asked.stdout.trim();
  return version.startsWith("1.24.") ? null : `${interpreter} has numpy ${version}, and the reference is 1.24`;
}

const reason = missing();
if (reason) console.log(`Skipped the comparison with real NumPy: ${reason}.`);

test.skipIf(reason)(`${count} generated expressions give real NumPy's text and bytes`, async () => {
  const real = spawnSync(interpreter, [script, String(count), String(seed)], { encoding: "utf8", maxBuffer: 2 ** 28 });
  expect(real.status, real.stderr).toBe(0);
  const python = await startPython();
  python.runPython(readFileSync(script, "utf8").replace('if __name__ == "__main__"', "if False"));
  const expressions: string[] = JSON.parse(python.runPython(`import json; json.dumps(expressions(${count}, ${seed}))`));
  const ours: string[] = JSON.parse(python.runPython(`json.dumps(results(${count}, ${seed}))`));
  const theirs: string[] = JSON.parse(real.stdout);
  const differing = expressions.filter((_, i) => ours[i] !== theirs[i]);
  expect(
    differing.map(
      (text) => `${text}\n  ours ${ours[expressions.indexOf(text)]}\n  real ${theirs[expressions.indexOf(text)]}`,
    ),
  ).toEqual([]);
  expect(theirs.filter((text) => text.startsWith("raises")).length).toBeLessThan(count / 2); // most compare numbers
});
