import { expect, test } from "vitest";
import { blocks, clipped, folded, linesIn, longest } from "./lines";

const numbers = (count: number) => Array.from({ length: count }, (_, index) => String(index)).join("\n");

test("folded leaves short text whole", () => {
  expect(folded("a\nb\n")).toEqual({ count: 2, head: "a\nb", tail: null, hidden: 0 });
  expect(folded(numbers(36)).tail).toBeNull();
});

test("folded keeps the first 14 and the last 13 of 100,000 lines", () => {
  const { count, head, tail, hidden } = folded(`${numbers(100_000)}\n`);
  expect([count, hidden]).toEqual([100_000, 99_973]);
  expect(head).toBe(numbers(14));
  expect(tail!.split("\n")).toHaveLength(13);
  expect(tail!.endsWith("99999")).toBe(true);
});

test("blocks hold every line once", () => {
  const text = numbers(1_001);
  const parts = blocks(text, 250);
  expect(parts.map((part) => part.lines)).toEqual([250, 250, 250, 250, 1]);
  expect(parts.map((part) => part.text).join("\n")).toBe(text);
});

test("clipped shortens long lines only", () => {
  const long = "x".repeat(longest + 7);
  expect(clipped(`a\n${long}\nb`, (more) => `+${more}`)).toBe(`a\n${"x".repeat(longest)}+7\nb`);
});

test("linesIn counts a line without its feed too", () => {
  expect(["", "a", "a\n", "a\nb", "\n\n"].map(linesIn)).toEqual([0, 1, 1, 2, 2]);
});
