"use client";

import Link from "next/link";
import { useRef } from "react";
import { DownloadMenu } from "../export/DownloadMenu";
import { Icon } from "../Icon";
import { Logo } from "../Logo";
import { FileName } from "../library/FileName";
import { useNewNotebook } from "../library/useNewNotebook";
import { Score } from "../reproduction/Score";
import { languages, texts } from "../text";
import { notebookFiles, openFile } from "./disk";
import styles from "./Notebook.module.css";
import type { Theme } from "./page";
import { useNotebook, useNotebookStore } from "./store";
import { useWords, Words } from "./words";

/** Name of the site, the reader's choices, and the file. */
export function Masthead() {
  return (
    <header className={styles.masthead}>
      <div className={styles.line}>
        <p className={styles.brand}>
          <Link href="/" prefetch={false}>
            <Logo />
            <span>Sporebook</span>
          </Link>
        </p>
        <Choices />
      </div>
      <FileLine />
    </header>
  );
}

/** The reader's choices, which hold on every page. */
export function Choices() {
  return (
    <div className={styles.choices}>
      <LanguageSwitch />
      <ThemeSwitch />
    </div>
  );
}

function LanguageSwitch() {
  const say = useWords();
  const language = useNotebook((state) => state.language);
  const isSettled = useNotebook((state) => state.isSettled);
  const store = useNotebookStore();
  return (
    <fieldset className={styles.switch}>
      <legend>{say("language")}</legend>
      {(["zh", "en"] as const).map((each) => (
        <button
          key={each}
          type="button"
          lang={languages[each]}
          data-choice={each}
          aria-pressed={isSettled ? language === each : undefined}
          onClick={() => store.getState().setLanguage(each)}
        >
          {each === "zh" ? "中文" : "English"}
        </button>
      ))}
    </fieldset>
  );
}

function ThemeSwitch() {
  const say = useWords();
  const language = useNotebook((state) => state.language);
  const theme = useNotebook((state) => state.theme);
  const isSettled = useNotebook((state) => state.isSettled);
  const store = useNotebookStore();
  return (
    <fieldset className={styles.switch}>
      <legend>{say("theme")}</legend>
      {(["auto", "light", "dark"] as const satisfies Theme[]).map((each) => (
        <button
          key={each}
          type="button"
          data-choice={each}
          aria-label={texts.themes[each][language]}
          title={texts.themes[each][language]}
          aria-pressed={isSettled ? theme === each : undefined}
          onClick={() => store.getState().setTheme(each)}
        >
          <Icon name={each} />
        </button>
      ))}
    </fieldset>
  );
}

/** Opens the panel of the data files; says how many there are. */
function DataButton() {
  const store = useNotebookStore();
  const count = useNotebook((state) => state.dataFiles.size + state.looseFiles.size);
  const isOpen = useNotebook((state) => state.panels.side === "data");
  return (
    <button
      type="button"
      className={styles.button}
      aria-expanded={isOpen}
      onClick={() => store.getState().togglePanel("data")}
    >
      <Icon name="data" />
      <Words of="dataFiles" />
      {count > 0 && <span className={styles.number}>{count}</span>}
    </button>
  );
}

function FileLine() {
  const say = useWords();
  const store = useNotebookStore();
  const input = useRef<HTMLInputElement>(null);
  const create = useNewNotebook();
  return (
    <section className={styles.line} aria-label={say("file")}>
      <div className={styles.head}>
        <FileName className={styles.fileName} />
        <Score />
      </div>
      <div className={styles.files}>
        <input
          ref={input}
          type="file"
          accept={notebookFiles}
          hidden
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
        <DownloadMenu className={styles.button} />
        <button type="button" className={styles.button} onClick={() => store.getState().openPanel("share")}>
          <Icon name="link" />
          <Words of="share" />
        </button>
        <DataButton />
        <button type="button" className={styles.button} onClick={() => create()}>
          <Words of="newNotebook" />
        </button>
      </div>
    </section>
  );
}
