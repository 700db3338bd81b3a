"use client";

import { useEffect, useState } from "react";
import { texts } from "../text";
import styles from "./Cell.module.css";
import type { Run } from "./runs";
import { useNotebook } from "./store";
import { InLanguage, useWords } from "./words";

/** Beside a cell: its count in brackets, and in words how its latest run went and how long it took. */
export function RunNote({ run }: { run: Run | undefined }) {
  const say = useWords();
  const session = useNotebook((state) => state.session);
  const time = useDuration();
  const elapsed = useClock(run?.status === "running" ? run.startedAt : undefined);
  if (!run) return <span className={styles.note} />;

  const isEarlier = run.session !== undefined && run.session !== session && run.status !== "queued";
  const count = run.status === "running" || run.status === "queued" ? "*" : (run.executionCount ?? " ");
  return (
    <span className={styles.note} data-status={run.status}>
      {run.status !== "saved" && (
        <span className={styles.count} title={run.executionCount ? say("count", run.executionCount) : undefined}>
          [{count}]
        </span>
      )}
      <span className={styles.status} data-testid="run-status">
        {run.status === "ok" && run.durationMs !== undefined ? (
          time(run.durationMs)
        ) : (
          <InLanguage of={texts.runStatus[run.status]} />
        )}
        {elapsed !== null && elapsed >= 1_000 && ` ${time(Math.floor(elapsed / 1_000) * 1_000)}`}
      </span>
      {isEarlier && <span className={styles.status}>{say("earlierSession")}</span>}
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
