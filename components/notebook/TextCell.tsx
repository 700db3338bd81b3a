"use client";

import { lazy, type MouseEvent, Suspense, useRef } from "react";
import { CodeEditor } from "../editor/CodeEditor";
import { Icon } from "../Icon";
import { Failsafe } from "../output/Failsafe";
import { langOf } from "../text/proseLanguage";
import { goToAnchor } from "./anchors";
import type { SetProse } from "./Cell";
import styles from "./Cell.module.css";
import type { Json } from "./nbformat";
import { isCollapsed, levelOf, sectionOf } from "./sections";
import { useCell, useNotebook, useNotebookStore } from "./store";
import { Unfold } from "./Unfold";
import { usePictures } from "./usePictures";
import { InLanguage, useWords } from "./words";

// the tutorial comes set; what sets other texts is loaded with the first of them
const Prose = lazy(() => import("../markdown/Prose").then(({ Prose }) => ({ default: Prose })));

type Props = { id: string; label: string; isNear: boolean; isEditing: boolean; prose: SetProse };

/** Prose, or while it is edited the Markdown that it is made of. */
export function TextCell({ id, label, isNear, isEditing, prose }: Props) {
  const store = useNotebookStore();
  const say = useWords();
  const cell = useCell(id, (cell) => cell);
  const focusTurn = useNotebook((state) => (state.editing === id ? state.focusTurn : 0));
  const theme = useNotebook((state) => state.look);
  const shown = useNotebook((state) => (state.shown?.id === id ? state.shown : null));
  const { setSource, open, leave, edit } = store.getState();

  const frame = useRef<HTMLDivElement>(null);
  usePictures(frame, id, isEditing && cell.cell_type === "markdown");

  /** A link to a heading of the notebook goes there and leaves the address alone, which names the notebook. */
  const onClick = (event: MouseEvent) => {
    const href = (event.target as Element).closest("a[href^='#']")?.getAttribute("href");
    if (!href || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    goToAnchor(store, href);
  };

  if (isEditing || cell.cell_type === "raw")
    return (
      <div ref={frame} className={styles.text} data-takes-pictures={cell.cell_type === "markdown" || undefined}>
        <div className={styles.frame}>
          <CodeEditor
            id={id}
            value={cell.source}
            onChange={(value) => setSource(id, value)}
            language="markdown"
            label={label}
            isEditing={isEditing}
            focusTurn={focusTurn}
            theme={theme}
            shown={shown}
            isNear={isNear}
            onFocus={() => open(id)}
            onLeave={leave}
          />
        </div>
      </div>
    );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter on the cell does the same
    // biome-ignore lint/a11y/useKeyWithClickEvents: links are followed by Enter, which is a click
    <div className={styles.text} onDoubleClick={() => edit(id)} onClick={onClick}>
      <SectionFold id={id} />
      {cell.source.trim() === "" ? (
        <p className={styles.empty}>{say("emptyText")}</p>
      ) : !isNear ? (
        <AsWritten source={cell.source} />
      ) : (
        <SetOrFresh id={id} source={cell.source} attachments={cell.attachments as Json | undefined} prose={prose} />
      )}
      <FoldedSection id={id} />
    </div>
  );
}

/** Before a heading: folds its section. */
function SectionFold({ id }: { id: string }) {
  const store = useNotebookStore();
  const say = useWords();
  const isHeading = useCell(id, (cell) => levelOf(cell) !== undefined);
  const isOpen = useCell(id, (cell) => !isCollapsed(cell));
  if (!isHeading) return null;
  return (
    <button
      type="button"
      className={styles.section}
      tabIndex={-1}
      aria-expanded={isOpen}
      aria-label={say("section")}
      title={say(isOpen ? "hideSection" : "showSection")}
      onClick={() => store.getState().toggleFold([id], "section")}
    >
      <Icon name={isOpen ? "fold" : "unfold"} />
    </button>
  );
}

/** Below the heading of a folded section: how much is folded. */
function FoldedSection({ id }: { id: string }) {
  const store = useNotebookStore();
  const say = useWords();
  const hidden = useCell(id, (cell, state) => (isCollapsed(cell) ? sectionOf(state, id).length : null));
  if (hidden === null) return null;
  return <Unfold words={say("hiddenCells", hidden)} onClick={() => store.getState().setFold([id], "section", false)} />;
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
    <Failsafe key={source} fallback={<AsWritten source={source} />}>
      <Suspense fallback={<AsWritten source={source} />}>
        <Prose source={source} attachments={attachments} />
      </Suspense>
    </Failsafe>
  );
}

function AsWritten({ source }: { source: string }) {
  const language = useNotebook((state) => state.language);
  return (
    <p className={styles.plain} lang={langOf(source, language)}>
      {source}
    </p>
  );
}
