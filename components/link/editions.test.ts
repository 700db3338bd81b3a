import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { editionText, parseEdition, versionOf, versionPattern } from "./editions";
import { editions } from "./links.testing";

const folder = "public/published";
const names = () => (existsSync(folder) ? readdirSync(folder) : []);

test("what is published today is kept under its own name, for links that tell an edit of it (npm run published keeps it)", () => {
  if (process.env.WRITE_PUBLISHED) {
    mkdirSync(folder, { recursive: true });
    for (const edition of editions) writeFileSync(`${folder}/${edition.version}.json`, editionText(edition));
  }
  expect(names()).toEqual(expect.arrayContaining(editions.map(({ version }) => `${version}.json`)));
});

test("a kept edition is never changed: its name is a hash of what it holds", () => {
  for (const name of names()) {
    const version = name.replace(".json", "");
    const edition = parseEdition(readFileSync(`${folder}/${name}`, "utf8"), version);
    expect(versionOf(edition)).toBe(version);
  }
});

test("a name is seven small letters and digits, and another text has another name", () => {
  const [first] = editions as [(typeof editions)[number]];
  expect(first.version).toMatch(versionPattern);
  const [cell, ...rest] = first.texts.en.cells;
  const en = { ...first.texts.en, cells: [{ ...cell!, source: `${cell!.source} ` }, ...rest] };
  expect(versionOf({ ...first, texts: { ...first.texts, en } })).not.toBe(first.version);
});

test("storing a text and reading it back keeps its name", () => {
  for (const edition of editions) expect(versionOf(structuredClone(edition))).toBe(edition.version);
});
