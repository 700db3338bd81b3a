import { expect, test } from "vitest";
import { placeOf, rowsOf } from "./rows";

test("placeOf counts lines and characters from 0", () => {
  expect(placeOf("ab\ncd", 4)).toEqual({ line: 1, column: 1 });
  expect(placeOf("", 0)).toEqual({ line: 0, column: 0 });
});

test("rowsOf puts changed lines beside one another and marks the first difference in both", () => {
  const rows = rowsOf("a\nx = 1\nb", "a\nx = 22\nb\nc", { expected: [6, 7], printed: [6, 8] });
  expect(rows).toEqual([
    { gap: 0, isSame: true, expected: { number: 1, text: "a" }, printed: { number: 1, text: "a" } },
    {
      gap: 0,
      isSame: false,
      expected: { number: 2, text: "x = 1", mark: [4, 5] },
      printed: { number: 2, text: "x = 22", mark: [4, 6] },
    },
    { gap: 0, isSame: true, expected: { number: 3, text: "b" }, printed: { number: 3, text: "b" } },
    { gap: 0, isSame: false, expected: undefined, printed: { number: 4, text: "c" } },
  ]);
});

test("rowsOf leaves out what is the same far from a difference, and counts it", () => {
  const lines = Array.from({ length: 300 }, (_, line) => `${line}`);
  const rows = rowsOf(lines.join("\n"), lines.with(100, "other").join("\n"));
  expect(rows.map(({ gap }) => gap)).toEqual([97, 0, 0, 0, 0, 0, 0, 196]);
});
