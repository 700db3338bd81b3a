import type { IDBPTransaction, StoreNames } from "idb";
import type { Stores } from "./schema";

/** A write is on the disk itself before it counts: a power cut costs no more than a closed tab. */
export const durable = { durability: "strict" } as const;

type Write<N extends readonly StoreNames<Stores>[]> = IDBPTransaction<Stores, [...N], "readwrite">;

/**
 * Does `work` in a transaction of which all is kept or nothing. `work` puts the promises of its requests into `asked`
 * and awaits none but those of reads.
 *
 * @throws what made it fail; `QuotaExceededError` if there is no room
 */
export async function allOrNothing<N extends readonly StoreNames<Stores>[], T>(
  write: Write<N>,
  work: (write: Write<N>, asked: Promise<unknown>[]) => Promise<T>,
): Promise<T> {
  const asked: Promise<unknown>[] = [];
  try {
    const result = await work(write, asked);
    await Promise.all([...asked, write.done]);
    return result;
  } catch (error) {
    await Promise.allSettled([...asked.map((request) => request.catch(() => {})), aborted(write)]);
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
