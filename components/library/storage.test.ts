import { IDBFactory, IDBObjectStore } from "fake-indexeddb";
import "fake-indexeddb/auto";
import fc from "fast-check";
import { openDB } from "idb";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { CellBody } from "../notebook/cells";
import { deskOf } from "../notebook/files";
import { emptyNotebook } from "../notebook/nbformat";
import { changesBetween, type Kept } from "./changes";
import { openDatabase } from "./database";
import { newHeader } from "./library";
import { createNotebook, keepDamaged, leaveInJournal, readNotebook, settleJournal, writeNotebook } from "./notebooks";
import { type Database, databaseName, steps, version } from "./schema";
import {
  duplicateNotebook,
  listNotebooks,
  purgeNotebook,
  renameNotebook,
  restoreNotebook,
  trashNotebook,
} from "./shelf";

const cell = (id: string, source: string): CellBody => ({ id, cell_type: "code", source, metadata: {} });
const kept = (cells: CellBody[]): Kept => ({
  ...deskOf(emptyNotebook(), "a.ipynb"),
  order: cells.map(({ id }) => id),
  cells: Object.fromEntries(cells.map((each) => [each.id, each])),
  language: "en",
});
const sources = async (db: Database, id = "n") => {
  const stored = await readNotebook(db, id);
  return stored?.desk.order.map((each) => `${each}: ${stored.desk.cells[each]!.source}`);
};
const start = kept([cell("a", "1"), cell("b", "2")]);
const create = (db: Database, id = "n") => createNotebook(db, newHeader(start, { id, language: "en" }, 1), start, null);

let db: Database;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  vi.restoreAllMocks();
  db = await openDatabase(() => {});
});

describe("openDatabase", () => {
  test.each(steps.map((_, index) => index))(
    "brings version %i up to the newest with all that is in it",
    async (from) => {
      globalThis.indexedDB = new IDBFactory();
      if (from > 0) {
        const old = (await openDB(databaseName, from, {
          async upgrade(opened, _, __, upgrade) {
            for (const step of steps.slice(0, from)) await step(opened as never, upgrade as never);
          },
        })) as unknown as Database;
        const header = newHeader(start, { id: "n", language: "en" }, 1);
        await old.put("notebooks", header);
        for (const id of start.order)
          await old.put("cells", { notebook: "n", part: id, version: 1, body: start.cells[id]! });
        old.close();
      }
      const opened = await openDatabase(() => {});
      expect(opened.version).toBe(version);
      expect(await sources(opened)).toEqual(from > 0 ? ["a: 1", "b: 2"] : undefined);
      expect([...opened.objectStoreNames].sort()).toEqual([...db.objectStoreNames].sort());
    },
  );

  test("leaves a database of a later version alone", async () => {
    db.close();
    (await openDB(databaseName, version + 1)).close();
    await expect(openDatabase(() => {})).rejects.toMatchObject({ problem: "newer" });
    const untouched = await openDB(databaseName);
    expect(untouched.version).toBe(version + 1);
    expect([...untouched.objectStoreNames]).toContain("cells");
  });

  test("says that another tab holds an older one, after the time that it has to let go", async () => {
    db.close();
    globalThis.indexedDB = new IDBFactory();
    const old = await openDB(databaseName, version - 1); // which does not listen
    const beganAt = performance.now();
    await expect(openDatabase(() => {})).rejects.toMatchObject({ problem: "waiting" });
    expect(performance.now() - beganAt).toBeGreaterThan(3_900);
    old.close();
  }, 15_000);

  test("says that the browser gives no storage", async () => {
    const open = () => {
      throw new DOMException("no", "SecurityError");
    };
    globalThis.indexedDB = { open } as unknown as IDBFactory;
    await expect(openDatabase(() => {})).rejects.toMatchObject({ problem: "closed" });
  });

  test("lets go when a later Sporebook in another tab wants to upgrade", async () => {
    const lost = vi.fn();
    await openDatabase(lost);
    db.close();
    const later = await openDB(databaseName, version + 1);
    expect(lost).toHaveBeenCalledWith("newer");
    later.close();
  });
});

