import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from "idb";
import type { RawRecord } from "./records";

export const databaseName = "sporebook";

/** A notebook's id, then what tells its records apart; all of a notebook's are within `keysOf`. */
type Key = [notebook: string, part: string];

/** The stores. What they hold is parsed when it is read (records.ts); here it is only something with a key. */
export interface Stores extends DBSchema {
  /** One a notebook: its name, its metadata, the order of its cells. */
  notebooks: { key: string; value: RawRecord };
  /** One a cell, without its outputs. */
  cells: { key: Key; value: RawRecord };
  /** One a cell that has any. */
  outputs: { key: Key; value: RawRecord };
  /** What a tab had not yet saved when it was closed, by the tab's name. */
  journal: { key: Key; value: RawRecord };
  /** The published text that a copy of a bundled notebook began with; one a copy. */
  published: { key: string; value: RawRecord };
  /** What is known of a version without reading it; the second part of its key is when it was kept, sortable. */
  revisions: { key: Key; value: RawRecord };
  revisionTexts: { key: Key; value: RawRecord };
  /** Records that could not be read, as they were found. */
  damaged: { key: number; value: RawRecord };
  /** Data files of a notebook, by name: [notebook, name]; they go and come with their notebook. */
  files: { key: Key; value: RawRecord };
  /** One record, if all that belongs here has come here: what tells a storage from the beginnings of one (copy.ts). */
  whole: { key: number; value: RawRecord };
}
export type StoreName = StoreNames<Stores>;
export type Database = IDBPDatabase<Stores>;
type Upgrade = IDBPTransaction<Stores, StoreName[], "versionchange">;

const byPart = { keyPath: ["notebook", "part"] };

/** How the database came to be: step n makes version n of version n − 1. Steps are only ever added. */
export const steps: readonly ((db: Database, upgrade: Upgrade) => void | Promise<void>)[] = [
  (db) => {
    db.createObjectStore("notebooks", { keyPath: "id" });
    db.createObjectStore("cells", byPart);
    db.createObjectStore("outputs", byPart);
    db.createObjectStore("journal", byPart);
  },
  (db) => {
    db.createObjectStore("published", { keyPath: "notebook" });
    db.createObjectStore("revisions", byPart);
    db.createObjectStore("revisionTexts", byPart);
  },
  (db) => {
    db.createObjectStore("damaged", { autoIncrement: true });
    db.createObjectStore("files", byPart);
  },
  (db) => {
    db.createObjectStore("whole", { keyPath: "id" });
  },
];
export const version = steps.length;

/** Brings a database up to the newest version, within the transaction for that. */
export async function bringUp(db: Database, from: number, upgrade: Upgrade): Promise<void> {
  for (const step of steps.slice(from)) await step(db, upgrade);
}

/** Every key of a notebook's records in the stores that hold many. */
export const keysOf = (notebook: string) => IDBKeyRange.bound([notebook], [notebook, []]);
