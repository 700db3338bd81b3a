"use client";

import { useRef, useState } from "react";
import { Icon } from "../Icon";
import { download } from "../notebook/disk";
import { useNotebook, useNotebookStore } from "../notebook/store";
import { useWords } from "../notebook/words";
import { type Language, say as sayIn } from "../text";
import styles from "./data.module.css";
import { limits, openingCode, sizeText } from "./names";
import type { DataProblem } from "./slice";

/** The panel of the notebook's data files: add, see, download, delete. */
export function DataFiles() {
  const say = useWords();
  const store = useNotebookStore();
  const files = useNotebook((state) => state.dataFiles);
  const loose = useNotebook((state) => state.looseFiles);
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const add = (list: FileList | null) => {
    if (list) void store.getState().addDataFiles([...list]);
  };
  const used = [...files.values()].reduce((sum, { content }) => sum + content.length, 0);
  const rows = [
    ...[...files.values()].map(({ name, content, by }) => ({
      name,
      bytes: content.length,
      note: by === "cell" ? say("dataByCell") : "",
    })),
    ...[...loose.values()].map(({ name, bytes }) => ({ name, bytes, note: say("dataNotKept") })),
  ].sort((a, b) => a.name.localeCompare(b.name));

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button does the same
    <div
      className={styles.panel}
      data-over={isOver || undefined}
      onDragEnter={() => setOver(true)}
      onDragLeave={(event) => !event.currentTarget.contains(event.relatedTarget as Node) && setOver(false)}
      onDrop={() => setOver(false)} // what is done with them: DropTarget
      data-drop="data"
    >
      <p className={styles.hint}>{say("dataHint")}</p>
      <div className={styles.add}>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          data-testid="data-input"
          onChange={(event) => {
            add(event.target.files);
            event.target.value = ""; // the same file may be chosen again
          }}
        />
        <button type="button" data-first onClick={() => input.current?.click()}>
          <Icon name="open" />
          {say("dataAdd")}
        </button>
        <span>{say("dataDrop")}</span>
      </div>
      <Notes />
      {rows.length > 0 && (
        <ul className={styles.files} aria-label={say("dataList")}>
          {rows.map((row) => (
            <FileRow key={row.name} {...row} />
          ))}
        </ul>
      )}
      {files.size > 0 && (
        <p className={styles.sum}>{say("dataSum", files.size, sizeText(used), sizeText(limits.notebookBytes))}</p>
      )}
    </div>
  );
}

function FileRow({ name, bytes, note }: { name: string; bytes: number; note: string }) {
  const say = useWords();
  const store = useNotebookStore();
  const { readDataFile, removeDataFile } = store.getState();
  const save = () =>
    readDataFile(name).then(
      (content) => download(content, name, "application/octet-stream"),
      () => {}, // the row goes by itself
    );
  return (
    <li className={styles.file}>
      <div className={styles.about}>
        <span className={styles.name} translate="no">
          {name}
        </span>
        <code className={styles.code} translate="no">
          {openingCode(name)}
        </code>
        <span className={styles.size}>
          {sizeText(bytes)}
          {note && ` · ${note}`}
        </span>
      </div>
      <button
        type="button"
        aria-label={say("dataDownload", name)}
        title={say("dataDownload", name)}
        onClick={() => void save()}
      >
        <Icon name="save" />
      </button>
      <button
        type="button"
        aria-label={say("dataRemove", name)}
        title={say("dataRemove", name)}
        onClick={() => removeDataFile(name)}
      >
        <Icon name="remove" />
      </button>
    </li>
  );
}

/** What the last step did, what can be taken back, and what did not go. */
function Notes() {
  const say = useWords();
  const store = useNotebookStore();
  const language = useNotebook((state) => state.language);
  const undo = useNotebook((state) => state.dataUndo);
  const problems = useNotebook((state) => state.dataProblems);
  const { undoDataFile } = store.getState();
  return (
    <>
      <div role="status">
        {undo && (
          <p className={styles.note}>
            <span>{say(undo.kind === "removed" ? "dataRemoved" : "dataReplaced", undo.file.name)}</span>
            <button type="button" onClick={undoDataFile}>
              {say("undo")}
            </button>
          </p>
        )}
      </div>
      <div role="alert">
        {problems.map((problem) => (
          <p key={`${problem.kind} ${problem.name}`} className={styles.note} data-problem>
            {sentence(problem, language)}
          </p>
        ))}
      </div>
    </>
  );
}

/** Rounded up, so that it never looks like what would still be allowed. */
const upwards = (bytes: number) => `${(Math.ceil(bytes / 1e5) / 10).toFixed(1)} MB`;

function sentence(problem: DataProblem, language: Language): string {
  const { name } = problem;
  switch (problem.kind) {
    case "tooLarge":
      return sayIn(language, "dataTooLarge", name, upwards(problem.bytes), sizeText(limits.fileBytes));
    case "full":
      return sayIn(language, "dataFull", name, sizeText(limits.notebookBytes));
    case "tooMany":
      return sayIn(language, "dataTooMany", name, limits.files);
    case "unreadable":
      return sayIn(language, "dataUnreadable", name);
    case "notStored":
      return sayIn(language, "dataNotStored", name);
    case "notWritten":
      return sayIn(language, "dataNotWritten", name);
  }
}
