import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CellBody } from "../notebook/cells";
import { differenceOf, lineDifference, shortened } from "./difference";

const cell = (id: string, source: string): CellBody => ({ id, cell_type: "code", source, metadata: {} });
const text = (...cells: [string, string][]) => ({
  order: cells.map(([id]) => id),
  cells: Object.fromEntries(cells.map(([id, source]) => [id, cell(id, source)])),
});

describe("lineDifference", () => {
  test("marks what was added and what was removed", () => {
    expect(lineDifference("a\nb\nc", "a\nx\nc\nd")).toEqual([
      { kind: "same", text: "a" },
      { kind: "removed", text: "b" },
      { kind: "added", text: "x" },
      { kind: "same", text: "c" },
      { kind: "added", text: "d" },
    ]);
  });

  test("leads from the one text to the other, whatever they are", () => {
    const lines = fc.array(fc.constantFrom("a", "b", "c", ""), { maxLength: 12 }).map((all) => all.join("\n"));
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const all = lineDifference(before, after);
        const join = (without: string) => all.filter(({ kind }) => kind !== without).map((line) => line.text);
        expect(join("added").join("\n")).toBe(before);
        expect(join("removed").join("\n")).toBe(after);
      }),
    );
  });

  test("takes two long texts with nothing in common for rewritten, and is done at once", () => {
    const long = (word: string) => Array.from({ length: 3_000 }, (_, n) => `${word}${n}`).join("\n");
    expect(lineDifference(long("a"), long("b"))).toHaveLength(6_000);
  });
});

describe("differenceOf", () => {
  test("says which cells came, went, changed and moved", () => {
    const before = text(["a", "1"], ["b", "2"], ["c", "3"], ["d", "4"]);
    const after = text(["d", "4"], ["a", "1"], ["c", "changed"], ["n", "5"]);
    const all = differenceOf(before, after).map(({ id, kind }) => `${id} ${kind}`);
    expect(all.toSorted()).toEqual(["b removed", "c changed", "d moved", "n added"]);
  });

  test("is empty for equal texts", () => {
    expect(differenceOf(text(["a", "1"]), text(["a", "1"]))).toEqual([]);
  });
});

test("shortened keeps two lines around each change and counts what it leaves out", () => {
  const lines = lineDifference("1\n2\n3\n4\n5\n6\n7", "1\n2\n3\n4\n5\n6\nx");
  expect(shortened(lines).map(({ gap, line }) => [gap, line.text])).toEqual([
    [4, "5"],
    [0, "6"],
    [0, "7"],
    [0, "x"],
  ]);
});
