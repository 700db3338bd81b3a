import type { IDBPTransaction, StoreKey, StoreNames, StoreValue } from "idb";
import { copyOf, type Step } from "./copy";
import type { Database, Stores } from "./schema";

/** A write is on the disk itself before it counts: a power cut costs no more than a closed tab. */
export const durable = { durability: "strict" } as const;

type Write<N extends readonly StoreNames<Stores>[]> = IDBPTransaction<Stores, [...N], "readwrite">;

/** What work in a transaction asks for. It awaits nothing but reads. */
export class Change<N extends readonly StoreNames<Stores>[]> {
  readonly asked: Promise<unknown>[] = [];
  readonly steps: Step[] = [];

  constructor(private readonly write: Write<N>) {}

  get<S extends N[number]>(store: S, key: StoreKey<Stores, S>): Promise<StoreValue<Stores, S> | undefined> {
    return this.write.objectStore(store).get(key);
  }

  getAll<S extends N[number]>(store: S): Promise<StoreValue<Stores, S>[]> {
    return this.write.objectStore(store).getAll();
  }

  put<S extends N[number]>(store: S, value: StoreValue<Stores, S>): void {
    this.asked.push(this.write.objectStore(store).put(value));
    this.steps.push({ store, value });
  }

  delete<S extends N[number]>(store: S, key: StoreKey<Stores, S> | IDBKeyRange): void {
    this.asked.push(this.write.objectStore(store).delete(key));
    this.steps.push({ store, key });
  }
}

/**
 * Does `work` in a transaction of which all is kept or nothing, and then in the storage's copy.
 *
 * @throws what made it fail; `QuotaExceededError` if there is no room
 */
export async function allOrNothing<const N extends readonly StoreNames<Stores>[], T>(
  db: Database,
  stores: N,
  work: (write: Change<N>) => T | Promise<T>,
): Promise<T> {
  const write = db.transaction([...stores], "readwrite", durable) as unknown as Write<N>;
  const change = new Change(write);
  try {
    const result = await work(change);
    await Promise.all([...change.asked, write.done]);
    copyOf(db)?.follow(change.steps);
    return result;
  } catch (error) {
    await Promise.allSettled([...change.asked.map((request) => request.catch(() => {})), aborted(write)]);
    throw error;
  }
}

/** Without this, what was asked before an error would be kept. */
function aborted<N extends readonly StoreNames<Stores>[]>(write: Write<N>): Promise<void> {
  try {
    write.abort();
  } catch {
    // it has ended already
  }
  return write.done.catch(() => {});
}
