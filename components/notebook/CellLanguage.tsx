"use client";

import type { CellLanguage } from "../../workers/protocol";
import styles from "./CellLanguage.module.css";
import { languageOf } from "./language";
import { useCell, useNotebookStore } from "./store";
import { otherLanguage } from "./twin";
import { useWords } from "./words";

export const languageNames: { readonly [L in CellLanguage]: string } = { python: "Python", typescript: "TypeScript" };

const useLanguage = (id: string) => useCell(id, (cell, state) => languageOf(cell, state.frame));

/** Among a code cell's tools: what it is written in; a press changes it. */
export function LanguageTool({ id, isStop }: { id: string; isStop: boolean }) {
  const store = useNotebookStore();
  const say = useWords();
  const language = useLanguage(id);
  const other = otherLanguage[language];
  const label = say("cellLanguage", languageNames[language], languageNames[other]);
  return (
    <button
      type="button"
      className={styles.tool}
      tabIndex={isStop ? 0 : -1}
      title={label}
      aria-label={label}
      onClick={() => store.getState().setCellLanguage(id, other)}
    >
      {languageNames[language]}
    </button>
  );
}

/** In the corner of a TypeScript cell, while its tools stand back: what it is written in. Most cells are Python and say nothing. */
export function LanguageMark({ id }: { id: string }) {
  const language = useLanguage(id);
  if (language === "python") return null;
  return (
    <span className={styles.mark} aria-hidden="true" data-language-mark>
      {languageNames[language]}
    </span>
  );
}
