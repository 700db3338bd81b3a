import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { bundle } from "../assets/bundle.mjs";

/** What a process of little memory says of so many mutated links and files. It ends with an error if any does neither open nor refuse. */
function run(entry: string, links: number, files: number) {
  const seed = process.env.PROPERTY_SEED ?? "1";
  const args = ["--max-old-space-size=64", "--max-semi-space-size=4", entry, `${links}`, `${files}`, seed];
  const text = execFileSync(process.execPath, args, { encoding: "utf8", timeout: 170_000 });
  return JSON.parse(text) as {
    tally: { [what: string]: number };
    touched: number;
    isPolluted: boolean;
    megabytes: number;
  };
}

test("100,000 mutated links and 10,000 mutated files open or are refused, within 100 MB, and touch no storage", async () => {
  const entry = fileURLToPath(await bundle("scripts/mutated/run.ts"));
  const idle = run(entry, 0, 0);
  const { tally, touched, isPolluted, megabytes } = run(entry, 100_000, 10_000);
  expect(Object.values(tally).reduce((sum, count) => sum + count)).toBe(110_000);
  expect(touched).toBe(0);
  expect(isPolluted).toBe(false);
  expect(megabytes - idle.megabytes).toBeLessThan(100);
  // every defence was met, so the mutations do reach them
  const met = ["notebook", "link: damaged", "link: cutOff", "link: field", "link: forbiddenKey", "link: tooManyCells"];
  met.push("link: tooDeep", "link: tooLong", "link: newer", "link: unknownEdition", "link: bomb");
  met.push("file: a notebook", "file: field", "file: broken", "file: cutOff", "file: notText", "file: tooDeep");
  expect(Object.keys(tally)).toEqual(expect.arrayContaining(met));
});
