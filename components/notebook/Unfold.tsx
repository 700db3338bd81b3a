"use client";

import { Icon } from "../Icon";
import styles from "./Cell.module.css";
import { useWords } from "./words";

/** Stands where something is hidden; a press shows it. `isCode`: the words are code. */
export function Unfold({ words, isCode, onClick }: { words: string; isCode?: boolean; onClick(): void }) {
  const say = useWords();
  return (
    <button type="button" className={styles.unfold} data-code={isCode} title={say("show")} onClick={onClick}>
      <Icon name="unfold" />
      <span>{words}</span>
    </button>
  );
}
