"use client";

import { useEffect, useRef, useState } from "react";
import { Icon } from "../Icon";
import type { Header } from "../library/records";
import { lineWith, readTexts } from "../library/shelf";
import { useNewNotebook } from "../library/useNewNotebook";
import { notebookFiles, openFile } from "../notebook/disk";
import { useNotebook, useNotebookStore } from "../notebook/store";
import { useWords, Words } from "../notebook/words";
import { texts } from "../text";
import { DropFile } from "./DropFile";
import styles from "./Home.module.css";
import { Row } from "./Row";
import { shownTitle } from "./shownTitle";
import { Trash } from "./Trash";
import { type Act, useActs } from "./useActs";
import type { Listed } from "./useShelf";

/** The reader's notebooks, and what can be done with them. */
export function OwnList({ listed, refresh }: { listed: Listed; refresh: () => void }) {
  const language = useNotebook((state) => state.language);
  const { act, undo, hasFailed, forget } = useActs(listed.db, refresh);
  const [words, setWords] = useState("");
  const found = useFound(listed, words.trim());
  const { shelf, problem } = listed;
  return (
    <section aria-labelledby="own-title">
      <div className={styles.heading}>
        <h2 id="own-title">
          <Words of="ownTitle" />
        </h2>
        <Begin />
      </div>
      {problem && (
        <p className={styles.problem} role="alert">
          {texts.unsavedBecause[problem][language]}
        </p>
      )}
      {shelf && shelf.notebooks.length > 3 && <Search words={words} setWords={setWords} count={found.length} />}
      {shelf && shelf.notebooks.length === 0 && (
        <p className={styles.empty}>
          <Words of="noNotebooks" />
        </p>
      )}
      {found.length > 0 && (
        <ul className={styles.list}>
          {found.map(({ header, line }) => (
            <Row key={header.id} header={header} line={line} isPrimary={isPrimary(header, listed)} act={act} />
          ))}
        </ul>
      )}
      {shelf && shelf.notebooks.length > 0 && found.length === 0 && (
        <p className={styles.empty}>
          <Words of="nothingFound" parts={[words]} />
        </p>
      )}
      {shelf && shelf.trash.length > 0 && <Trash trash={shelf.trash} act={act} />}
      <Undo undo={undo} act={act} forget={forget} hasFailed={hasFailed} />
      <DropFile />
    </section>
  );
}

/** A copy that the bundled notebook's own address opens. */
const isPrimary = (header: Header, { shelf }: Listed) =>
  header.slug !== null && shelf?.notebooks.find(({ slug }) => slug === header.slug) === header;

/** A new notebook, or one from a file. */
function Begin() {
  const say = useWords();
  const store = useNotebookStore();
  const create = useNewNotebook();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.begin}>
      <input
        ref={input}
        type="file"
        accept={notebookFiles}
        hidden
        aria-label={say("open")}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = ""; // the same file may be chosen again
          if (file) void openFile(store, file, create);
        }}
      />
      <button type="button" className={styles.button} onClick={() => input.current?.click()}>
        <Icon name="open" />
        <Words of="open" />
      </button>
      <button type="button" className={styles.button} data-main="true" onClick={() => void create()}>
        <Words of="newNotebook" />
      </button>
    </div>
  );
}

function Search({ words, setWords, count }: { words: string; setWords: (words: string) => void; count: number }) {
  const say = useWords();
  return (
    <div className={styles.search}>
      <input
        type="search"
        value={words}
        placeholder={say("searchNotebooks")}
        aria-label={say("searchNotebooks")}
        onChange={(event) => setWords(event.target.value)}
      />
      <span role="status">{words.trim() !== "" && say("found", count)}</span>
    </div>
  );
}

/** The notebooks whose name or text holds the words; with the line that does, if it is not the name. */
function useFound({ db, shelf }: Listed, words: string): { header: Header; line?: string }[] {
  const language = useNotebook((state) => state.language);
  const [cells, setCells] = useState<Map<string, string[]>>();
  const isSearching = words !== "";
  useEffect(() => {
    if (!isSearching || !db || !shelf) return;
    let isWanted = true;
    readTexts(db).then(
      (texts) => isWanted && setCells(texts),
      () => {}, // names are searched all the same
    );
    return () => {
      isWanted = false;
    };
  }, [isSearching, db, shelf]);
  if (!shelf) return [];
  if (!isSearching) return shelf.notebooks.map((header) => ({ header }));
  return shelf.notebooks.flatMap((header) => {
    if (shownTitle(header, language).toLowerCase().includes(words.toLowerCase())) return [{ header }];
    const line = lineWith(cells?.get(header.id) ?? [], words);
    return line === undefined ? [] : [{ header, line }];
  });
}

type UndoProps = { undo: Header | undefined; act: Act; forget: () => void; hasFailed: boolean };

/** What was just deleted, with a way back. */
function Undo({ undo, act, forget, hasFailed }: UndoProps) {
  const say = useWords();
  const language = useNotebook((state) => state.language);
  return (
    <div className={styles.notice} role="status">
      {(undo || hasFailed) && (
        <div className={styles.message}>
          <p>{hasFailed ? say("notDone") : undo && say("deletedNotebook", shownTitle(undo, language))}</p>
          {undo && !hasFailed && (
            <button type="button" className={styles.button} data-main="true" onClick={() => act.restore(undo)}>
              {say("undo")}
            </button>
          )}
          <button
            type="button"
            className={styles.button}
            aria-label={say("close")}
            title={say("close")}
            onClick={forget}
          >
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}
