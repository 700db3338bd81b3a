import { openDB } from "idb";
import { withCopy } from "./copy";
import { bringUp, type Database, databaseName, version } from "./schema";

/**
 * Why nothing can be kept. `closed`: the browser gives no storage (a private window, a setting). `newer`: the storage
 * was written by a later Sporebook. `waiting`: another tab holds an older one open. `broken`: anything else.
 */
export type StorageProblem = "closed" | "newer" | "waiting" | "broken";

/** The storage could not be opened, or was taken away. */
export class StorageError extends Error {
  override name = "StorageError";
  constructor(
    readonly problem: StorageProblem,
    cause?: unknown,
  ) {
    super(`storage: ${problem}`, { cause });
  }
}

/** How long other tabs may take to let an older version go, and how long a busy machine may take at all. */
const patienceMs = { withOthers: 4_000, inAll: 20_000 } as const;

/**
 * The database, in the newest version; an older one is brought up to it step by step, a newer one is left alone.
 * `onClosed` hears when a later Sporebook in another tab, or the browser, has taken it away.
 *
 * @throws {StorageError}
 */
export async function openDatabase(
  onClosed: (problem: StorageProblem) => void,
  name = databaseName,
): Promise<Database> {
  if (typeof indexedDB === "undefined") throw new StorageError("closed");
  const timers: ReturnType<typeof setTimeout>[] = [];
  let giveUp = (_after: number) => {};
  const tooLong = new Promise<never>((_, reject) => {
    giveUp = (after) => timers.push(setTimeout(() => reject(new StorageError("waiting")), after));
  });
  giveUp(patienceMs.inAll);
  // openDB itself throws where the browser forbids storage
  const opened = Promise.resolve().then(() =>
    openDB(name, version, {
      blocked: () => giveUp(patienceMs.withOthers),
      upgrade: (db, from, _, upgrade) => bringUp(db as unknown as Database, from, upgrade as never),
      blocking(_, __, event) {
        (event.target as IDBDatabase).close(); // else the other tab waits for this one
        onClosed("newer");
      },
      terminated: () => onClosed("broken"),
    }),
  ) as Promise<unknown> as Promise<Database>;
  try {
    const db = await Promise.race([opened, tooLong]);
    await withCopy(db);
    return db;
  } catch (error) {
    void opened.then((late) => late.close()).catch(() => {});
    throw asStorageError(error);
  } finally {
    timers.forEach(clearTimeout);
  }
}

/** What the browser's name for an error means for the reader. */
function asStorageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  const name = error instanceof Error ? error.name : "";
  if (name === "VersionError") return new StorageError("newer", error);
  const isClosed = name === "SecurityError" || name === "InvalidStateError" || name === "NotAllowedError";
  return new StorageError(isClosed ? "closed" : "broken", error);
}
