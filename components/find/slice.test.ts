import { beforeEach, expect, test } from "vitest";
import { openedBundled } from "../notebook/files";
import { emptyNotebook, type Notebook } from "../notebook/nbformat";
import { createNotebookStore, type NotebookStore } from "../notebook/store";
import { search } from "./search";
import { textsOf } from "./texts";

const notebook: Notebook = {
  ...emptyNotebook(),
  cells: [
    { id: "a", cell_type: "code", metadata: {}, source: "x = 1\nx + x", outputs: [], execution_count: null },
    { id: "heading", cell_type: "markdown", metadata: { "jp-MarkdownHeadingCollapsed": true }, source: "# Hidden" },
    {
      id: "b",
      cell_type: "code",
      metadata: {},
      source: "print('x')",
      outputs: [{ output_type: "stream", name: "stdout", text: "x\n" }],
      execution_count: 1,
    },
  ],
};

let store: NotebookStore;
const state = () => store.getState();
const look = () => state().take(search(state().find.query, textsOf(state())));
const present = () => state().find.hits[state().find.at];

beforeEach(() => {
  globalThis.document = { documentElement: { dataset: {} } } as Document; // all that the switches touch
  store = createNotebookStore(openedBundled({ slug: "network-parameters", texts: { en: notebook, zh: notebook } }));
  state().setQuery({ text: "x" });
  look();
});

test("goes from hit to hit across cells and around the end, and opens what hides one", () => {
  expect(state().find.hits).toHaveLength(4);
  const seen = [1, 1, 1, 1, 1].map(() => {
    state().goToHit(1);
    return `${present()!.cell}:${present()!.start}`;
  });
  expect(seen).toEqual(["a:0", "a:6", "a:10", "b:7", "a:0"]);
  state().goToHit(-1);
  expect(state().cells.heading!.metadata["jp-MarkdownHeadingCollapsed"]).not.toBe(true);
  expect(state().shown).toMatchObject({ id: "b", start: 7, end: 8, takesFocus: false });
});

test("begins at the active cell", () => {
  state().select("b");
  state().goToHit(1);
  expect(present()).toMatchObject({ cell: "b" });
});

test("looks into outputs too, if asked", () => {
  state().setFind({ inOutputs: true });
  look();
  expect(state().find.hits.map(({ cell, place }) => `${cell} ${place}`)).toEqual([
    "a source",
    "a source",
    "a source",
    "b source",
    "b output",
  ]);
});

test("replaces one and goes on behind it", () => {
  state().setFind({ replacement: "xx" });
  state().goToHit(1);
  state().replaceHit();
  look();
  expect(state().cells.a!.source).toBe("xx = 1\nx + x");
  expect(present()).toMatchObject({ cell: "a", start: 7 });
});

test("replaces all as one step, which can be undone and done again, and moves no focus", () => {
  state().setFind({ replacement: "y" });
  const before = state().focusTurn;
  expect(state().replaceHits()).toBe(4);
  expect([state().cells.a!.source, state().cells.b!.source]).toEqual(["y = 1\ny + y", "print('y')"]);
  expect(state().focusTurn).toBe(before);
  state().undo();
  expect([state().cells.a!.source, state().cells.b!.source]).toEqual(["x = 1\nx + x", "print('x')"]);
  state().redo();
  expect(state().cells.b!.source).toBe("print('y')");
});

test("a line of a cell is shown with its text selected", () => {
  state().revealLine("a", 2);
  expect(state().shown).toMatchObject({ id: "a", start: 6, end: 11, takesFocus: true });
  expect(state().editing).toBe("a");
  state().revealLine("a", 99);
  expect(state().shown).toMatchObject({ start: 6 });
});
