/*
 * Opens mutated links and files, one after the other, and tells what came of them. Run in a process of its own with little
 * memory, by mutated.test.ts: node --max-old-space-size=64 <this, bundled> <links> <files> <seed>
 */

import { readdirSync, readFileSync } from "node:fs";
import corpus from "../../components/link/corpus/links.json";
import { decodeLink } from "../../components/link/decode";
import { fragmentOf } from "../../components/link/encode";
import { deskFor, editions, findEdition, forged } from "../../components/link/links.testing";
import { linkIn } from "../../components/link/paste";
import { LinkError } from "../../components/link/problems";
import { decode } from "../../components/notebook/decode";
import { NotebookError, notebookText, parseNotebook } from "../../components/notebook/file";
import { deskOf, notebookOf } from "../../components/notebook/files";
import { mutatedText, mutatedValue } from "./mutations";
import { type Random, randomFrom } from "./random";

const [links = 0, files = 0, seed = 1] = process.argv.slice(2).map(Number);
const random = randomFrom(seed);
const tally: { [what: string]: number } = {};
const count = (what: string) => (tally[what] = (tally[what] ?? 0) + 1);

/** Whoever opens a link or a file has no business in the browser's storage. */
let touched = 0;
const trap = new Proxy({}, { get: () => touched++, set: () => Boolean(++touched), has: () => Boolean(++touched) });
for (const name of ["indexedDB", "localStorage", "sessionStorage", "caches"])
  Object.defineProperty(globalThis, name, { get: () => trap, configurable: true });

const [edition] = editions as [(typeof editions)[number]];
const encoder = new TextEncoder();

const short = {
  t: "name",
  m: { kernelspec: { name: "python3" }, sporebook: { reference: "2.x" } },
  c: [
    { k: 1, s: "# text", a: { "a.png": { "image/png": "AAAA" } } },
    { s: "x = 1", l: "typescript", m: { tags: ["a"] }, o: ["1\n", { e: "w" }, { d: { "text/plain": "p" }, m: {} }] },
    { s: "1/0", o: [{ r: { "application/json": [1, { a: 2 }] } }, { x: ["E", "why", ["t"]] }] },
  ],
};
const edit = { v: "typescript", w: 1, c: [[0, 9], 12, { p: 11, s: "y = 2", o: [] }, { s: "new" }, [20, 32]] };
const starts = [
  ...corpus.map(({ link }) => link),
  fragmentOf(deskFor(edition, "en"), true, edition, "en"),
  forged(JSON.stringify(short), "n1"),
  forged(JSON.stringify(edit), "p1"),
];
const brief = starts.filter((link) => link.length < 1_000); // most turns on these: the others only take longer
const letters = "ABCXYZabcxyz0189-_%&;. \u200b\u202e<>=+/#甲";

function mutatedLink(random: Random): string {
  const way = random.below(20);
  if (way < 8) return mutatedText(random.one(way === 0 ? starts : brief), random, letters);
  const [value, form] = random.one([[short, "n1"] as const, [edit, "p1"] as const]);
  const text = way < 16 ? JSON.stringify(mutatedValue(value, random)) : "";
  // the less it is compressed, the more of them can be made in the time
  if (way < 16) return forged(text, form, text.length > 100_000 && text.length % 2 === 1 ? 1 : 0);
  return forged(mutatedText(JSON.stringify(value), random, '{}[],:"\\0e-x\ud800'), form);
}

for (let turn = 0; turn < links; turn++) {
  const link = linkIn(mutatedLink(random));
  if (!link || link.kind === "open") {
    count("no link");
    continue;
  }
  try {
    const { notebook } = await decodeLink(link, findEdition);
    parseNotebook(notebookText(notebookOf(deskOf(notebook, "a.ipynb")))); // it is one by nbformat's rules too
    count("notebook");
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    count(`link: ${error.problem.code}`);
  }
}

const notebooks = ["components/notebook/corpus", "public/tutorials"].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".ipynb"))
    .map((name) => readFileSync(`${folder}/${name}`, "utf8"))
    .filter((text) => text.length > 0),
);
const small = notebooks.filter((text) => text.length < 12_000);

function mutatedFile(random: Random): Uint8Array {
  const text = random.one(random.below(20) === 0 ? notebooks : small);
  const way = random.below(10);
  if (way < 4) return encoder.encode(mutatedText(text, random, '{}[],:"\\0123e-.N \n\u202e\ud800'));
  if (way < 9) {
    try {
      return encoder.encode(JSON.stringify(mutatedValue(JSON.parse(text), random)));
    } catch {
      return encoder.encode(text); // one with numbers that only Python writes
    }
  }
  const bytes = encoder.encode(text);
  for (let turns = 1 + random.below(8); turns > 0; turns--) bytes[random.below(bytes.length)] = random.below(256);
  return bytes;
}

for (let turn = 0; turn < files; turn++) {
  try {
    const notebook = parseNotebook(decode(mutatedFile(random)));
    notebookText(notebookOf(deskOf(notebook, "a.ipynb")));
    count("file: a notebook");
  } catch (error) {
    if (!(error instanceof NotebookError)) throw error;
    count(`file: ${error.problem.code}`);
  }
}

const isPolluted = "polluted" in {} || Object.keys(Object.prototype).length > 0;
const megabytes = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ tally, touched, isPolluted, megabytes }));