describe("writeNotebook", () => {
  test("refuses who has not seen the latest, and changes nothing", async () => {
    await create(db);
    const mine = kept([cell("a", "mine")]);
    expect(await writeNotebook(db, "n", 1, "tab", changesBetween(start, mine)!, 2)).toEqual({ version: 2 });
    const late = changesBetween(start, kept([cell("a", "late"), cell("c", "late")]))!;
    expect(await writeNotebook(db, "n", 1, "other", late, 3)).toBe("stale");
    expect(await sources(db)).toEqual(["a: mine"]);
    expect(await writeNotebook(db, "none", 1, "other", late, 3)).toBe("gone");
  });

  test("writes only what has changed", async () => {
    await create(db);
    const put = vi.spyOn(IDBObjectStore.prototype, "put");
    const mine = { ...start, cells: { ...start.cells, a: cell("a", "12") } };
    await writeNotebook(db, "n", 1, "tab", changesBetween(start, mine)!, 2);
    expect(put.mock.contexts.map((store) => (store as IDBObjectStore).name).sort()).toEqual(["cells", "notebooks"]);
  });

  test("keeps all or nothing when there is no room in the middle of it", async () => {
    await create(db);
    const put = IDBObjectStore.prototype.put;
    let count = 0;
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, value: unknown) {
      if (++count > 1) throw new DOMException("full", "QuotaExceededError");
      return put.call(this, value);
    });
    const mine = kept([cell("a", "mine"), cell("b", "mine")]);
    const write = writeNotebook(db, "n", 1, "tab", changesBetween(start, mine)!, 2);
    await expect(write).rejects.toMatchObject({ name: "QuotaExceededError" });
    vi.restoreAllMocks();
    expect(await sources(db)).toEqual(["a: 1", "b: 2"]);
  });

  test("any number of writes, in whatever steps, leaves what the page had at one of them", async () => {
    const change = fc.record({
      kind: fc.constantFrom("edit", "add", "remove", "move"),
      at: fc.nat(5),
      text: fc.string({ maxLength: 5 }),
    });
    let id = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 12 }), fc.nat(12), async (changes, until) => {
        const name = `n${id++}`;
        await create(db, name);
        let stored = start;
        let version = 1;
        for (const [count, { kind, at, text }] of changes.slice(0, until).entries()) {
          const order = [...stored.order];
          const cells = { ...stored.cells };
          const chosen = order[at % Math.max(1, order.length)];
          if (kind === "add") {
            order.splice(at, 0, `new${count}`);
            cells[`new${count}`] = cell(`new${count}`, text);
          } else if (chosen === undefined) continue;
          else if (kind === "edit") cells[chosen] = cell(chosen, text);
          else if (kind === "remove") order.splice(order.indexOf(chosen), 1);
          else order.push(...order.splice(order.indexOf(chosen), 1));
          const next = { ...stored, order, cells };
          const difference = changesBetween(stored, next);
          if (!difference) continue;
          const written = await writeNotebook(db, name, version, "tab", difference, 2);
          version = (written as { version: number }).version;
          stored = next; // every prefix of the writes is a state that the page had
        }
        const found = await readNotebook(db, name);
        expect(found?.damaged).toEqual([]);
        expect(found?.desk.order).toEqual(stored.order);
        for (const each of stored.order) expect(found?.desk.cells[each]).toEqual(stored.cells[each]);
      }),
      { numRuns: 60 },
    );
  });
});

describe("the journal", () => {
  const mine = kept([cell("a", "as the tab was closed"), cell("b", "2")]);
  const left = changesBetween(start, mine)!;

  test("is carried out when the notebook is opened again", async () => {
    await create(db);
    leaveInJournal(db, "n", 1, "tab", left, 2);
    expect(await settleJournal(db, "n", 3)).toEqual([]);
    expect(await sources(db)).toEqual(["a: as the tab was closed", "b: 2"]);
    expect(await db.count("journal")).toBe(0);
  });

  test("counts as the next write of the tab that wrote last, even if a write of its own came through in between", async () => {
    await create(db);
    const between = changesBetween(start, kept([cell("a", "half"), cell("b", "2")]))!;
    await writeNotebook(db, "n", 1, "tab", between, 2);
    leaveInJournal(db, "n", 1, "tab", left, 2);
    expect(await settleJournal(db, "n", 3)).toEqual([]);
    expect(await sources(db)).toEqual(["a: as the tab was closed", "b: 2"]);
  });

  test("gives back what was left without having seen another tab's write", async () => {
    await create(db);
    leaveInJournal(db, "n", 1, "tab", left, 2);
    const other = changesBetween(start, kept([cell("a", "other"), cell("b", "2")]))!;
    await writeNotebook(db, "n", 1, "other", other, 2);
    expect(await settleJournal(db, "n", 3)).toMatchObject([
      { cells: [{ source: "as the tab was closed" }, { source: "2" }] },
    ]);
    expect(await sources(db)).toEqual(["a: other", "b: 2"]);
  });
});

