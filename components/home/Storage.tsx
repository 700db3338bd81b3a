"use client";

import { useState } from "react";
import { sizeText } from "../data/names";
import { Icon } from "../Icon";
import type { Database } from "../library/schema";
import { download } from "../notebook/disk";
import { useWords } from "../notebook/words";
import styles from "./Home.module.css";
import type { Listed } from "./useShelf";

/** How much is kept, and all of it as one file. */
export function Storage({ listed: { db, shelf, used } }: { listed: Listed }) {
  const say = useWords();
  const [state, setState] = useState<"still" | "busy" | "failed">("still");
  if (!db || !shelf) return null;
  const hasAny = shelf.notebooks.length + shelf.trash.length + shelf.damaged.length > 0;
  const run = () => {
    setState("busy");
    exportAll(db).then(
      () => setState("still"),
      () => setState("failed"),
    );
  };
  return (
    <>
      {used && <span>{say("storageUsed", sizeText(used.bytes), sizeText(used.of))}</span>}
      {shelf.damaged.length > 0 && (
        <span className={styles.problem}>
          {say("storageDamaged", shelf.damaged.length)}{" "}
          {shelf.damaged.map(({ key }) => (
            <a key={String(key)} href={`${process.env.BASE_PATH ?? ""}/notebook/#${String(key)}`}>
              {say("openDamaged")}
            </a>
          ))}
        </span>
      )}
      {hasAny && (
        <button type="button" className={styles.button} aria-disabled={state === "busy"} onClick={run}>
          <Icon name="save" />
          {say(state === "busy" ? "exporting" : "exportAll")}
        </button>
      )}
      {state === "failed" && (
        <span className={styles.problem} role="alert">
          {say("exportFailed")}
        </span>
      )}
    </>
  );
}

async function exportAll(db: Database): Promise<void> {
  const { archive } = await import("../library/archive");
  const day = new Date().toISOString().slice(0, 10);
  download(await archive(db), `sporebook-${day}.zip`, "application/zip");
}
