"use client";

import { useEffect, useState } from "react";
import { momentText, whenText } from "../home/when";
import { writeNotebook } from "../notebook/background";
import { download } from "../notebook/disk";
import { useNotebook, useNotebookStore } from "../notebook/store";
import { useWords } from "../notebook/words";
import { texts } from "../text";
import { restore } from "./acts";
import { Difference } from "./Difference";
import styles from "./library.module.css";
import type { Revision } from "./records";
import { type Kept, listRevisions, notebookOfKept, readRevision } from "./revisions";
import { titleOf } from "./shelf";

type Chosen = { revision: Revision; kept: Kept | null };

/** The notebook's versions: what each differs in from now, and the way back to it. */
export function Versions() {
  const say = useWords();
  const language = useNotebook((state) => state.language);
  const { revisions, read } = useVersions();
  const [chosen, setChosen] = useState<Chosen>();
  if (!revisions) return null;
  if (revisions.length === 0)
    return (
      <div className={styles.panel}>
        <p className={styles.hint}>{say("noVersions")}</p>
      </div>
    );
  const open = (revision: Revision) => {
    if (chosen?.revision.part === revision.part) return setChosen(undefined);
    read(revision).then(
      (kept) => setChosen({ revision, kept }),
      () => setChosen({ revision, kept: null }),
    );
  };
  return (
    <div className={styles.panel}>
      <p className={styles.hint}>{say("versionsLead")}</p>
      <ol className={styles.versions}>
        {revisions.map((revision) => {
          const isOpen = chosen?.revision.part === revision.part;
          return (
            <li key={revision.part} data-version={revision.why}>
              <button type="button" aria-expanded={isOpen} onClick={() => open(revision)}>
                <time dateTime={new Date(revision.at).toISOString()} title={momentText(revision.at, language)}>
                  {whenText(revision.at, Date.now(), language)}
                </time>
                <span>{texts.versionBecause[revision.why][language]}</span>
              </button>
              {isOpen && chosen && <Version chosen={chosen} />}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function Version({ chosen: { revision, kept } }: { chosen: Chosen }) {
  const say = useWords();
  const store = useNotebookStore();
  const order = useNotebook((state) => state.order);
  const cells = useNotebook((state) => state.cells);
  const isReader = useNotebook((state) => state.isReader);
  if (!kept) return <p role="alert">{say("versionUnreadable")}</p>;
  const save = async () => {
    const name = `${titleOf(kept.fileName)} ${new Date(revision.at).toISOString().slice(0, 16).replace(/[T:]/g, ".")}.ipynb`;
    download(await writeNotebook(notebookOfKept(kept)), name, "application/x-ipynb+json");
  };
  return (
    <div className={styles.version}>
      <p className={styles.hint}>{say("sinceThen")}</p>
      <Difference before={kept} after={{ order, cells }} />
      <div className={styles.acts}>
        {!isReader && (
          <button type="button" className={styles.button} data-main="true" onClick={() => restore(store, kept)}>
            {say("restoreVersion")}
          </button>
        )}
        <button type="button" className={styles.button} onClick={() => void save()}>
          {say("downloadVersion")}
        </button>
      </div>
    </div>
  );
}

/** The versions, read again after every write. */
function useVersions() {
  const id = useNotebook((state) => state.notebookId);
  const db = useNotebook((state) => state.keeper?.database);
  const phase = useNotebook((state) => state.saving.phase);
  const [revisions, setRevisions] = useState<Revision[]>();
  useEffect(() => {
    if (!db || id === null) return setRevisions([]);
    if (phase === "saving") return;
    let isWanted = true;
    listRevisions(db, id).then(
      (all) => isWanted && setRevisions(all),
      () => isWanted && setRevisions([]),
    );
    return () => {
      isWanted = false;
    };
  }, [db, id, phase]);
  const read = (revision: Revision) => (db ? readRevision(db, revision) : Promise.reject(new Error("no storage")));
  return { revisions, read };
}
