import { expect, test } from "vitest";
import { collapsedCells, oddCells, showAll } from "./facts";
import { forged, opened } from "./links.testing";
import { createLinkedStore } from "./open";

const content = {
  c: [
    { k: 1, s: "# A", m: { "jp-MarkdownHeadingCollapsed": true } },
    { s: "x = 1", o: ["1\n"] },
    { k: 1, s: "# B" },
    { s: "pаss = 1", m: { jupyter: { source_hidden: true } }, o: ["2\n"] },
    { s: "y", m: { collapsed: true } },
  ],
};

async function linkedStore() {
  const linked = await opened(forged(JSON.stringify(content), "n1"));
  return createLinkedStore(linked, { kind: "link", changes: null }, { isReading: false, isEmbedded: false });
}

test("a linked notebook's text, order, name and metadata stay as they came, and whoever tries is told", async () => {
  const store = await linkedStore();
  const before = store.getState();
  const tries: ((state: typeof before) => void)[] = [
    (state) => state.setSource("cell-2", "changed"),
    (state) => state.remove(["cell-1"]),
    (state) => state.insert("below", "cell-1", "code"),
    (state) => state.move(1, ["cell-3"]),
    (state) => state.setType("markdown", ["cell-2"]),
    (state) => state.merge(["cell-1", "cell-2"]),
    (state) => state.split("cell-2", [1]),
    (state) => state.undo(),
  ];
  for (const attempt of tries) {
    store.setState({ notice: null });
    attempt(store.getState());
    const { cells, order, frame, fileName, notice } = store.getState();
    expect({ cells, order, frame, fileName }).toEqual({
      cells: before.cells,
      order: before.order,
      frame: before.frame,
      fileName: before.fileName,
    });
    if (attempt !== tries.at(-1)) expect(notice).toEqual({ kind: "linked" });
  }
});

test("what is collapsed in it is counted and can be shown", async () => {
  const store = await linkedStore();
  expect(collapsedCells(store.getState())).toEqual(["cell-2", "cell-4", "cell-5"]);
  showAll(store.getState());
  expect(collapsedCells(store.getState())).toEqual([]);
  expect(store.getState().cells["cell-4"]!.source).toBe("pаss = 1");
});

test("cells with characters that are not what they seem are found, also in hidden code", async () => {
  expect(oddCells((await linkedStore()).getState())).toEqual(["cell-4"]);
});

test("cells can be queued to run", async () => {
  const store = await linkedStore();
  store.getState().run(["cell-2"]);
  expect(store.getState().queue).toEqual(["cell-2"]);
  expect(store.getState().notice).toBeNull();
});
