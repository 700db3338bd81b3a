import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { deskOf, notebookOf } from "./files";
import { type Cell, emptyNotebook, type Notebook } from "./nbformat";
import { hiddenCells } from "./sections";
import { createNotebookStore, type NotebookStore } from "./store";

/** Texts with outputs, attachments, metadata and keys that nobody here knows. */
const notebook = (): Notebook => ({
  ...emptyNotebook(),
  cells: [
    { id: "h1", cell_type: "markdown", metadata: { tags: ["a"] }, source: "# One" },
    {
      id: "text",
      cell_type: "markdown",
      metadata: {},
      source: "words\n\nmore",
      attachments: { "a.png": { "image/png": "AA==" } },
    },
    { id: "h2", cell_type: "markdown", metadata: { "jp-MarkdownHeadingCollapsed": true }, source: "## Two" },
    code("c1", "x = 1\ny = 2", "1\n"),
    code("c2", "print(x)", "2\n"),
    { id: "h3", cell_type: "markdown", metadata: {}, source: "# Three" },
    { ...code("kept", "z", ""), metadata: { deletable: false, custom: { deep: [1, 2] } } },
    { id: "raw", cell_type: "raw", metadata: {}, source: "raw", unknown: { key: true } },
  ],
});
const code = (id: string, source: string, printed: string): Cell => ({
  id,
  cell_type: "code",
  metadata: {},
  source,
  outputs: printed ? [{ output_type: "stream", name: "stdout", text: printed }] : [],
  execution_count: printed ? 3 : null,
});

let store: NotebookStore;
const state = () => store.getState();
const open = () => {
  globalThis.document = { documentElement: { dataset: {} } } as Document; // all that the switches touch
  store = createNotebookStore({ desk: deskOf(notebook(), "test.ipynb"), bundled: null, published: null });
};
beforeEach(open);

type Action = { name: string; act(): void };
const at = (index: number) => state().order[index % Math.max(1, state().order.length)];
const place = fc.nat(20);

/** Every step that changes what cells there are, at any place. */
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.tuple(place, place).map(([a, b]) => ({
    name: `select ${a}–${b}`,
    act: () => {
      const [anchor, active] = [at(a), at(b)];
      if (anchor && active) store.setState({ anchor: anchor === active ? null : anchor, active });
    },
  })),
  fc.constantFrom<Action>(
    { name: "remove", act: () => state().remove() },
    { name: "cut", act: () => state().copyCells("cut") },
    { name: "copy", act: () => state().copyCells("copy") },
    { name: "paste", act: () => state().pasteCells("below") },
    { name: "paste above", act: () => state().pasteCells("above") },
    { name: "paste over", act: () => state().pasteCells("replace") },
    { name: "up", act: () => state().move(-1) },
    { name: "down", act: () => state().move(1) },
    { name: "insert", act: () => state().insert("below", state().active, "code", false) },
    { name: "insert text", act: () => state().insert("above", state().active, "markdown") },
  ),
  fc
    .constantFrom("code", "markdown", "raw")
    .map((type) => ({ name: type, act: () => state().setType(type as "code") })),
  fc.integer({ min: 1, max: 6 }).map((level) => ({ name: `h${level}`, act: () => state().setHeading(level) })),
  fc.tuple(place, fc.array(place, { maxLength: 3 })).map(([a, places]) => ({
    name: `split ${places}`,
    act: () => at(a) && state().split(at(a)!, places),
  })),
  fc.tuple(place, place).map(([a, length]) => ({
    name: "merge",
    act: () => state().merge(state().order.slice(a, a + length)),
  })),
  fc.tuple(place, place).map(([a, gap]) => ({
    name: `drag ${a} to ${gap}`,
    act: () => at(a) && state().moveTo([at(a)!], gap % (state().order.length + 1)),
  })),
);
const actions = fc.array(action, { maxLength: 25 });

