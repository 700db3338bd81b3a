import { expect, test } from "vitest";
import { headingsAbove, headingsOf, hiddenCells, sectionOf } from "./sections";
import type { CellBody, Cells } from "./steps";

const text = (id: string, source: string, collapsed = false): CellBody => ({
  id,
  cell_type: "markdown",
  source,
  metadata: collapsed ? { "jp-MarkdownHeadingCollapsed": true } : {},
});
const notebook = (bodies: CellBody[]): Cells => ({
  order: bodies.map(({ id }) => id),
  cells: Object.fromEntries(bodies.map((body) => [body.id, body])),
});
const cells = [
  text("a", "# A"),
  text("a1", "## A1", true),
  text("t", "words"),
  text("deep", "#### deep"),
  text("a2", "## A2"),
  text("b", "# B"),
];

test("headingsOf reads headings without Markdown's signs, and none in code", () => {
  const source = "# A *b* `c` [d](e) ##\n```\n# no\n```\n#no\n   ### $x$ \\# y\n    # code";
  expect(headingsOf(text("x", source))).toEqual([
    { level: 1, text: "A b c d" },
    { level: 3, text: "$x$ # y" },
  ]);
  expect(headingsOf({ ...text("x", "# no"), cell_type: "code" })).toEqual([]);
});

test("a section ends at the next heading of its level or a higher one", () => {
  const state = notebook(cells);
  expect(sectionOf(state, "a")).toEqual(["a1", "t", "deep", "a2"]);
  expect(sectionOf(state, "a1")).toEqual(["t", "deep"]);
  expect(sectionOf(state, "t")).toEqual([]);
  expect(headingsAbove(state, "deep")).toEqual(["a", "a1"]);
  expect(headingsAbove(state, "b")).toEqual([]);
});

test("hiddenCells are those of collapsed sections, also of sections in them", () => {
  expect([...hiddenCells(notebook(cells))]).toEqual(["t", "deep"]);
  const all = [text("a", "# A", true), ...cells.slice(1)];
  expect([...hiddenCells(notebook(all))]).toEqual(["a1", "t", "deep", "a2"]);
  expect(hiddenCells(notebook([text("plain", "words", true), text("t", "words")])).size).toBe(0); // the key without a heading
});

test("hiddenCells stay the same set while other texts are written", () => {
  const before = hiddenCells(notebook(cells));
  const written = cells.map((cell) => (cell.cell_type === "code" ? { ...cell, source: "new" } : cell));
  expect(hiddenCells(notebook(written))).toBe(before);
});
