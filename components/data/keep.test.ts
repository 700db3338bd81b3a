import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { beforeEach, expect, test, vi } from "vitest";
import { openedBundled } from "../notebook/files";
import { emptyNotebook } from "../notebook/nbformat";
import { createNotebookStore } from "../notebook/store";

const notebook = emptyNotebook();
const bundled = { slug: "network-parameters", texts: { zh: notebook, en: notebook } } as const;

/** A page: its own modules, its own store, the storage of all. */
async function openPage(notebookId: string | null, more = {}) {
  vi.resetModules();
  const { keepDataFiles } = await import("./keep");
  const { openLibrary } = await import("../library/library");
  const store = createNotebookStore(openedBundled(bundled));
  store.setState({ notebookId, ...more });
  const close = keepDataFiles(store);
  return { store, close, db: await openLibrary(), names: () => [...store.getState().dataFiles.keys()].sort() };
}
type Page = Awaited<ReturnType<typeof openPage>>;
const add = ({ store }: Page, name: string, text = name) => store.getState().addDataFiles([new File([text], name)]);
const stored = async ({ db }: Page) => (await db.getAllKeys("files")).map(([, name]) => name).sort();

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

test("data files are there again when the notebook is opened again, and no other notebook's are", async () => {
  const page = await openPage("mine");
  await add(page, "参数.csv", "1,2");
  await vi.waitFor(async () => expect(await stored(page)).toEqual(["参数.csv"]));
  const again = await openPage("mine");
  await vi.waitFor(() => expect(again.names()).toEqual(["参数.csv"]));
  const file = again.store.getState().dataFiles.get("参数.csv")!;
  expect([new TextDecoder().decode(file.content), file.by]).toEqual(["1,2", "reader"]);
  const other = await openPage("other");
  await add(other, "x");
  await vi.waitFor(async () => expect(await stored(other)).toEqual(["x", "参数.csv"]));
  expect(other.names()).toEqual(["x"]);
});

test("a deleted file stays deleted, and comes back with undo", async () => {
  const page = await openPage("mine");
  await add(page, "a");
  await vi.waitFor(async () => expect(await stored(page)).toEqual(["a"]));
  page.store.getState().removeDataFile("a");
  await vi.waitFor(async () => expect(await stored(page)).toEqual([]));
  page.store.getState().undoDataFile();
  await vi.waitFor(async () => expect(await stored(page)).toEqual(["a"]));
});

test("files of a notebook that is not in the library yet are kept as soon as it is", async () => {
  const page = await openPage(null);
  await add(page, "early");
  expect(await stored(page)).toEqual([]);
  page.store.setState({ notebookId: "new" });
  await vi.waitFor(async () => expect(await stored(page)).toEqual(["early"]));
  expect(page.names()).toEqual(["early"]);
});

test("a tab that follows shows what the writer puts in, and writes nothing itself", async () => {
  const writer = await openPage("mine");
  const reader = await openPage("mine", { isReader: true });
  await add(writer, "a");
  await vi.waitFor(() => expect(reader.names()).toEqual(["a"]));
  await add(reader, "b");
  expect(reader.names()).toEqual(["a"]);
  expect(reader.store.getState().notice).toEqual({ kind: "reader" });
});

test("where there is no room the page says so and keeps the file", async () => {
  const page = await openPage("mine");
  await vi.waitFor(() => expect(page.names()).toEqual([]));
  const full = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  await add(page, "a");
  await vi.waitFor(() => expect(page.store.getState().dataProblems).toEqual([{ kind: "notStored", name: "a" }]));
  expect(page.names()).toEqual(["a"]);
  full.mockRestore();
  await add(page, "b");
  await vi.waitFor(async () => expect(await stored(page)).toEqual(["a", "b"]));
});

test("a record that is no file is passed over and stays in the storage", async () => {
  const page = await openPage("mine");
  await page.db.put("files", { notebook: "mine", part: "../up", content: new Uint8Array(1), by: "reader" });
  await page.db.put("files", { notebook: "mine", part: "text", content: "text", by: "reader" });
  const again = await openPage("mine");
  await add(again, "good");
  await vi.waitFor(async () => expect(await stored(again)).toEqual(["../up", "good", "text"]));
  expect(again.names()).toEqual(["good"]);
});
