import { expect, test } from "vitest";
import { fuzzyMatch } from "./fuzzy";

const ranked = (query: string, texts: string[]) =>
  texts
    .map((text) => ({ text, score: fuzzyMatch(query, text)?.score }))
    .filter(({ score }) => score !== undefined)
    .sort((a, b) => b.score! - a.score!)
    .map(({ text }) => text);

test("fuzzyMatch wants all characters in order, in any case", () => {
  expect(fuzzyMatch("RC", "Run the cell")).not.toBeNull();
  expect(fuzzyMatch("cr", "Run the cell")).toBeNull();
  expect(fuzzyMatch("", "anything")).toEqual({ score: 0, at: [] });
});

test("fuzzyMatch puts starts of words and runs of characters first", () => {
  expect(ranked("ru", ["Insert a rule up", "Run", "Scroll up", "Through the ruins"])[0]).toBe("Run");
  expect(ranked("mc", ["Remove comments", "Merge cells", "Some code"])[0]).toBe("Merge cells");
});

test("fuzzyMatch says where the characters stand", () => {
  expect(fuzzyMatch("ma", "Run all, merge all")?.at).toEqual([9, 15]);
  expect(fuzzyMatch("合单元", "合并单元")?.at).toEqual([0, 2, 3]);
});
