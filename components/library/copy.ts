import { wrap } from "idb";
import type { RawRecord } from "./records";
import { bringUp, type Database, databaseName, type StoreName, version } from "./schema";

/*
 * A second copy of the storage, in a bucket of its own, and the way back from it.
 *
 * Chromium keeps all databases of a site in one log. A process that is killed amid a write leaves a torn record at the
 * log's end; the next one writes on behind it; the one after that cannot read the log, and removes every database of the
 * site without a word (Chromium 156; e2e/torn.spec.ts tears a log). A bucket has a log of its own, so both would have to
 * be torn at once. Browsers without buckets keep their databases in SQLite, which has no such fault.
 */

/** One step of a write. */
export type Step = { store: StoreName; value: RawRecord } | { store: StoreName; key: IDBValidKey | IDBKeyRange };

type Buckets = { open(name: string, options: object): Promise<{ indexedDB: IDBFactory }> };

const bucketName = "copy";
/** Who holds it may write to the copy, or to a storage that is being brought back. */
const writing = "sporebook copy";
/** Who holds it fills a new copy. */
const filling = "sporebook copy, from the beginning";
const patienceMs = 4_000;
const recordsAtOnce = 20;
const relaxed = { durability: "relaxed" } as const;

const whole: RawRecord = { id: 1 };
const isWhole = async (db: Database) => (await db.count("whole")) > 0;

const copies = new WeakMap<Database, Copy>();

/** The copy that follows this storage, where the browser can have one. */
export const copyOf = (db: Database): Copy | undefined => copies.get(db);

/**
 * Gives the storage its copy. One that the browser has lost is brought back from it first; a copy that is missing is made
 * in the background.
 *
 * @throws what keeps a lost storage from being written anew
 */
export async function withCopy(db: Database): Promise<void> {
  const { storageBuckets, locks } = (globalThis.navigator ?? {}) as { storageBuckets?: Buckets; locks?: LockManager };
  if (!storageBuckets || !locks) return;
  const copy = new Copy(db, openCopy(storageBuckets), locks);
  copies.set(db, copy);
  if (!(await isWhole(db))) await copy.bringBack();
  copy.fill().catch(() => {}); // the next visit does it
}

class Copy {
  #isBehind = false; // something could not be written to it

  constructor(
    private readonly db: Database,
    private readonly opened: Promise<Database | null>,
    private readonly locks: LockManager,
  ) {}

  /** Does the same in the copy; what fails there costs the storage nothing. */
  follow(steps: readonly Step[]): void {
    if (steps.length > 0) this.#write((copy) => carryOut(copy, steps)).catch(() => {});
  }

  /** A storage without its mark is new, or was lost: what the copy has goes into it. */
  async bringBack(): Promise<void> {
    await this.locks.request(writing, async () => {
      if (await isWhole(this.db)) return; // another tab has done it
      const copy = await this.opened;
      if (copy && (await isWhole(copy))) await pour(copy, this.db, (work) => work());
      await this.db.put("whole", whole);
    });
  }

  /** Makes the copy, if there is none yet or it has been left behind. */
  async fill(): Promise<void> {
    await this.locks.request(filling, { ifAvailable: true }, async (lock) => {
      const copy = await this.opened;
      if (!lock || !copy || (await isWhole(copy).catch(() => true))) return;
      await this.#write(async () => {
        for (const store of copy.objectStoreNames) await copy.clear(store);
      });
      await pour(this.db, copy, (work) => this.#write(work)).catch(() => {
        this.#isBehind = true; // the storage could not be read: next time
      });
      await this.#write(() => copy.put("whole", whole));
    });
  }

  /** One write at a time, over all tabs, in the order in which the storage was written. */
  async #write(work: (copy: Database) => Promise<unknown>): Promise<void> {
    const copy = await this.opened;
    if (!copy) return;
    await this.locks.request(writing, async () => {
      if (this.#isBehind) return;
      try {
        await work(copy);
      } catch {
        this.#isBehind = true; // no room, most likely: the next visit makes it anew
        await copy.clear("whole").catch(() => {});
      }
    });
  }
}

async function openCopy(buckets: Buckets): Promise<Database | null> {
  const tooLong = new Promise<null>((resolve) => setTimeout(() => resolve(null), patienceMs));
  const opened = (async () => {
    const { indexedDB } = await buckets.open(bucketName, relaxed);
    const request = indexedDB.open(databaseName, version);
    request.onupgradeneeded = ({ oldVersion }) =>
      void bringUp(wrap(request.result) as never, oldVersion, wrap(request.transaction!) as never);
    const db = (await wrap(request)) as unknown as Database;
    db.onversionchange = () => db.close(); // a later Sporebook in another tab
    return db;
  })();
  return Promise.race([opened, tooLong]).catch(() => null);
}

async function carryOut(copy: Database, steps: readonly Step[]): Promise<void> {
  const stores = [...new Set(steps.map(({ store }) => store))];
  const write = copy.transaction(stores, "readwrite", relaxed);
  const asked = steps.map((step) => {
    const store = write.objectStore(step.store);
    return "value" in step ? store.put(step.value) : store.delete(step.key as IDBKeyRange);
  });
  await Promise.all([...asked, write.done]);
}

/** All records of one storage into the other, a few at a time, each few as `run` has it. */
async function pour(from: Database, to: Database, run: (work: () => Promise<void>) => Promise<void>): Promise<void> {
  const stores = [...from.objectStoreNames].filter((store) => store !== "whole");
  for (const store of stores) {
    const keys = await from.getAllKeys(store);
    for (let first = 0; first < keys.length; first += recordsAtOnce)
      await run(async () => {
        const some = keys.slice(first, first + recordsAtOnce);
        // one that the browser cannot read stays behind
        const records = await Promise.all(some.map((key) => from.get(store, key as never).catch(() => undefined)));
        const write = to.transaction(store, "readwrite", relaxed);
        const asked = records.flatMap((record, index) => {
          if (record === undefined) return [];
          return write.store.put(record, write.store.keyPath === null ? (some[index] as never) : undefined);
        });
        await Promise.all([...asked, write.done]);
      });
  }
}
