import { describe, expect, test } from "vitest";
import { emptyNotebook, type Notebook } from "../notebook/nbformat";
import type { Texts } from "./bundled";
import { isNews, textOf, withNews } from "./published";

/** A notebook of code cells: their ids with what they hold. */
const notebook = (cells: { [id: string]: string }): Notebook => ({
  ...emptyNotebook(),
  cells: Object.entries(cells).map(([id, source]) => ({
    ...{ id, cell_type: "code" as const, metadata: {}, source, outputs: [], execution_count: null },
  })),
});
const texts = (en: { [id: string]: string }, zh = en): Texts => ({ en: notebook(en), zh: notebook(zh) });
const sources = (mine: { order: readonly string[]; cells: { [id: string]: { source: string } } }) =>
  mine.order.map((id) => `${id}: ${mine.cells[id]!.source}`);

const base = texts({ a: "1", b: "2", c: "3" }, { a: "一", b: "2", c: "3" });
const published = texts({ a: "1, anew", n: "new", b: "2, anew" }, { a: "一，新", n: "new", b: "2, anew" });
const mine = (cells: { [id: string]: string }) =>
  textOf(notebook(cells)) as Parameters<typeof withNews>[0] & typeof cells;

describe("withNews", () => {
  test("gives untouched cells the new text, brings new cells to their place and takes withdrawn ones away", () => {
    const next = withNews(mine({ a: "1", b: "2", c: "3" }), base, published, "en");
    expect(sources(next as never)).toEqual(["a: 1, anew", "n: new", "b: 2, anew"]);
  });

  test("leaves what the reader has edited, added, moved or deleted", () => {
    const next = withNews(mine({ c: "3, mine", own: "x", a: "1, mine" }), base, published, "en");
    expect(sources(next as never)).toEqual(["c: 3, mine", "own: x", "a: 1, mine", "n: new"]);
  });

  test("knows a cell for untouched in the other language too", () => {
    expect(sources(withNews(mine({ a: "一", b: "mine" }), base, published, "zh") as never)).toEqual([
      "a: 一，新",
      "n: new",
      "b: mine",
    ]);
  });
});

test("isNews hears of either language", () => {
  expect(isNews(base, texts({ a: "1", b: "2", c: "3" }, { a: "一", b: "2", c: "3" }))).toBe(false);
  expect(isNews(base, texts({ a: "1", b: "2", c: "3" }, { a: "壹", b: "2", c: "3" }))).toBe(true);
});
