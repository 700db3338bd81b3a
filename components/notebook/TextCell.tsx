"use client";

import { lazy, Suspense } from "react";
import { CodeEditor } from "../editor/CodeEditor";
import type { SetProse } from "./Cell";
import styles from "./Cell.module.css";
import type { Json } from "./nbformat";
import { useNotebook, useNotebookStore } from "./store";
import { InLanguage, useWords } from "./words";

// the tutorial comes set; what sets other texts is loaded with the first of them
const Prose = lazy(() => import("../markdown/Prose").then(({ Prose }) => ({ default: Prose })));

type Props = { id: string; label: string; isEditing: boolean; prose: SetProse };

/** Prose, or while it is edited the Markdown that it is made of. */
export function TextCell({ id, label, isEditing, prose }: Props) {
  const store = useNotebookStore();
  const say = useWords();
  const cell = useNotebook((state) => state.cells[id]!);
  const focusTurn = useNotebook((state) => (state.editing === id ? state.focusTurn : 0));
  const theme = useNotebook((state) => state.look);
  const { setSource, open, leave, edit } = store.getState();

  if (isEditing || cell.cell_type === "raw")
    return (
      <div className={styles.text}>
        <div className={styles.frame}>
          <CodeEditor
            id={id}
            value={cell.source}
            onChange={(value) => setSource(id, value)}
            language="markdown"
            label={say("editorHint", label)}
            isEditing={isEditing}
            focusTurn={focusTurn}
            theme={theme}
            onFocus={() => open(id)}
            onLeave={leave}
          />
        </div>
      </div>
    );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter on the cell does the same
    <div className={styles.text} onDoubleClick={() => edit(id)}>
      {cell.source.trim() === "" ? (
        <p className={styles.empty}>{say("emptyText")}</p>
      ) : (
        <SetOrFresh id={id} source={cell.source} attachments={cell.attachments as Json | undefined} prose={prose} />
      )}
    </div>
  );
}

type ProseProps = { id: string; source: string; attachments?: Json; prose: SetProse };

function SetOrFresh({ id, source, attachments, prose }: ProseProps) {
  const published = useNotebook((state) => state.published);
  const language = useNotebook((state) => state.language);
  const isSettled = useNotebook((state) => state.isSettled);
  const isSet = published?.texts[language].cells.some((cell) => cell.id === id && cell.source === source);
  if (isSet && !isSettled) return <InLanguage as="div" of={{ zh: prose.zh[id], en: prose.en[id] }} />;
  if (isSet) return prose[language][id];
  return (
    <Suspense fallback={<p className={styles.plain}>{source}</p>}>
      <Prose source={source} attachments={attachments} />
    </Suspense>
  );
}
