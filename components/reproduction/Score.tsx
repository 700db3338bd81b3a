"use client";

import { Icon } from "../Icon";
import { useNotebook, useNotebookStore } from "../notebook/store";
import { useWords, Words } from "../notebook/words";
import { texts } from "../text";
import styles from "./reproduction.module.css";
import { expectedIn, reproducedIn, reproductionOf, scoreOf } from "./standing";

const parts = ["text", "ulp", "structure", "different", "notRun"] as const;

/** How many of the cells with an expected output have come again; a press goes to the next one that has not. */
export function Score() {
  const say = useWords();
  const store = useNotebookStore();
  const language = useNotebook((state) => state.language);
  const counts = useNotebook((state) => parts.map((part) => scoreOf(state)[part]).join(" "));
  const [text, ulp, structure, different, notRun] = counts.split(" ").map(Number) as [number, ...number[]];
  const score = { text, ulp: ulp!, structure: structure!, different: different!, notRun: notRun! };
  const all = expectedIn(score);
  if (all === 0) return null;
  const done = reproducedIn(score);
  const list = parts
    .filter((part) => score[part] > 0)
    .map((part) => say("scoreParts", texts.grade[part][language], score[part]))
    .join(language === "zh" ? "，" : ", ");

  const go = () => {
    const state = store.getState();
    const from = state.order.indexOf(state.active ?? "") + 1;
    const isOpen = (id: string) =>
      ["different", "notRun"].includes(reproductionOf(state.cells[id]!, state.runs[id])?.grade ?? "");
    const next = [...state.order.slice(from), ...state.order.slice(0, from)].find(isOpen);
    if (next !== undefined) state.goTo(next);
  };
  return (
    <button
      type="button"
      className={styles.score}
      data-testid="score"
      data-state={score.different > 0 ? "different" : done === all ? "whole" : undefined}
      title={done < all ? say("scoreGo", list) : say("scoreWhole", list)}
      aria-disabled={done === all || undefined}
      onClick={go}
    >
      <Icon name={score.different > 0 ? "differs" : done === all ? "check" : "waiting"} />
      <Words of="score" parts={[done, all]} />
    </button>
  );
}
