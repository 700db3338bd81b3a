"use client";

import { useState } from "react";
import { useWords } from "../notebook/words";
import styles from "./lens.module.css";
import { Note } from "./Note";
import type { Trouble } from "./useAnswer";

type Props = {
  /** What the cursor stands on; spoken when it moves. */
  words: string;
  /** What stands there before anything is pointed at. */
  hint?: string;
  note?: Trouble;
  /** What is copied, if anything can be. */
  copied?(): string;
};

/** The line below a table or a picture: the element at the cursor, exactly. */
export function Readout({ words, hint, note, copied }: Props) {
  const say = useWords();
  const [isCopied, setCopied] = useState(false);
  return (
    <div className={styles.readout}>
      <output aria-live="polite" translate={words ? "no" : undefined} data-lens="readout">
        {words || <span className={styles.hint}>{hint}</span>}
      </output>
      {note && <Note trouble={note} />}
      {copied && (
        <button
          type="button"
          className={styles.button}
          onBlur={() => setCopied(false)}
          onClick={() =>
            void navigator.clipboard.writeText(copied()).then(
              () => setCopied(true),
              () => {},
            )
          }
        >
          <span role="status">{say(isCopied ? "lensCopied" : "lensCopy")}</span>
        </button>
      )}
    </div>
  );
}
