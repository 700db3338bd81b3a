import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openedBundled } from "../notebook/files";
import { emptyNotebook, type Notebook } from "../notebook/nbformat";
import { createNotebookStore, type NotebookStore } from "../notebook/store";
import type { Bundled } from "./bundled";

const text = (heading: string): Notebook => ({
  ...emptyNotebook(),
  cells: [
    { id: "text", cell_type: "markdown", metadata: {}, source: heading },
    { id: "one", cell_type: "code", metadata: {}, source: "1", outputs: [], execution_count: null },
    { id: "two", cell_type: "code", metadata: {}, source: "2", outputs: [], execution_count: null },
  ],
});
const bundled: Bundled = { slug: "network-parameters", texts: { en: text("Parameters"), zh: text("参数") } };

/** A tab: its own modules, its own store, the storage of all. */
async function openTab(place: { id: string } | { bundled: Bundled } = { bundled }) {
  vi.resetModules();
  const { Keeper } = await import("./keeper");
  const library = await import("./library");
  const store = createNotebookStore(openedBundled(bundled)) as NotebookStore;
  const keeper = new Keeper(store, place);
  const state = () => store.getState();
  return { keeper, library, store, state };
}
type Tab = Awaited<ReturnType<typeof openTab>>;
const saved = ({ state }: Tab) => vi.waitFor(() => expect(state().saving.phase).toBe("saved"), { timeout: 5_000 });
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  const silent = { addEventListener() {}, removeEventListener() {} };
  vi.stubGlobal("document", { documentElement: { dataset: {} }, visibilityState: "visible", ...silent });
  vi.stubGlobal("window", silent);
  vi.stubGlobal("navigator", {}); // no Web Locks: everybody writes, the versions decide
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe("a bundled notebook", () => {
  test("stores nothing while it is only read, in whichever language", async () => {
    const tab = await openTab();
    await pause(30);
    tab.state().setLanguage("zh");
    tab.state().setLanguage("en");
    await pause(400);
    expect(tab.state()).toMatchObject({ notebookId: null, saving: { phase: "untouched" } });
    expect(await (await tab.library.openLibrary()).count("notebooks")).toBe(0);
    tab.keeper.close();
  });

  test("becomes the reader's copy with the first change, and the next visit continues it", async () => {
    const tab = await openTab();
    tab.state().setSource("one", "mine");
    await saved(tab);
    tab.state().setSource("one", "mine!");
    tab.state().insert("below", "two", "code");
    await saved(tab);
    tab.keeper.close();

    const later = await openTab();
    await saved(later);
    expect(later.state().order.map((id) => later.state().cells[id]!.source)).toEqual(["Parameters", "mine!", "2", ""]);
    expect(later.state().notebookId).toBe(tab.state().notebookId);
    later.keeper.close();
  });

  test("is shown in the reader's language whatever language the copy was kept in", async () => {
    const tab = await openTab();
    tab.state().setLanguage("zh");
    tab.state().setSource("one", "mine");
    await saved(tab);
    tab.keeper.close();
    const later = await openTab();
    await saved(later);
    expect(later.state().cells.text!.source).toBe("Parameters");
    expect(later.state().fileName).toBe("network-parameters.en.ipynb");
    later.keeper.close();
  });
});

describe("two tabs", () => {
  test("the one that wrote without having seen the latest gives way, and its text is kept as a version", async () => {
    const first = await openTab();
    first.state().setSource("one", "first");
    await saved(first);
    vi.stubGlobal("BroadcastChannel", undefined); // they do not hear of one another
    const second = await openTab();
    await saved(second);
    first.state().setSource("one", "first, later");
    second.state().setSource("two", "second");
    await vi.waitFor(() => {
      const conflicts = [first, second].filter((tab) => tab.state().notice?.kind === "conflict");
      expect(conflicts).toHaveLength(1);
    });
    await vi.waitFor(() => expect(first.state().cells.one!.source).toBe(second.state().cells.one!.source), 3_000);
    const { listRevisions, readRevision } = await import("./revisions");
    const db = await first.library.openLibrary();
    const [conflict] = await listRevisions(db, first.state().notebookId!);
    expect(conflict!.why).toBe("conflict");
    const lost = await readRevision(db, conflict!);
    const all = [lost.cells, first.state().cells].map((cells) => [cells.one!.source, cells.two!.source]);
    expect(all).toContainEqual(["first, later", "2"]);
    expect(all).toContainEqual(["first", "second"]);
    first.keeper.close();
    second.keeper.close();
  });
});
