"use client";

import { Icon } from "../Icon";
import { useWords } from "../notebook/words";
import type { EditorLanguage } from "./colours";
import styles from "./editor.module.css";
import { type Odd, oddIn } from "./odd";

/** More of them are only counted. */
const told = 6;

/** Below code that holds characters which are not what they seem: which ones, where, and what they do. */
export function OddNote({ source, language }: { source: string; language: EditorLanguage }) {
  const say = useWords();
  const odd = oddIn(source, language);
  if (odd.length === 0) return null;
  const line = ({ start }: Odd) => source.slice(0, start).split("\n").length;
  const words = {
    bidi: ({ code }: Odd) => say("oddBidi", code),
    unseen: ({ code }: Odd) => say("oddUnseen", code),
    lookalike: ({ code, like = "" }: Odd) => say("oddLookalike", code, like),
  };
  return (
    <div className={styles.odd} data-testid="odd-note" role="note">
      <Icon name="error" />
      <div>
        <p>{say("oddLead", odd.length)}</p>
        <ul>
          {odd.slice(0, told).map((each) => (
            <li key={each.start}>{`${say("oddLine", line(each))} ${words[each.kind](each)}`}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
