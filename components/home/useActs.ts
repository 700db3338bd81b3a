import { useMemo, useState } from "react";
import type { Header } from "../library/records";
import type { Database } from "../library/schema";
import {
  duplicateNotebook,
  fileNameOf,
  purgeNotebook,
  renameNotebook,
  restoreNotebook,
  trashNotebook,
} from "../library/shelf";

/** What can be done to a notebook of the list. */
export type Act = {
  rename(header: Header, title: string): void;
  duplicate(header: Header, title: string): void;
  trash(header: Header): void;
  restore(header: Header): void;
  purge(header: Header): void;
};

/** The acts, each followed by a look at the list; `undo` is what was put into the trash last. */
export function useActs(db: Database | undefined, refresh: () => void) {
  const [undo, setUndo] = useState<Header>();
  const [hasFailed, setFailed] = useState(false);
  const act = useMemo((): Act => {
    const carryOut = (work: (db: Database) => Promise<unknown>, after?: Header) => {
      setFailed(false);
      if (!db) return setFailed(true);
      work(db)
        .then(() => setUndo(after))
        .catch(() => setFailed(true))
        .finally(refresh);
    };
    return {
      rename: ({ id }, title) => carryOut((db) => renameNotebook(db, id, fileNameOf(title))),
      duplicate: ({ id }, title) => carryOut((db) => duplicateNotebook(db, id, fileNameOf(title), Date.now())),
      trash: (header) => carryOut((db) => trashNotebook(db, header.id, Date.now()), header),
      restore: ({ id }) => carryOut((db) => restoreNotebook(db, id)),
      purge: ({ id }) => carryOut((db) => purgeNotebook(db, id)),
    };
  }, [db, refresh]);
  const forget = () => {
    setUndo(undefined);
    setFailed(false);
  };
  return { act, undo, hasFailed, forget };
}
