"use client";

import { useEffect } from "react";
import { type Language, say } from "../text";
import styles from "./Notebook.module.css";
import type { Run } from "./runs";
import { type NotebookState, useNotebook, useNotebookStore } from "./store";

/** Says to those who hear the page how runs ended: one sentence when all that was asked for has ended. */
export function Announcer() {
  const store = useNotebookStore();
  const language = useNotebook((state) => state.language);
  const said = useNotebook((state) => state.said);

  useEffect(() => {
    let ran: string[] = [];
    let asked = new Set<string>();
    return store.subscribe((state, before) => {
      if (state.queue === before.queue && state.running === before.running) return;
      for (const id of state.queue) asked.add(id);
      if (state.running !== null && state.running !== before.running) ran.push(state.running);
      if (state.running !== null || state.queue.length > 0 || ran.length === 0) return;
      const words = { en: summary(state, ran, asked, "en"), zh: summary(state, ran, asked, "zh") };
      ran = [];
      asked = new Set();
      state.announce(words);
    });
  }, [store]);

  return (
    <p className={styles.unseen} role="status" data-testid="announcer">
      {said && <span key={said.turn}>{said.words[language]}</span>}
    </p>
  );
}

/** One sentence on the last that ran; how many there were, if all went well; how many were not run, if not. */
function summary(state: NotebookState, ran: readonly string[], asked: ReadonlySet<string>, language: Language): string {
  const last = ran.at(-1)!;
  const run: Run | undefined = state.runs[last];
  const number = state.order.indexOf(last) + 1;
  const notRun = [...asked].filter((id) => state.runs[id]?.status === "notRun").length;
  const rest = notRun > 0 ? say(language, "saidNotRun", notRun) : "";
  switch (run?.status) {
    case "ok": {
      const seconds = say(language, "seconds", ((run.durationMs ?? 0) / 1_000).toFixed(1));
      return (
        (ran.length > 1 ? say(language, "saidAllDone", ran.length) : say(language, "saidDone", number, seconds)) + rest
      );
    }
    case "error":
      return say(language, "saidError", number, errorName(run)) + rest;
    case "interrupted":
      return say(language, "saidStopped", number) + rest;
    default:
      return say(language, "saidLost", number) + rest;
  }
}

function errorName({ outputs }: Run): string {
  const last = outputs.findLast((output) => output.output_type === "error");
  return last?.output_type === "error" ? last.ename : "";
}
