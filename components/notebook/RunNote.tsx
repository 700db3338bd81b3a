"use client";

import { useEffect, useState } from "react";
import { Icon, type IconName } from "../Icon";
import { Badge } from "../reproduction/Badge";
import { texts } from "../text";
import styles from "./Cell.module.css";
import type { RunStatus } from "./runs";
import { type Standing, standingOf } from "./standing";
import { useNotebook } from "./store";
import { InLanguage, useWords } from "./words";

const shapes: { readonly [S in RunStatus]?: IconName } = {
  queued: "waiting",
  running: "busy",
  error: "error",
  interrupted: "stop",
  lost: "dead",
};

/** What is to be said of a run beside how it ended. */
const notes = { edited: "edit", behind: "changed", earlier: "restart" } as const satisfies {
  [S in Standing]?: IconName;
};

/** Beside a cell, by a shape and in words: its count in brackets, how its latest run went, and whether that still holds. */
export function RunNote({ id, isStop }: { id: string; isStop: boolean }) {
  const say = useWords();
  const run = useNotebook((state) => state.runs[id]);
  const standing = useNotebook((state) => standingOf(state, id));
  const language = useNotebook((state) => state.language);
  const isLinked = useNotebook((state) => state.linked !== null);
  const time = useDuration();
  const elapsed = useClock(run?.status === "running" ? run.startedAt : undefined);
  if (!run)
    return (
      <span className={styles.note} data-status="never">
        <span className={styles.count} role="img" aria-label={say("neverRun")} title={say("neverRun")}>
          [ ]
        </span>
        <Badge id={id} isStop={isStop} />
      </span>
    );

  const { status } = run;
  const note = standing in notes ? (standing as keyof typeof notes) : null;
  const count = status === "running" || status === "queued" ? "*" : (run.executionCount ?? " ");
  const took = status === "ok" && run.durationMs !== undefined ? time(run.durationMs) : null;
  return (
    <span className={styles.note} data-status={status}>
      {status !== "saved" && (
        <span className={styles.count} title={run.executionCount ? say("count", run.executionCount) : undefined}>
          [{count}]
        </span>
      )}
      {!(note && status === "ok") && (
        <span
          className={styles.status}
          data-testid="run-status"
          title={isLinked && status === "saved" ? texts.notRunHere[language] : undefined}
        >
          {shapes[status] && <Icon name={shapes[status]} />}
          {took ?? <InLanguage of={isLinked && status === "saved" ? texts.authorsOutput : texts.runStatus[status]} />}
          {elapsed !== null && elapsed >= 1_000 && ` ${time(Math.floor(elapsed / 1_000) * 1_000)}`}
        </span>
      )}
      {note && (
        <span
          className={styles.status}
          data-testid="run-standing"
          data-standing={note}
          title={[texts.standingWords[note][language], took].filter(Boolean).join(" ")}
        >
          <Icon name={notes[note]} />
          {texts.standing[note][language]}
          <span className={styles.unseen}> {texts.standingWords[note][language]}</span>
        </span>
      )}
      <Badge id={id} isStop={isStop} />
    </span>
  );
}

/** Words for a time in milliseconds. */
function useDuration(): (ms: number) => string {
  const say = useWords();
  return (ms) => {
    if (ms < 999.5) return say("milliseconds", ms < 10 ? ms.toFixed(1) : ms.toFixed(0));
    if (ms < 60_000) return say("seconds", ms % 1_000 === 0 ? String(ms / 1_000) : (ms / 1_000).toFixed(1));
    return say("minutes", Math.floor(ms / 60_000), Math.floor((ms % 60_000) / 1_000));
  };
}

/** Milliseconds since `start`, once a second, while there is a start. */
function useClock(start: number | undefined): number | null {
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (start === undefined) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [start]);
  return start === undefined ? null : now - start;
}
