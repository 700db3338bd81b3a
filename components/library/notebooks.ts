import type { CellBody } from "../notebook/cells";
import type { Desk } from "../notebook/files";
import type { Run } from "../notebook/runs";
import type { Texts } from "./bundled";
import { sizeOf } from "./changes";
import { type CellRecord, type Changes, type Header, isJson, type OutputRecord, parsed } from "./records";
import { type Database, keysOf, type StoreName } from "./schema";
import { allOrNothing, durable } from "./transaction";

/** A record that is not what it must be, as it was found; undefined if the cell's record is missing. */
export type Damaged = { store: StoreName; key: IDBValidKey; record: unknown };

/** A notebook as it lies in the storage, with what could not be read of it. */
export type Stored = { header: Header; desk: Desk; published: Texts | null; damaged: Damaged[] };

/**
 * A write that did not happen, because somebody else has written since (`stale`) or the notebook is no longer there
 * (`gone`), or the version that it made.
 */
export type Written = { version: number } | "stale" | "gone";

/** The notebook of that id with all that is good of it; undefined if there is nothing. Several reads, one snapshot. */
export async function readNotebook(db: Database, id: string): Promise<Stored | undefined> {
  const raw = await readRecords(db, id);
  if (raw.header === undefined && raw.cells.length === 0) return undefined;
  const damaged: Damaged[] = [];
  const cells = goodOf<CellRecord>(raw.cells, "cell", "cells", damaged);
  const outputs = goodOf<OutputRecord>(raw.outputs, "outputs", "outputs", damaged);
  const good = parsed("header", raw.header);
  if (!good) damaged.push({ store: "notebooks", key: id, record: raw.header });
  const header = good ?? repairedHeader(id, raw.header, [...cells.keys()]);
  const bad = new Set(damaged.map(({ key }) => String(key)));
  for (const part of header.order)
    if (!cells.has(part) && !bad.has(String([id, part])))
      damaged.push({ store: "cells", key: [id, part], record: undefined });

  const order = header.order.filter((part) => cells.has(part));
  const bodies: { [part: string]: CellBody } = {};
  const runs: { [part: string]: Run } = {};
  for (const part of order) {
    bodies[part] = cells.get(part)!.body;
    const record = outputs.get(part);
    if (record) runs[part] = runOf(record);
  }
  const published = parsed("published", raw.published)?.texts ?? null;
  const desk: Desk = { fileName: header.fileName, frame: header.frame, order, cells: bodies, runs };
  return { header, desk, published, damaged };
}

/** The parts that another tab has written. */
export async function readParts(db: Database, id: string, cellIds: readonly string[], outputIds: readonly string[]) {
  const read = db.transaction(["notebooks", "cells", "outputs"]);
  const [header, cells, outputs] = await Promise.all([
    read.objectStore("notebooks").get(id),
    Promise.all(cellIds.map((part) => read.objectStore("cells").get([id, part]))),
    Promise.all(outputIds.map((part) => read.objectStore("outputs").get([id, part]))),
  ]);
  const bodies = cells.flatMap((raw) => parsed("cell", raw)?.body ?? []);
  const runs = Object.fromEntries(
    outputs.flatMap((raw) => {
      const record = parsed("outputs", raw);
      return record ? [[record.part, runOf(record)]] : [];
    }),
  );
  return { header: parsed("header", header), bodies, runs };
}

/** Puts a new notebook in. `stale` if it is a copy of a bundled notebook and there is one already. */
export async function createNotebook(
  db: Database,
  header: Header,
  desk: Desk,
  published: Texts | null,
): Promise<Written> {
  const stores = ["notebooks", "cells", "outputs", "published"] as const;
  return allOrNothing(db, stores, async (write) => {
    if (header.slug !== null) {
      const others = (await write.getAll("notebooks")) as Partial<Header>[];
      if (others.some(({ slug, deletedAt }) => slug === header.slug && deletedAt === null)) return "stale";
    }
    const { id, version } = header;
    for (const part of desk.order) {
      write.put("cells", { notebook: id, part, version, body: desk.cells[part]! });
      const run = desk.runs[part];
      if (!run) continue;
      const { outputs, executionCount } = run;
      write.put("outputs", { notebook: id, part, version, outputs, executionCount });
    }
    if (published) write.put("published", { notebook: id, texts: published });
    write.put("notebooks", { ...header, size: sizeOf(desk) });
    return { version };
  });
}

/**
 * Writes all of the changes or none, if `version` is the latest; a notebook in the trash comes out of it. `tab` is the
 * writer's name.
 */
export async function writeNotebook(
  db: Database,
  id: string,
  version: number,
  tab: string,
  changes: Changes,
  now: number,
): Promise<Written> {
  const stores = ["notebooks", "cells", "outputs"] as const;
  return allOrNothing(db, stores, async (write) => {
    const existing = await write.get("notebooks", id);
    if (!existing) return "gone";
    if (versionOf(existing) !== version) return "stale";
    const next = version + 1;
    for (const body of changes.cells) write.put("cells", { notebook: id, part: body.id, version: next, body });
    for (const { id: part, ...run } of changes.outputs)
      write.put("outputs", { notebook: id, part, version: next, ...run });
    for (const part of changes.goneCells) write.delete("cells", [id, part]);
    for (const part of changes.goneOutputs) write.delete("outputs", [id, part]);
    const { fileName, frame, order, language, size } = changes;
    const kept = parsed("header", existing) ?? { ...repairedHeader(id, existing, order), ...existing };
    const header = { ...kept, frame, order, language, size, version: next, changedAt: now, deletedAt: null, tab };
    write.put("notebooks", fileName === undefined ? header : { ...header, fileName });
    return { version: next };
  });
}

