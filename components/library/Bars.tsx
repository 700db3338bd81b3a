"use client";

import { type ReactNode, useState } from "react";
import { Icon, type IconName } from "../Icon";
import { NetworkBar } from "../network/NetworkBar";
import { download, saveFile } from "../notebook/disk";
import { useNotebook, useNotebookStore } from "../notebook/store";
import { useWords } from "../notebook/words";
import { NewVersion } from "../offline/NewVersion";
import { texts } from "../text";
import { hasNews } from "./acts";
import styles from "./library.module.css";
import { rawText } from "./raw";

/** What the reader should know of how the notebook is kept, in strips above the cells; they block nothing. */
export function LibraryBars() {
  return (
    <div className={styles.bars}>
      <ReaderBar />
      <UnsavedBar />
      <LeftOutBar />
      <NewsBar />
      <DamagedBar />
      <NewVersion />
      <NetworkBar />
    </div>
  );
}

/** The notebook is written in another tab. */
function ReaderBar() {
  const say = useWords();
  const isReader = useNotebook((state) => state.isReader && !state.linked);
  const keeper = useNotebook((state) => state.keeper);
  const [isAsking, setAsking] = useState(false);
  if (!isReader) return null;
  const takeOver = () => {
    setAsking(true);
    void keeper?.takeOver().finally(() => setAsking(false));
  };
  return (
    <Bar name="reader" icon="reader" role="status" words={say("readerBar")}>
      <button type="button" className={styles.button} data-main="true" aria-disabled={isAsking} onClick={takeOver}>
        {say("editHere")}
      </button>
    </Bar>
  );
}

function UnsavedBar() {
  const say = useWords();
  const store = useNotebookStore();
  const saving = useNotebook((state) => state.saving);
  const language = useNotebook((state) => state.language);
  if (saving.phase !== "unsaved") return null;
  return (
    <Bar name="unsaved" icon="error" role="alert" isProblem words={texts.unsavedBecause[saving.reason][language]}>
      <DownloadButton words={say("downloadNotebook")} act={() => void saveFile(store)} />
    </Bar>
  );
}

function LeftOutBar() {
  const say = useWords();
  const store = useNotebookStore();
  const count = useNotebook((state) => state.leftOut);
  if (count === 0) return null;
  return (
    <Bar name="left-out" icon="error" role="status" words={say("leftOut", count)}>
      <DownloadButton words={say("downloadNotebook")} act={() => void saveFile(store)} />
    </Bar>
  );
}

/** The bundled notebook's text has changed since the reader's copy was made. */
function NewsBar() {
  const say = useWords();
  const store = useNotebookStore();
  const isNews = useNotebook((state) => hasNews(state) && !state.isReader);
  if (!isNews) return null;
  return (
    <Bar name="news" icon="text" role="status" words={say("newsBar")}>
      <button type="button" className={styles.button} onClick={() => store.getState().openPanel("news")}>
        {say("showNews")}
      </button>
    </Bar>
  );
}

/** Some records of the notebook could not be read. */
function DamagedBar() {
  const say = useWords();
  const store = useNotebookStore();
  const damaged = useNotebook((state) => state.damaged);
  if (damaged.length === 0) return null;
  return (
    <Bar name="damaged" icon="error" role="alert" isProblem words={say("damagedBar", damaged.length)}>
      <DownloadButton
        words={say("downloadDamaged")}
        act={() => download(rawText(damaged), "damaged.json", "application/json")}
      />
      <button
        type="button"
        className={styles.button}
        aria-label={say("close")}
        title={say("close")}
        onClick={() => store.setState({ damaged: [] })}
      >
        <Icon name="close" />
      </button>
    </Bar>
  );
}

type BarProps = {
  name: string;
  icon: IconName;
  role: "status" | "alert";
  words: string;
  isProblem?: boolean;
  children?: ReactNode;
};

export function Bar({ name, icon, role, words, isProblem, children }: BarProps) {
  return (
    <div className={styles.bar} data-bar={name} data-problem={isProblem}>
      <Icon name={icon} />
      <p role={role}>{words}</p>
      <div className={styles.acts}>{children}</div>
    </div>
  );
}

function DownloadButton({ words, act }: { words: string; act: () => void }) {
  return (
    <button type="button" className={styles.button} onClick={act}>
      <Icon name="save" />
      {words}
    </button>
  );
}
