"use client";

import { useEffect, useRef } from "react";
import styles from "./Cell.module.css";
import { useNotebookStore } from "./store";
import { useWords } from "./words";

/** What `input()` asks, with a line for the answer. */
export function Question({ id, prompt }: { id: string; prompt: string }) {
  const store = useNotebookStore();
  const say = useWords();
  const line = useRef<HTMLInputElement>(null);
  useEffect(() => line.current?.focus(), []);
  return (
    <form
      className={styles.question}
      onSubmit={(event) => {
        event.preventDefault();
        store.getState().answer(id, line.current?.value ?? "");
      }}
    >
      <label>
        <span>{prompt}</span>
        <input ref={line} type="text" autoComplete="off" spellCheck={false} aria-label={prompt || say("answer")} />
      </label>
      <button type="submit">{say("send")}</button>
    </form>
  );
}
