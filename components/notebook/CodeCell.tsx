"use client";

import { memo, useMemo } from "react";
import { CodeEditor } from "../editor/CodeEditor";
import { OddNote } from "../editor/OddNote";
import { Icon } from "../Icon";
import { Sliders } from "../sliders/Sliders";
import styles from "./Cell.module.css";
import { LanguageMark } from "./CellLanguage";
import { CellOutput } from "./CellOutput";
import { helpFor } from "./cellHelp";
import { isFolded } from "./folds";
import { languageOf } from "./language";
import { RunNote } from "./RunNote";
import { isUnderWay } from "./runs";
import { useCell, useNotebook, useNotebookStore } from "./store";
import { textIdOf } from "./twin";
import { Unfold } from "./Unfold";
import { useWords } from "./words";

type Props = { id: string; label: string; isNear: boolean; isEditing: boolean; isStop: boolean };

/** Code, and under it, in the same frame, what it put out. */
export function CodeCell({ id, label, isNear, isEditing, isStop }: Props) {
  const store = useNotebookStore();
  const say = useWords();
  const source = useCell(id, (cell) => cell.source);
  const status = useNotebook((state) => state.runs[id]?.status ?? "never");
  const isBusy = useNotebook((state) => state.runs[id] !== undefined && isUnderWay(state.runs[id]));
  const language = useCell(id, (cell, state) => languageOf(cell, state.frame));
  const textId = useCell(id, (cell, state) => textIdOf(cell, state.frame));
  const focusTurn = useNotebook((state) => (state.editing === id ? state.focusTurn : 0));
  const isHidden = useCell(id, (cell) => isFolded(cell, "source"));
  const hasNumbers = useNotebook((state) => state.settings.lineNumbers);
  const theme = useNotebook((state) => state.look);
  const shown = useNotebook((state) => (state.shown?.id === id ? state.shown : null));
  const help = useMemo(() => helpFor(store, id), [store, id]);
  const { setSource, run: runCells, open, leave, setFold } = store.getState();

  return (
    <div className={styles.code} data-status={status}>
      <div className={styles.margin}>
        <RunNote id={id} isStop={isStop} />
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
        {isHidden ? (
          <Unfold words={firstLine(source)} isCode onClick={() => setFold([id], "source", false)} />
        ) : (
          <div className={styles.source}>
            {hasNumbers && <LineNumbers count={source.split("\n").length} />}
            <CodeEditor
              id={textId}
              value={source}
              onChange={(value) => setSource(id, value)}
              language={language}
              label={label}
              isEditing={isEditing}
              focusTurn={focusTurn}
              theme={theme}
              shown={shown}
              isNear={isNear}
              help={help}
              onFocus={() => open(id)}
              onLeave={leave}
            />
          </div>
        )}
        {!isHidden && <OddNote source={source} language={language} />}
        {isNear && !isHidden && <Sliders id={id} />}
        {isNear && <CellOutput id={id} />}
      </div>
    </div>
  );
}

/** Beside the code, a number for each line; code does not wrap, and all its lines are as high. */
const LineNumbers = memo(function LineNumbers({ count }: { count: number }) {
  return (
    <pre className={styles.numbers} aria-hidden="true">
      {Array.from({ length: count }, (_, index) => index + 1).join("\n")}
    </pre>
  );
});

/** The first line that says something, for hidden code. */
function firstLine(source: string): string {
  const lines = source.split("\n").filter((line) => line.trim() !== "");
  return `${lines[0] ?? ""}${lines.length > 1 ? " …" : ""}`;
}
