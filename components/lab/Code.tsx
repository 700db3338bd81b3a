"use client";

import type { CellLanguage } from "../../workers/protocol";
import { Coloured } from "../editor/StaticCode";
import { languageNames } from "../notebook/CellLanguage";
import { useNotebookStore } from "../notebook/store";
import { useWords } from "../notebook/words";
import { sayAll } from "../text";
import styles from "./lab.module.css";

/** A cell as it would be inserted, with the button that does so. */
export function Code({ name, language, source }: { name: string; language: CellLanguage; source: string }) {
  const say = useWords();
  const store = useNotebookStore();
  const insert = () => {
    const { active, order, insert, setCellLanguage, closePanel, announce } = store.getState();
    insert("below", active ?? order.at(-1) ?? null, "code", false, source);
    const id = store.getState().active;
    if (id) setCellLanguage(id, language);
    announce(sayAll("labInserted", name));
    if (matchMedia("(max-width: 760px)").matches) closePanel("side");
  };
  return (
    <div className={styles.code}>
      <h3>{say("labCell")}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls sideways must be reachable by keys */}
      <section className={styles.source} tabIndex={0} aria-label={say("labCell")}>
        <pre translate="no">
          <Coloured source={source} language={language} />
        </pre>
      </section>
      <button type="button" aria-label={say("labInsert", name, languageNames[language])} onClick={insert}>
        {say("labInsertShort")}
      </button>
    </div>
  );
}
