"use client";

import { useEffect, useState } from "react";
import { useNotebook, useNotebookStore } from "../notebook/store";
import { useWords, Words } from "../notebook/words";
import styles from "./library.module.css";

/** Saving is mentioned only if it takes longer than this; it is under way at every keystroke. */
const quietMs = 1_000;

/** How safe the notebook is, in a word beside its name; a press shows its versions. */
export function SaveState() {
  const say = useWords();
  const store = useNotebookStore();
  const saving = useNotebook((state) => state.saving);
  const isReader = useNotebook((state) => state.isReader);
  const isSlow = useIsLasting(saving.phase === "saving");
  if (saving.phase === "untouched") return null;
  const isUnsaved = saving.phase === "unsaved";
  const words = isReader ? "readOnly" : isUnsaved ? "notSaved" : isSlow ? "savingNow" : "savedHere";
  return (
    <button
      type="button"
      className={styles.state}
      data-testid="save-state"
      data-phase={saving.phase}
      data-problem={isUnsaved || undefined}
      title={say("showVersions")}
      onClick={() => store.getState().togglePanel("versions")}
    >
      <Words of={words} />
    </button>
  );
}

/** Whether this has been so for a while. */
function useIsLasting(isSo: boolean): boolean {
  const [isLasting, setLasting] = useState(false);
  useEffect(() => {
    if (!isSo) return;
    const timer = setTimeout(() => setLasting(true), quietMs);
    return () => {
      clearTimeout(timer);
      setLasting(false);
    };
  }, [isSo]);
  return isSo && isLasting;
}
