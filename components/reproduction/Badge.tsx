"use client";

import { useRef } from "react";
import { Icon, type IconName } from "../Icon";
import { useCell, useNotebook, useNotebookStore } from "../notebook/store";
import { InLanguage } from "../notebook/words";
import { texts } from "../text";
import type { Grade } from "./grade";
import styles from "./reproduction.module.css";
import { reproductionOf } from "./standing";

const shapes: { readonly [G in Grade | "notRun"]: IconName } = {
  text: "check",
  ulp: "about",
  structure: "structure",
  different: "differs",
  notRun: "waiting",
};

/**
 * How the cell's output stands to the expected one. It stands in the margin beside the cell's frame, where no output can
 * draw. While a cell runs, the grade of its last run stays.
 */
export function Badge({ id, isStop }: { id: string; isStop: boolean }) {
  const store = useNotebookStore();
  const language = useNotebook((state) => state.language);
  const found = useCell(id, (cell, { runs }) => reproductionOf(cell, runs[id])?.grade ?? null);
  const last = useRef<Grade | "notRun">("notRun");
  if (found === null) return null;
  if (found !== "pending") last.current = found;
  const grade = last.current;
  const words = texts.gradeWords[grade][language];
  return (
    <button
      type="button"
      className={styles.badge}
      data-testid="badge"
      data-grade={grade}
      data-pending={found === "pending" || undefined}
      tabIndex={isStop ? 0 : -1}
      title={words}
      onClick={() => store.getState().compare(id)}
    >
      <Icon name={shapes[grade]} />
      <span>
        <InLanguage of={texts.grade[grade]} />
      </span>
      <span className={styles.unseen}> {texts.compareOutput[language]}</span>
    </button>
  );
}
