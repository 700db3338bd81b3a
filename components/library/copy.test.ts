import { IDBFactory, IDBObjectStore } from "fake-indexeddb";
import "fake-indexeddb/auto";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { CellBody } from "../notebook/cells";
import { deskOf } from "../notebook/files";
import { emptyNotebook } from "../notebook/nbformat";
import { changesBetween, type Kept } from "./changes";
import { openDatabase } from "./database";
import { newHeader } from "./library";
import { FakeLocks } from "./locks.testing";
import { createNotebook, readNotebook, writeNotebook } from "./notebooks";
import type { Database } from "./schema";
import { listNotebooks, purgeNotebook } from "./shelf";
import { allOrNothing } from "./transaction";

/** The bucket that the copy lies in; every other storage is the global `indexedDB`. */
let bucket: IDBFactory;
let locks: FakeLocks;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  bucket = new IDBFactory();
  locks = new FakeLocks();
  const storageBuckets = { open: async () => ({ indexedDB: bucket }) };
  vi.stubGlobal("navigator", { locks, storageBuckets });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const body = (id: string, source: string): CellBody => ({ id, cell_type: "code", source, metadata: {} });
const notebookOf = (sources: readonly string[]): Kept => ({
  ...deskOf(emptyNotebook(), "a.ipynb"),
  order: sources.map((_, index) => `c${index}`),
  cells: Object.fromEntries(sources.map((source, index) => [`c${index}`, body(`c${index}`, source)])),
  language: "en",
});
const create = (db: Database, id: string, kept: Kept) =>
  createNotebook(db, newHeader(kept, { id, language: "en" }, 1), kept, null);

/** All that is in the storage, but for the mark. */
async function contents(db: Database): Promise<unknown> {
  const stores = [...db.objectStoreNames].filter((name) => name !== "whole");
  return Promise.all(stores.map(async (name) => [name, await db.getAll(name)]));
}
/** When all that the copy was told has been done. */
const settled = async () => {
  for (let turn = 0; turn < 3; turn++) {
    await locks.request("sporebook copy, from the beginning", {}, () => {});
    await locks.request("sporebook copy", {}, () => {});
  }
};
/** The browser has removed every database of the site. */
const lose = (db: Database) => {
  db.close();
  globalThis.indexedDB = new IDBFactory();
};

