import { expect, test } from "vitest";
import { formulasIn } from "./formulas";

test.each([
  ["$x$", [["inline", "x"]]],
  ["$$x$$", [["display", "x"]]],
  ["$\\displaystyle x$", [["display", "\\displaystyle x"]]],
  [
    "a \\(b\\) c \\[d\\]",
    [
      ["text", "a "],
      ["inline", "b"],
      ["text", " c "],
      ["display", "d"],
    ],
  ],
  ["\\begin{align}a&=b\\end{align}", [["display", "\\begin{align}a&=b\\end{align}"]]],
  [
    "costs \\$5 and $5$",
    [
      ["text", "costs \\$5 and "],
      ["inline", "5"],
    ],
  ],
  ["no formula", [["text", "no formula"]]],
])("formulasIn %s", (source, expected) => {
  expect(formulasIn(source).map(({ kind, text }) => [kind, text])).toEqual(expected);
});
