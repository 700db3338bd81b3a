"use client";

import { useMemo } from "react";
import { useNotebook, useNotebookStore } from "../notebook/store";
import { useWords } from "../notebook/words";
import { hasNews, settleNews, takeNews } from "./acts";
import { Difference } from "./Difference";
import styles from "./library.module.css";
import { isUntouched, textOf } from "./published";

/** What was published since the reader's copy began, cell by cell, and whether to take it. */
export function News() {
  const say = useWords();
  const store = useNotebookStore();
  const isOpen = useNotebook(hasNews);
  const bundled = useNotebook((state) => state.bundled);
  const published = useNotebook((state) => state.published);
  const language = useNotebook((state) => state.language);
  const cells = useNotebook((state) => state.cells);
  const before = useMemo(() => bundled && textOf(bundled.texts[language]), [bundled, language]);
  const after = useMemo(() => published && textOf(published.texts[language]), [published, language]);
  if (!isOpen || !bundled || !before || !after)
    return (
      <div className={styles.panel}>
        <p className={styles.hint}>{say("noNews")}</p>
      </div>
    );
  const close = () => store.getState().closePanel("side");
  const isEdited = (id: string) => cells[id] !== undefined && !isUntouched(cells[id], bundled.texts);
  return (
    <div className={styles.panel}>
      <p className={styles.hint}>{say("newsLead")}</p>
      <div className={styles.acts}>
        <button
          type="button"
          className={styles.button}
          data-main="true"
          onClick={() => {
            takeNews(store);
            close();
          }}
        >
          {say("takeNews")}
        </button>
        <button
          type="button"
          className={styles.button}
          onClick={() => {
            settleNews(store);
            close();
          }}
        >
          {say("leaveNews")}
        </button>
      </div>
      <Difference before={before} after={after} edited={isEdited} />
    </div>
  );
}