describe("a storage that the browser has lost", () => {
  test("comes back from its copy, with all kinds of records", async () => {
    const db = await openDatabase(() => {});
    const kept = notebookOf(["1", "2"]);
    await create(db, "n", kept);
    await allOrNothing(db, ["files", "damaged"], (write) => {
      write.put("files", { notebook: "n", part: "a.bin", content: new Uint8Array([1, 2]), by: "reader" });
      write.put("damaged", { store: "cells", record: { odd: 1 } });
    });
    await writeNotebook(db, "n", 1, "tab", changesBetween(kept, notebookOf(["1", "20", "3"]))!, 2);
    await settled();
    const before = await contents(db);
    lose(db);
    const back = await openDatabase(() => {});
    expect(await contents(back)).toEqual(before);
    expect((await readNotebook(back, "n"))?.desk.cells.c1?.source).toBe("20");
  });

  test("any edits, with losses between them, leave what was written", async () => {
    const act = fc.oneof(
      fc.record({
        what: fc.constant("write" as const),
        id: fc.nat(2),
        sources: fc.array(fc.string(), { maxLength: 4 }),
      }),
      fc.record({ what: fc.constant("purge" as const), id: fc.nat(2) }),
      fc.record({ what: fc.constant("lose" as const) }),
      fc.record({ what: fc.constant("lose the copy" as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 14 }), async (acts) => {
        globalThis.indexedDB = new IDBFactory();
        bucket = new IDBFactory();
        let db = await openDatabase(() => {});
        const expected = new Map<string, { kept: Kept; version: number }>();
        for (const each of acts) {
          if (each.what === "write") {
            const id = `n${each.id}`;
            const had = expected.get(id);
            const kept = notebookOf(each.sources);
            const changes = had && changesBetween(had.kept, kept);
            if (!had) await create(db, id, kept);
            else if (changes) await writeNotebook(db, id, had.version, "tab", changes, 2);
            expected.set(id, { kept, version: had ? had.version + (changes ? 1 : 0) : 1 });
          } else if (each.what === "purge") {
            await purgeNotebook(db, `n${each.id}`);
            expected.delete(`n${each.id}`);
          } else {
            await settled();
            if (each.what === "lose") lose(db);
            else {
              db.close();
              bucket = new IDBFactory();
            }
            db = await openDatabase(() => {});
          }
        }
        expect((await listNotebooks(db)).notebooks.map(({ id }) => id).sort()).toEqual([...expected.keys()].sort());
        for (const [id, { kept }] of expected) {
          const stored = await readNotebook(db, id);
          expect(stored?.damaged).toEqual([]);
          expect(stored?.desk.order).toEqual(kept.order);
          expect(stored?.desk.cells).toEqual(kept.cells);
        }
        await settled();
        db.close();
      }),
      { numRuns: 60 },
    );
  });

  test("is brought back once when two tabs open it", async () => {
    const db = await openDatabase(() => {});
    await create(db, "n", notebookOf(["1"]));
    await settled();
    lose(db);
    const [one, other] = await Promise.all([openDatabase(() => {}), openDatabase(() => {})]);
    await create(one, "m", notebookOf(["2"]));
    expect((await listNotebooks(other)).notebooks).toHaveLength(2);
  });

  test("that was being brought back when the browser was ended is brought back again", async () => {
    const db = await openDatabase(() => {});
    const kept = notebookOf(Array.from({ length: 50 }, (_, index) => `${index}`));
    await create(db, "n", kept);
    await settled();
    lose(db);
    const put = IDBObjectStore.prototype.put;
    let left = 30;
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, ...given) {
      if (left-- <= 0) throw new DOMException("ended", "AbortError");
      return put.apply(this, given);
    });
    await expect(openDatabase(() => {})).rejects.toMatchObject({ problem: "broken" });
    vi.restoreAllMocks();
    const back = await openDatabase(() => {});
    expect((await readNotebook(back, "n"))?.desk.cells).toEqual(kept.cells);
  });
});

describe("the copy", () => {
  test("of a storage that was there before is made in the background", async () => {
    vi.stubGlobal("navigator", {});
    const old = await openDatabase(() => {});
    await create(old, "n", notebookOf(["1"]));
    old.close();
    vi.stubGlobal("navigator", { locks, storageBuckets: { open: async () => ({ indexedDB: bucket }) } });
    const db = await openDatabase(() => {});
    await settled();
    const before = await contents(db);
    lose(db);
    expect(await contents(await openDatabase(() => {}))).toEqual(before);
  });

  test("for which there was no room is made anew, and costs the storage nothing", async () => {
    const db = await openDatabase(() => {});
    await create(db, "n", notebookOf(["1"]));
    await settled();
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, ...given) {
      const isCopy = this.transaction.durability === "relaxed";
      if (isCopy) throw new DOMException("full", "QuotaExceededError");
      return put.apply(this, given);
    });
    const changes = changesBetween(notebookOf(["1"]), notebookOf(["later"]))!;
    expect(await writeNotebook(db, "n", 1, "tab", changes, 2)).toEqual({ version: 2 });
    await settled();
    vi.restoreAllMocks();
    db.close();
    const again = await openDatabase(() => {});
    await settled();
    lose(again);
    const back = await openDatabase(() => {});
    expect((await readNotebook(back, "n"))?.desk.cells.c0?.source).toBe("later");
  });

  test("that the browser refuses is done without", async () => {
    const storageBuckets = { open: () => Promise.reject(new DOMException("no", "SecurityError")) };
    vi.stubGlobal("navigator", { locks, storageBuckets });
    const db = await openDatabase(() => {});
    expect(await create(db, "n", notebookOf(["1"]))).toEqual({ version: 1 });
  });
});
