"use client";

import { CodeEditor } from "../editor/CodeEditor";
import { Icon } from "../Icon";
import { Outputs } from "../output/Outputs";
import styles from "./Cell.module.css";
import { LanguageMark } from "./CellLanguage";
import { languageOf } from "./language";
import { Question } from "./Question";
import { RunNote } from "./RunNote";
import { isUnderWay } from "./runs";
import { useNotebook, useNotebookStore } from "./store";
import { useWords } from "./words";

type Props = { id: string; label: string; isEditing: boolean; isStop: boolean };

/** Code, and under it, in the same frame, what it put out. */
export function CodeCell({ id, label, isEditing, isStop }: Props) {
  const store = useNotebookStore();
  const say = useWords();
  const source = useNotebook((state) => state.cells[id]!.source);
  const run = useNotebook((state) => state.runs[id]);
  const language = useNotebook((state) => languageOf(state.cells[id]!, state.frame));
  const focusTurn = useNotebook((state) => (state.editing === id ? state.focusTurn : 0));
  const theme = useNotebook((state) => state.look);
  const { setSource, run: runCells, open, leave } = store.getState();
  const isBusy = run !== undefined && isUnderWay(run);
  const isLost = run?.status === "lost";

  return (
    <div className={styles.code} data-status={run?.status}>
      <div className={styles.margin}>
        <RunNote run={run} />
        <button
          type="button"
          className={styles.run}
          tabIndex={isStop ? 0 : -1}
          title={say("runCell")}
          aria-label={`${say("runCell")}: ${label}`}
          aria-disabled={isBusy}
          onClick={() => runCells([id])}
        >
          <Icon name="run" />
        </button>
      </div>
      <div className={styles.frame}>
        <LanguageMark id={id} />
        <CodeEditor
          id={id}
          value={source}
          onChange={(value) => setSource(id, value)}
          language={language}
          label={say("editorHint", label)}
          isEditing={isEditing}
          focusTurn={focusTurn}
          theme={theme}
          onFocus={() => open(id)}
          onLeave={leave}
        />
        {run && (run.outputs.length > 0 || run.question !== undefined || isLost) && (
          <div className={styles.output} data-output data-stale={run.status === "queued" || undefined}>
            <Outputs outputs={run.outputs} />
            {isLost && <p className={styles.lost}>{say("lostWords")}</p>}
            {run.question !== undefined && <Question id={id} prompt={run.question} />}
          </div>
        )}
      </div>
    </div>
  );
}
