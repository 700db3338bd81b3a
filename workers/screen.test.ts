import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { longestRow, Screen, settled } from "./screen";

/** A terminal of one page without end, as plainly as it can be written: a grid of characters, no colours. */
function naive(text: string): string {
  const grid: string[][] = [[]];
  let [row, column] = [0, 0];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal reads them
  const escapes = /\u001b\[(\d*)([ABCDGJKm])/y;
  for (let at = 0; at < text.length; ) {
    escapes.lastIndex = at;
    const escape = escapes.exec(text);
    const line = grid[row]!;
    if (escape) {
      const n = Number(escape[1]);
      if (escape[2] === "A") row = Math.max(0, row - Math.max(1, n));
      if (escape[2] === "B") row = Math.min(grid.length - 1, row + Math.max(1, n));
      if (escape[2] === "C") column += Math.max(1, n);
      if (escape[2] === "D") column = Math.max(0, column - Math.max(1, n));
      if (escape[2] === "G") column = Math.max(1, n) - 1;
      if (escape[2] === "K" && n === 0) line.splice(column);
      if (escape[2] === "K" && n === 1) for (let i = 0; i <= column && i < line.length; i++) line[i] = " ";
      if (escape[2] === "K" && n === 2) line.splice(0);
      if (escape[2] === "J" && n === 0) {
        line.splice(column);
        grid.splice(row + 1);
      }
      at = escapes.lastIndex;
      continue;
    }
    const character = text[at++]!;
    if (character === "\r") column = 0;
    else if (character === "\b") column = Math.max(0, column - 1);
    else if (character === "\n") {
      row++;
      column = 0;
      if (row === grid.length) grid.push([]);
    } else {
      while (line.length < column) line.push(" ");
      line[column++] = character;
    }
  }
  return grid.map((line) => line.join("")).join("\n");
}

/** What a reader has who follows every change. */
function followed(chunks: string[], screen = new Screen()): string {
  let text = "";
  for (const chunk of chunks) {
    screen.write(chunk);
    const change = screen.take();
    text = text.slice(0, text.length - change.erase) + change.text;
  }
  return text;
}

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: fc.constantFrom("a", "b", " ", "c"), maxLength: 6 }) },
  { weight: 3, arbitrary: fc.constantFrom("\r", "\n", "\b", "\r\n", "\n\n") },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.nat(3), fc.constantFrom("A", "B", "C", "D", "G")).map(([n, c]) => `\u001b[${n || ""}${c}`),
  },
  { weight: 2, arbitrary: fc.constantFrom("\u001b[K", "\u001b[1K", "\u001b[2K", "\u001b[J", "\u001b[0m") },
);

describe("a screen", () => {
  test("shows what a plain grid of characters shows, however the text is cut into writes", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.array(fc.nat(60)), (pieces, cuts) => {
        const text = pieces.join("");
        const places = [...new Set([0, ...cuts.map((cut) => Math.min(cut, text.length)), text.length])].sort(
          (a, b) => a - b,
        );
        const chunks = places.slice(1).map((end, index) => text.slice(places[index], end));
        expect(followed(chunks)).toBe(naive(text));
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ["a Windows line end", ["a\r\n", "b\r", "\nc"], "a\nb\nc"],
    ["the last of a progress bar", [" 1%", "\r 50%", "\r100%\n"], "100%\n"],
    ["a shorter text over a longer one", ["abcdef\rxy\n"], "xycdef\n"],
    ["one character a place, whatever it is", ["甲乙😀\r丙"], "丙乙😀"],
    [
      "colours, with every row plain at both ends",
      ["\u001b[31mred\nstill\u001b[0m no"],
      "\u001b[31mred\u001b[0m\n\u001b[31mstill\u001b[0m no",
    ],
    ["an escape that comes in two writes", ["a\u001b[3", "1mb\u001b[0m"], "a\u001b[31mb\u001b[0m"],
    ["a colour written over in part", ["\u001b[32mgreen\u001b[0m\rGR"], "GR\u001b[32meen\u001b[0m"],
    [
      "neither titles nor links nor bells",
      ["\u001b]0;title\u0007a\u001b]8;;http://x\u001b\\b\u001b]8;;\u001b\\\u0007c"],
      "abc",
    ],
    ["a cleared screen", ["old\nold\u001b[2J\u001b[Hnew"], "new"],
    // what tqdm writes for a bar in a bar
    [
      "two nested bars",
      ["\router 0%", "\n\rinner 0%", "\r\u001b[Ainner".replace("inner", ""), "\n\rinner 100%", "\u001b[A\router 50%"],
      "outer 50%\ninner 100%",
    ],
  ])("shows %s", (_, chunks, expected) => {
    expect(followed(chunks)).toBe(expected);
  });

  test("keeps a million characters of a line, says how many follow, and works no longer for more", () => {
    const screen = new Screen();
    const block = "x".repeat(100_000);
    for (let i = 0; i < 1_000; i++) screen.write(block);
    const { text } = screen.take();
    expect(text).toBe(`${"x".repeat(longestRow)}… [+99000000]`);
    screen.write("\nnext");
    expect(screen.take()).toEqual({ erase: 0, text: "\nnext" });
  });

  test("takes only what is new of a hundred thousand lines", () => {
    const screen = new Screen();
    let taken = 0;
    for (let i = 0; i < 100_000; i++) {
      screen.write(`${i}`);
      screen.write("\n");
      if (i % 1_000 === 0) taken += screen.take().text.length;
    }
    taken += screen.take().text.length;
    expect(taken).toBe(588_890); // 10·1 + 90·2 + 900·3 + 9,000·4 + 90,000·5 digits, and a line feed each
  });
});

test("settled leaves text without controls as it is", () => {
  expect(settled("a\tb\nc")).toBe("a\tb\nc");
  expect(settled("a\rb")).toBe("b");
});
