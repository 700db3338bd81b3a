import { describe, expect, test } from "vitest";
import { emptyNotebook, type Notebook } from "../notebook/nbformat";
import { turned } from "../notebook/twin";
import type { Texts } from "./bundled";
import { isNews, isUntouched, textOf, withNews } from "./published";

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

describe("cells that are shown in their other language", () => {
  const twin = (source: string) => ({ sporebook: { twin: { language: "typescript", source } } });
  const withTwins = (cells: { [id: string]: [string, string] }): Notebook => ({
    ...emptyNotebook(),
    cells: Object.entries(cells).map(([id, [source, other]]) => ({
      ...{ id, cell_type: "code" as const, source, outputs: [], execution_count: null, metadata: twin(other) },
    })),
  });
  const both = (one: Notebook): Texts => ({ en: one, zh: one });
  const began = withTwins({ a: ["a()", "a.call()"], b: ["b()", "b.call()"] });
  const today = withTwins({ a: ["a(1)", "a.call(1)"], b: ["b()", "b.call(2)"] });

  test("are as published if their texts are, and take what is new in both", () => {
    const mine = textOf(began);
    const cells = Object.fromEntries(mine.order.map((id) => [id, turned(mine.cells[id]!, "typescript", {})]));
    expect(isUntouched(cells.a!, both(began))).toBe(true);
    expect(isUntouched({ ...cells.a!, source: "mine" }, both(began))).toBe(false);
    const next = withNews({ ...mine, cells }, both(began), both(today), "en");
    expect(next.order.map((id) => next.cells[id]!.source)).toEqual(["a.call(1)", "b.call(2)"]);
    expect(next.order.map((id) => turned(next.cells[id]!, "python", {}).source)).toEqual(["a(1)", "b()"]);
  });
  test("are news when only the other text is new", () => {
    expect(isNews(both(began), both(withTwins({ a: ["a()", "a.call()"], b: ["b()", "new"] })))).toBe(true);
  });
});
