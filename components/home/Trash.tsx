"use client";

import { useState } from "react";
import type { Header } from "../library/records";
import { useNotebook } from "../notebook/store";
import { useWords, Words } from "../notebook/words";
import styles from "./Home.module.css";
import { shownTitle } from "./shownTitle";
import type { Act } from "./useActs";
import { whenText } from "./when";

/** What was deleted in the last 30 days. */
export function Trash({ trash, act }: { trash: readonly Header[]; act: Act }) {
  const say = useWords();
  const language = useNotebook((state) => state.language);
  const [asked, setAsked] = useState<string>();
  return (
    <details className={styles.trash}>
      <summary>
        <Words of="trash" parts={[trash.length]} />
      </summary>
      <p>
        <Words of="trashLead" />
      </p>
      <ul className={styles.list}>
        {trash.map((header) => (
          <li key={header.id} className={styles.row} data-notebook={header.id}>
            <div className={styles.about}>
              <strong>{shownTitle(header, language)}</strong>
              <p>
                <span>{say("cellCount", header.order.length)}</span>
                <span>{say("deletedWhen", whenText(header.deletedAt ?? 0, Date.now(), language))}</span>
              </p>
            </div>
            <div className={styles.begin}>
              <button type="button" className={styles.button} onClick={() => act.restore(header)}>
                {say("restoreNotebook")}
              </button>
              <button
                type="button"
                className={styles.button}
                data-danger={asked === header.id || undefined}
                onBlur={() => setAsked(undefined)}
                onClick={() => (asked === header.id ? act.purge(header) : setAsked(header.id))}
              >
                {say(asked === header.id ? "purgeAgain" : "purge")}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
