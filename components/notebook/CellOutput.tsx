"use client";

import { useMemo } from "react";
import { LensPlace } from "../lens/place";
import { Outputs } from "../output/Outputs";
import styles from "./Cell.module.css";
import { isFolded } from "./folds";
import { Question } from "./Question";
import { useCell, useNotebook, useNotebookStore } from "./store";
import { Unfold } from "./Unfold";
import { useWords } from "./words";

/** What a cell put out, or that it is hidden; what it asks is always there. Drawn anew while the code stands still. */
export function CellOutput({ id }: { id: string }) {
  const store = useNotebookStore();
  const say = useWords();
  const run = useNotebook((state) => state.runs[id]);
  const isHidden = useCell(id, (cell) => isFolded(cell, "outputs"));
  const isLive = useNotebook((state) => state.runs[id]?.session === state.session);
  const place = useMemo(() => ({ name: `cell/${id}`, isLive }), [id, isLive]);
  const isSliding = useNotebook((state) => state.sliding === id);
  if (!run) return null;
  const { outputs, question, status } = run;
  const isLost = status === "lost";
  const isShown = !isHidden && outputs.length > 0;
  return (
    <>
      {isHidden && outputs.length > 0 && (
        <Unfold words={say("outputHidden")} onClick={() => store.getState().setFold([id], "outputs", false)} />
      )}
      {(isShown || question !== undefined || isLost) && (
        <div className={styles.output} data-output data-stale={(status === "queued" && !isSliding) || undefined}>
          {isShown && (
            <LensPlace value={place}>
              <Outputs outputs={outputs} session={run.session} />
            </LensPlace>
          )}
          {isLost && <p className={styles.lost}>{say("lostWords")}</p>}
          {question !== undefined && <Question id={id} prompt={question} />}
        </div>
      )}
    </>
  );
}