describe("any sequence of structural steps", () => {
  test("undone fully gives the notebook that it began with, redone the one that it ended with", () => {
    fc.assert(
      fc.property(actions, (steps) => {
        open();
        const start = notebookOf(state());
        for (const step of steps) step.act();
        const end = notebookOf(state());
        const count = state().past.length;
        while (state().past.length > 0) state().undo();
        expect(notebookOf(state())).toEqual(start);
        for (let done = 0; done < count; done++) state().redo();
        expect(notebookOf(state())).toEqual(end);
        expect(state().future).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test("leaves every cell once in the order, with its id, and a selection that is there", () => {
    fc.assert(
      fc.property(actions, (steps) => {
        open();
        for (const step of steps) {
          step.act();
          const { order, cells, active, anchor } = state();
          expect(Object.keys(cells).sort()).toEqual([...order].sort());
          for (const id of order) expect(cells[id]!.id).toBe(id);
          if (active !== null) expect(order).toContain(active);
          if (anchor !== null) expect(order).toContain(anchor);
          expect(order).toContain("kept"); // it says that it must not be deleted
        }
      }),
      { numRuns: 200 },
    );
  });

  test("goes step by step through the same notebooks back as it came", () => {
    fc.assert(
      fc.property(actions, (steps) => {
        open();
        const seen = [notebookOf(state())];
        for (const step of steps) {
          const { past } = state();
          step.act();
          if (state().past !== past) seen.push(notebookOf(state()));
        }
        for (const notebook of seen.reverse()) {
          expect(notebookOf(state())).toEqual(notebook);
          state().undo();
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("undo", () => {
  test("keeps what was written since in cells that the step did not make", () => {
    state().remove(["c1"]);
    state().setSource("c2", "print(x + 1)");
    state().setType("raw", ["text"]);
    state().setSource("text", "written later");
    state().undo();
    state().undo();
    expect(state().cells.c2!.source).toBe("print(x + 1)");
    expect(state().cells.text).toMatchObject({ cell_type: "markdown", source: "written later" });
    expect(notebookOf(state()).cells.find(({ id }) => id === "c1")).toEqual(notebook().cells[3]);
  });

  test("redo brings a new cell back with what was written in it", () => {
    state().insert("below", "text", "code");
    const id = state().active!;
    state().setSource(id, "written");
    state().undo();
    expect(state().order).not.toContain(id);
    state().redo();
    expect(state().cells[id]!.source).toBe("written");
  });

  test("a new step forgets what was undone", () => {
    state().remove(["text"]);
    state().undo();
    state().move(1, ["h1"]);
    expect(state().future).toEqual([]);
    state().redo();
    expect(state().order).toContain("text");
  });
});

describe("steps", () => {
  test("merge keeps the active cell and puts a blank line between the texts", () => {
    store.setState({ anchor: "c2", active: "c1" });
    state().merge(["c1", "c2"]);
    expect(state().cells.c1!.source).toBe("x = 1\ny = 2\n\nprint(x)"); // JupyterLab joins with two line breaks
    expect(state().order).not.toContain("c2");
  });

  test("split leaves the outputs with the last piece, and line breaks at the cut go", () => {
    state().split("c1", [6]); // after the line break
    const [before, last] = state().order.slice(3, 5);
    expect(last).toBe("c1");
    expect([state().cells[before!]!.source, state().cells.c1!.source]).toEqual(["x = 1", "y = 2"]);
    expect(state().runs.c1!.outputs).toHaveLength(1);
    expect(state().runs[before!]).toBeUndefined();
  });

  test("a collapsed section moves, goes and is copied as one", () => {
    state().move(-1, ["h3"]);
    expect(state().order.slice(0, 6)).toEqual(["h1", "text", "h3", "h2", "c1", "c2"]);
    state().undo();
    state().select("h2");
    state().copyCells("copy");
    expect(state().clip!.cells.map(({ id }) => id)).toEqual(["h2", "c1", "c2"]);
    state().remove();
    expect(state().order).toEqual(["h1", "text", "h3", "kept", "raw"]);
    expect(state().notice).toEqual({ kind: "removed", count: 3 });
  });

  test("no step puts a cell out of sight that was in sight: a collapsed section that would take it in opens", () => {
    state().move(1, ["text"]);
    expect(state().order.slice(0, 5)).toEqual(["h1", "h2", "c1", "c2", "text"]);
    expect([...hiddenCells(state())]).toEqual([]);
    state().undo();
    expect([...hiddenCells(state())]).toEqual(["c1", "c2"]);
    state().insert("below", "h2", "code", false);
    expect(hiddenCells(state()).has(state().active!)).toBe(false);
  });

  test("a cell pasted twice has its own id each time; a cut one comes back as itself", () => {
    state().select("c1");
    state().copyCells("copy");
    state().pasteCells();
    const copy = state().active!;
    expect(copy).not.toBe("c1");
    expect(state().runs[copy]).toMatchObject({ status: "saved", outputs: [{ text: "1\n" }] });
    state().select("c1");
    state().copyCells("cut");
    state().select("raw");
    state().pasteCells();
    expect(state().order.at(-1)).toBe("c1");
    state().pasteCells();
    expect(state().order.filter((id) => id === "c1")).toHaveLength(1);
  });

  test("headings replace a heading, as in Jupyter", () => {
    store.setState({ anchor: "h1", active: "text" });
    state().setHeading(3);
    expect([state().cells.h1!.source, state().cells.text!.source]).toEqual(["### One", "### words\n\nmore"]);
  });
});
