import { sizeOf } from "./changes";
import { newId, tellList } from "./library";
import { type Damaged, readNotebook, versionOf } from "./notebooks";
import { type Header, parsed } from "./records";
import { type Database, keysOf, type StoreName } from "./schema";
import { Seat } from "./seat";
import { allOrNothing } from "./transaction";

/** How long the trash keeps a notebook, in milliseconds. */
export const trashMs = 30 * 24 * 3_600_000;

/** All notebooks, the one changed last first; what cannot be read is listed apart. */
export type Shelf = { notebooks: Header[]; trash: Header[]; damaged: Damaged[] };

export async function listNotebooks(db: Database): Promise<Shelf> {
  const raws = await db.getAll("notebooks");
  const shelf: Shelf = { notebooks: [], trash: [], damaged: [] };
  for (const raw of raws) {
    const header = parsed("header", raw);
    if (!header) shelf.damaged.push({ store: "notebooks", key: (raw as { id: string }).id, record: raw });
    else (header.deletedAt === null ? shelf.notebooks : shelf.trash).push(header);
  }
  shelf.notebooks.sort((a, b) => b.changedAt - a.changedAt);
  shelf.trash.sort((a, b) => (b.deletedAt ?? 0) - (a.deletedAt ?? 0));
  return shelf;
}

/** Gives a notebook another file name; a tab that has it open hears of it. */
export async function renameNotebook(db: Database, id: string, fileName: string): Promise<void> {
  await changeHeader(db, id, { fileName });
  const seat = new Seat(id, silent);
  seat.tell({ type: "renamed", fileName });
  seat.close();
}

/** Puts a notebook into the trash, where nothing of it is lost. */
export const trashNotebook = (db: Database, id: string, now: number) => changeHeader(db, id, { deletedAt: now });

export const restoreNotebook = (db: Database, id: string) => changeHeader(db, id, { deletedAt: null });

/** A second notebook with the same cells, outputs and data files; versions stay with the first. */
export async function duplicateNotebook(db: Database, id: string, fileName: string, now: number): Promise<string> {
  const stored = await readNotebook(db, id);
  if (!stored) throw new Error("the notebook is gone");
  const files = await db.getAll("files", keysOf(id));
  const copy = newId();
  const { header, desk, published } = stored;
  const stores = ["notebooks", "cells", "outputs", "published", "files"] as const;
  await allOrNothing(db, stores, (write) => {
    for (const part of desk.order) {
      write.put("cells", { notebook: copy, part, version: 1, body: desk.cells[part]! });
      const run = desk.runs[part];
      if (!run) continue;
      const { outputs, executionCount } = run;
      write.put("outputs", { notebook: copy, part, version: 1, outputs, executionCount });
    }
    if (published) write.put("published", { notebook: copy, texts: published });
    for (const file of files) write.put("files", { ...file, notebook: copy } as object);
    const times = { createdAt: now, changedAt: now, deletedAt: null };
    const next = { ...header, id: copy, fileName, version: 1, ...times, order: desk.order, size: sizeOf(desk) };
    write.put("notebooks", next);
  });
  tellList();
  return copy;
}

const perNotebook = ["cells", "outputs", "journal", "revisions", "revisionTexts", "files"] as const;

/** Removes a notebook for good, with its versions and its data files. */
export async function purgeNotebook(db: Database, id: string): Promise<void> {
  const stores = ["notebooks", "published", ...perNotebook] as const satisfies readonly StoreName[];
  await allOrNothing(db, stores, (write) => {
    write.delete("notebooks", id);
    write.delete("published", id);
    for (const store of perNotebook) write.delete(store, keysOf(id));
  });
  tellList();
}

/** Removes for good what has been in the trash for longer than it keeps things. */
export async function emptyOldTrash(db: Database, now: number): Promise<void> {
  const { trash } = await listNotebooks(db);
  for (const { id, deletedAt } of trash) if (now - (deletedAt ?? now) > trashMs) await purgeNotebook(db, id);
}

/** The texts of all cells, by notebook. */
export async function readTexts(db: Database): Promise<Map<string, string[]>> {
  const texts = new Map<string, string[]>();
  for (const raw of await db.getAll("cells")) {
    const cell = parsed("cell", raw);
    if (!cell) continue;
    const all = texts.get(cell.notebook) ?? [];
    all.push(cell.body.source);
    texts.set(cell.notebook, all);
  }
  return texts;
}

/** The first line of these texts that holds the words; undefined if none does. Case does not count. */
export function lineWith(texts: readonly string[], words: string): string | undefined {
  const wanted = words.toLowerCase();
  for (const text of texts) {
    if (!text.toLowerCase().includes(wanted)) continue;
    const line = text.split("\n").find((each) => each.toLowerCase().includes(wanted));
    if (line !== undefined) return line.trim();
  }
  return undefined;
}

/** A notebook file's name as a title. */
export const titleOf = (fileName: string) => fileName.replace(/\.ipynb$/i, "");
/** A title as a notebook file's name. */
export const fileNameOf = (title: string) => `${title.trim().replace(/[/\\\p{Cc}]/gu, "-")}.ipynb`;

async function changeHeader(db: Database, id: string, change: Partial<Header>): Promise<void> {
  await allOrNothing(db, ["notebooks"], async (write) => {
    const header = await write.get("notebooks", id);
    if (header) write.put("notebooks", { ...header, ...change, version: versionOf(header) });
  });
  tellList();
}

const silent = { onWriter() {}, onReader() {}, onNews() {}, standUp: async () => {} };
