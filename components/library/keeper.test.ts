import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { openDB } from "idb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { random } from "../../e2e/random";
import { deskOf, openedBundled } from "../notebook/files";
import { emptyNotebook, type Notebook } from "../notebook/nbformat";
import { createNotebookStore, type NotebookStore } from "../notebook/store";
import type { Bundled } from "./bundled";
import { FakeLocks } from "./locks.testing";

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

describe("a storage that cannot be used", () => {
  test.each<[string, string, () => Promise<unknown>]>([
    ["of a later Sporebook", "newer", () => openDB("sporebook", 99).then((db) => db.close())],
    ["that the browser forbids", "closed", async () => vi.stubGlobal("indexedDB", undefined)],
  ])("%s is told and left alone; writing and copying go on in the page", async (_, reason, prepare) => {
    await prepare();
    const tab = await openTab();
    await vi.waitFor(() => expect(tab.state().saving).toEqual({ phase: "unsaved", reason }));
    tab.state().setSource("one", "still here");
    await tab.keeper.before(() => tab.state().setSource("two", "too"));
    expect(tab.state()).toMatchObject({ cells: { one: { source: "still here" }, two: { source: "too" } } });
    const id = await tab.library.addNotebook(deskOf(emptyNotebook(), "new.ipynb"));
    expect(await tab.library.findNotebook(id)).toMatchObject({ desk: { fileName: "new.ipynb" } });
    tab.keeper.close();
  });
});

describe("two tabs with locks", () => {
  beforeEach(() => {
    vi.stubGlobal("navigator", { locks: new FakeLocks() });
  });

  async function openTwo() {
    const first = await openTab();
    first.state().setSource("one", "first");
    await saved(first);
    const second = await openTab();
    await vi.waitFor(() => expect(second.state().isReader).toBe(true));
    return [first, second] as const;
  }

  test("the second one follows, refuses to write and says so", async () => {
    const [first, second] = await openTwo();
    first.state().setSource("two", "live");
    await vi.waitFor(() => expect(second.state().cells.two!.source).toBe("live"), 3_000);
    second.state().setSource("two", "refused");
    expect(second.state()).toMatchObject({ notice: { kind: "reader" }, cells: { two: { source: "live" } } });
    first.keeper.close();
    second.keeper.close();
  });

  test("the second one takes over with all that the first had typed", async () => {
    const [first, second] = await openTwo();
    first.state().setSource("two", "just typed");
    await second.keeper.takeOver();
    await vi.waitFor(() => expect(second.state().isReader).toBe(false));
    expect(second.state().cells.two!.source).toBe("just typed");
    expect(first.state().isReader).toBe(true);
    second.state().setSource("two", "second");
    await vi.waitFor(() => expect(first.state().cells.two!.source).toBe("second"), 3_000);
    first.keeper.close();
    second.keeper.close();
  });

  test("a writer that does not answer is passed over, and what it had is kept as a version", async () => {
    const [first, second] = await openTwo();
    vi.spyOn(first.keeper, "save").mockReturnValue(new Promise(() => {})); // it has frozen
    await second.keeper.takeOver();
    await vi.waitFor(() => expect(second.state().isReader).toBe(false), 4_000);
    second.state().setSource("two", "second");
    await saved(second);
    expect(second.state().cells.two!.source).toBe("second");
    first.keeper.close();
    second.keeper.close();
  });

  test("the second one sits down when the first one is closed", async () => {
    const [first, second] = await openTwo();
    first.keeper.close();
    await vi.waitFor(() => expect(second.state().isReader).toBe(false), 3_000);
    second.state().setSource("one", "second");
    await saved(second);
    second.keeper.close();
  });

  test("a hundred random edits and take-overs lose nothing that a tab took", async () => {
    const tabs = await openTwo();
    const taken: string[] = [];
    const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
    console.log(`two tabs with locks: SEED=${seed}`);
    const draw = random(seed);
    for (let count = 0; count < 100; count++) {
      const tab = tabs[draw() < 0.5 ? 0 : 1];
      if (draw() < 0.05) void tab.keeper.takeOver();
      const id = draw() < 0.5 ? "one" : "two";
      const source = `${tab.state().cells[id]!.source}<${count}>`;
      tab.state().setSource(id, source);
      if (tab.state().cells[id]!.source === source) taken.push(`<${count}>`);
      await pause(draw() * 30);
    }
    for (const tab of tabs) await saved(tab);
    await vi.waitFor(() => {
      const [a, b] = tabs.map((tab) => tab.state().order.map((id) => tab.state().cells[id]!.source));
      expect(a).toEqual(b);
    }, 5_000);
    const { listRevisions, readRevision } = await import("./revisions");
    const db = await tabs[0].library.openLibrary();
    const all = Object.values(tabs[0].state().cells).map(({ source }) => source);
    for (const revision of await listRevisions(db, tabs[0].state().notebookId!))
      all.push(...Object.values((await readRevision(db, revision)).cells).map(({ source }) => source));
    expect(taken.filter((token) => !all.some((source) => source.includes(token)))).toEqual([]);
    for (const tab of tabs) tab.keeper.close();
  });
});

describe("two tabs without locks", () => {
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
