import { expect, test } from "vitest";
import type { Command } from "../notebook/command";
import { commands } from "../notebook/commands";
import { foundCommands } from "./found";

const all = Object.entries(commands as { [id: string]: Command });

test.each(["zh", "en"] as const)("every command is the first that its own %s title finds", (language) => {
  for (const [, { title }] of all) expect(foundCommands(title[language], language)[0]?.title).toBe(title[language]);
});

test("no two commands have the same title", () => {
  for (const language of ["zh", "en"] as const) {
    const titles = all.map(([, { title }]) => title[language]);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  }
});

test("foundCommands finds the words of the other language too, and says which", () => {
  const [first] = foundCommands("合并", "en");
  expect(first).toMatchObject({ id: "merge", other: "合并所选单元，或与下一单元合并" });
  expect(foundCommands("markdown", "en").map(({ id }) => id)).toContain("toText"); // an alias
});

test("foundCommands without a query gives every command, those carried out last first", () => {
  const found = foundCommands("", "en", ["save", "undo"]);
  expect(found.length).toBe(all.length);
  expect(found.slice(0, 2).map(({ id }) => id)).toEqual(["save", "undo"]);
});