describe("what cannot be read", () => {
  test("leaves the rest of the notebook readable, is named and is kept for a download", async () => {
    await create(db);
    await db.put("cells", { notebook: "n", part: "a", version: 1, body: "scrambled" });
    const stored = await readNotebook(db, "n");
    expect(stored!.desk.order).toEqual(["b"]);
    expect(stored!.damaged).toMatchObject([{ store: "cells", key: ["n", "a"], record: { body: "scrambled" } }]);
    await keepDamaged(db, stored!.damaged, 5);
    await keepDamaged(db, stored!.damaged, 6);
    expect(await db.getAll("damaged")).toMatchObject([{ at: 5, record: { body: "scrambled" } }]);
    // the next write goes on from what is good and leaves the bad record where it is
    const now = { ...stored!.desk, language: "en" as const };
    const next = { ...now, cells: { ...now.cells, b: cell("b", "22") } };
    expect(await writeNotebook(db, "n", 1, "tab", changesBetween(now, next)!, 7)).toEqual({ version: 2 });
    expect(await sources(db)).toEqual(["b: 22"]);
    expect(await db.get("cells", ["n", "a"])).toMatchObject({ body: "scrambled" });
  });

  test.each([
    ["a header of rubbish", { id: "n", order: 5 }],
    ["a header that is half there", { id: "n", order: ["b", "a"], version: 4, fileName: "b.ipynb" }],
  ])("opens the cells of a notebook with %s, and writes it again", async (_, raw) => {
    await create(db);
    await db.put("notebooks", raw);
    const stored = await readNotebook(db, "n");
    expect(stored!.damaged).toMatchObject([{ store: "notebooks" }]);
    expect(stored!.desk.order.toSorted()).toEqual(["a", "b"]);
    const now = { ...stored!.desk, language: "en" as const };
    const next = { ...now, cells: { ...now.cells, b: cell("b", "22") } };
    await writeNotebook(db, "n", stored!.header.version, "tab", changesBetween(now, next)!, 7);
    expect((await readNotebook(db, "n"))!.damaged).toEqual([]);
    expect((await sources(db))!.toSorted()).toEqual(["a: 1", "b: 22"]);
  });

  test("is listed apart on the home page", async () => {
    await create(db);
    await create(db, "m");
    await db.put("notebooks", { id: "m", fileName: 7 });
    const shelf = await listNotebooks(db);
    expect(shelf.notebooks.map(({ id }) => id)).toEqual(["n"]);
    expect(shelf.damaged).toMatchObject([{ key: "m" }]);
  });
});

describe("the shelf", () => {
  test("renames, duplicates, trashes and brings back without touching the text", async () => {
    await create(db);
    await renameNotebook(db, "n", "b.ipynb");
    const copy = await duplicateNotebook(db, "n", "c.ipynb", 9);
    await trashNotebook(db, "n", 10);
    expect(await listNotebooks(db)).toMatchObject({ notebooks: [{ id: copy }], trash: [{ fileName: "b.ipynb" }] });
    await restoreNotebook(db, "n");
    expect((await listNotebooks(db)).notebooks).toHaveLength(2);
    expect(await sources(db, "n")).toEqual(await sources(db, copy));
    await purgeNotebook(db, "n");
    expect(await readNotebook(db, "n")).toBeUndefined();
    expect(await sources(db, copy)).toEqual(["a: 1", "b: 2"]);
  });

  test("takes a notebook that is written to out of the trash", async () => {
    await create(db);
    await trashNotebook(db, "n", 10);
    const next = { ...start, cells: { ...start.cells, a: cell("a", "still here") } };
    await writeNotebook(db, "n", 1, "tab", changesBetween(start, next)!, 11);
    expect((await listNotebooks(db)).notebooks).toHaveLength(1);
  });
});
