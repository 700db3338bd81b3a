import { expect, test } from "vitest";
import { pieces, withoutEscapes } from "./ansi";

test("withoutEscapes removes what terminals know beside text", () => {
  expect(withoutEscapes("\u001b[0;31mValueError\u001b[0m: x\u001b]0;title\u0007\u001b[3")).toBe("ValueError: x");
});

test.each([
  ["plain text", "a\nb", [{ text: "a\nb", style: undefined }]],
  [
    "one of the page's colours",
    "\u001b[31mred\u001b[0m.",
    [{ text: "red", style: { color: "var(--ansi-1)" } }, { text: "." }],
  ],
  ["bold and bright", "\u001b[1;94mx", [{ text: "x", style: { color: "var(--ansi-12)", fontWeight: 700 } }]],
  ["white on red", "\u001b[37;41mx", [{ text: "x", style: { color: "#e6e6e3", background: "#cc0000" } }]],
  [
    "a colour of the cube on a grey",
    "\u001b[38;5;196;48;5;232mx",
    [{ text: "x", style: { color: "rgb(255 0 0)", background: "rgb(8 8 8)" } }],
  ],
  ["swapped colours", "\u001b[7;32mx", [{ text: "x", style: { color: "var(--raised)", background: "var(--ansi-2)" } }]],
  ["an attribute that ends", "\u001b[1mx\u001b[22my", [{ text: "x", style: { fontWeight: 700 } }, { text: "y" }]],
  ["nothing of a colour that is none", "\u001b[38;2;999;0;0mx", [{ text: "x" }]],
])("pieces shows %s", (_, text, expected) => {
  expect(pieces(text)).toEqual(expected.map((piece) => ({ style: undefined, ...piece })));
});

test("pieces makes a program's own colour readable on the page's paper", () => {
  expect(pieces("\u001b[38;2;255;255;0mx")[0]?.style?.color).toContain("oklch(from rgb(255 255 0) min(l, 0.55)");
});
