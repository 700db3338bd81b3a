import { useCallback, useEffect, useState } from "react";
import { StorageError, type StorageProblem } from "../library/database";
import { openLibrary, watchList } from "../library/library";
import type { Database } from "../library/schema";
import { emptyOldTrash, listNotebooks, type Shelf } from "../library/shelf";

/** The list of notebooks as it is now; undefined until it was read. `problem` says why it cannot be. */
export type Listed = { db?: Database; shelf?: Shelf; used?: { bytes: number; of: number }; problem?: StorageProblem };

/** The reader's notebooks, read again whenever somebody has changed the list. */
export function useShelf(): { listed: Listed; refresh: () => void } {
  const [listed, setListed] = useState<Listed>({});
  const refresh = useCallback(() => {
    read().then(setListed, (error) => setListed({ problem: error instanceof StorageError ? error.problem : "broken" }));
  }, []);

  useEffect(() => {
    refresh();
    void openLibrary()
      .then((db) => emptyOldTrash(db, Date.now()))
      .catch(() => {}); // next time
    const unwatch = watchList(refresh);
    const look = () => document.visibilityState === "visible" && refresh();
    document.addEventListener("visibilitychange", look);
    window.addEventListener("pageshow", look);
    return () => {
      unwatch();
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("pageshow", look);
    };
  }, [refresh]);

  return { listed, refresh };
}

async function read(): Promise<Listed> {
  const db = await openLibrary();
  const [shelf, estimate] = await Promise.all([
    listNotebooks(db),
    navigator.storage?.estimate?.().catch(() => undefined),
  ]);
  const used =
    estimate?.usage !== undefined && estimate.quota ? { bytes: estimate.usage, of: estimate.quota } : undefined;
  return { db, shelf, used };
}
