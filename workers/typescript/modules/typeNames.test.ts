import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { typeNames } from "./typeNames";

test("every name that the modules have only as a type may be imported", () => {
  const declared = ["mindspore", "numpy"].flatMap((module) => {
    const text = readFileSync(new URL(`../types/${module}.ts`, import.meta.url), "utf8");
    return [...text.matchAll(/^\s*(?:export )?\{? ?type (\w+)/gm)].map(([, name]) => name!);
  });
  expect([...typeNames].sort()).toEqual([...new Set(declared)].sort());
});