/** What a tab that is being closed has not written yet; one request that needs no answer, so that it comes through. */
export function leaveInJournal(
  db: Database,
  id: string,
  version: number,
  tab: string,
  changes: Changes,
  now: number,
): void {
  const write = db.transaction("journal", "readwrite", durable);
  write.done.catch(() => {}); // nobody is there to hear it
  void write.store.put({ notebook: id, part: tab, version, at: now, changes }).catch(() => {});
  write.commit();
}

/**
 * Carries out what closed tabs have left in the journal. What was left by the tab that wrote last is its next write;
 * what others left is given back, because it was written without having seen the latest.
 */
export async function settleJournal(db: Database, id: string, now: number): Promise<Changes[]> {
  const left = await db.getAll("journal", keysOf(id));
  const late: Changes[] = [];
  for (const raw of left) {
    const entry = parsed("journal", raw);
    if (!entry) continue; // stays where it is, for the download
    const header = (await db.get("notebooks", id)) as { version?: unknown; tab?: unknown } | undefined;
    const isNext = header !== undefined && (header.tab === entry.part || versionOf(header) === entry.version);
    if (isNext) await writeNotebook(db, id, versionOf(header), entry.part, entry.changes, now);
    else late.push(entry.changes);
    await allOrNothing(db, ["journal"], (write) => write.delete("journal", [id, entry.part]));
  }
  return late;
}

/** Keeps records that cannot be read where nothing writes over them, each once. */
export async function keepDamaged(db: Database, damaged: readonly Damaged[], now: number): Promise<void> {
  const found = damaged.filter(({ record }) => record !== undefined);
  if (found.length === 0) return;
  const kept = (await db.getAll("damaged")) as { store?: string; key?: string }[];
  const isKept = (one: Damaged) => kept.some(({ store, key }) => store === one.store && key === String(one.key));
  await allOrNothing(db, ["damaged"], (write) => {
    for (const { store, key, record } of found)
      if (!isKept({ store, key, record })) write.put("damaged", { store, key: String(key), record, at: now });
  });
}

export const versionOf = (raw: object): number => {
  const { version } = raw as { version?: unknown };
  return Number.isSafeInteger(version) ? (version as number) : 0;
};

const runOf = ({ outputs, executionCount }: OutputRecord): Run => ({ status: "saved", outputs, executionCount });

/** What can be said of a notebook whose own record is gone or broken: its cells, in any order that is still known. */
function repairedHeader(id: string, raw: unknown, cellIds: readonly string[]): Header {
  const { fileName, order, frame, ...rest } = (isJson(raw) ? raw : {}) as Partial<Header>;
  const known = Array.isArray(order) ? order.filter((part) => typeof part === "string") : [];
  const isNumber = (value: unknown): value is number => typeof value === "number";
  return {
    id,
    fileName: typeof fileName === "string" ? fileName : "recovered.ipynb",
    frame: isJson(frame) && isJson(frame.metadata) ? frame : { metadata: {}, nbformat: 4, nbformat_minor: 5 },
    order: [...known, ...cellIds.filter((part) => !known.includes(part))],
    version: versionOf(rest),
    createdAt: isNumber(rest.createdAt) ? rest.createdAt : 0,
    changedAt: isNumber(rest.changedAt) ? rest.changedAt : 0,
    deletedAt: isNumber(rest.deletedAt) ? rest.deletedAt : null,
    slug: null,
    language: rest.language === "zh" ? "zh" : "en",
    size: { text: 0, outputs: 0 },
  };
}

type Raw = { header: unknown; cells: unknown[]; outputs: unknown[]; published: unknown };

async function readRecords(db: Database, id: string): Promise<Raw> {
  try {
    const read = db.transaction(["notebooks", "cells", "outputs", "published"]);
    const [header, cells, outputs, published] = await Promise.all([
      read.objectStore("notebooks").get(id),
      read.objectStore("cells").getAll(keysOf(id)),
      read.objectStore("outputs").getAll(keysOf(id)),
      read.objectStore("published").get(id),
    ]);
    return { header, cells, outputs, published };
  } catch {
    return readOneByOne(db, id); // one record that the browser itself cannot read fails all of a reading
  }
}

async function readOneByOne(db: Database, id: string): Promise<Raw> {
  const one = (store: StoreName, key: IDBValidKey) => db.get(store, key as never).catch(() => ({ unreadable: true }));
  const all = async (store: "cells" | "outputs") => {
    const keys = await db.getAllKeys(store, keysOf(id));
    return Promise.all(keys.map(async (key) => ({ ...(await one(store, key)), notebook: key[0], part: key[1] })));
  };
  return {
    header: await one("notebooks", id),
    cells: await all("cells"),
    outputs: await all("outputs"),
    published: await one("published", id),
  };
}

/** The good records of a store by their part; the others go to `damaged`. */
function goodOf<T extends CellRecord | OutputRecord>(
  raws: readonly unknown[],
  kind: "cell" | "outputs",
  store: "cells" | "outputs",
  damaged: Damaged[],
): Map<string, T> {
  const good = new Map<string, T>();
  for (const raw of raws) {
    const record = parsed(kind, raw) as T | undefined;
    const { notebook, part } = raw as CellRecord;
    const isItself = !record || kind === "outputs" || (record as CellRecord).body.id === part;
    if (record && isItself) good.set(part, record);
    else damaged.push({ store, key: [notebook, part], record: raw });
  }
  return good;
}
