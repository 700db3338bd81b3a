"use client";

import { Suspense, useLayoutEffect, useRef } from "react";
import { Icon } from "../Icon";
import { useNotebook, useNotebookStore } from "../notebook/store";
import { useWords } from "../notebook/words";
import type { PanelName } from "./names";
import styles from "./panel.module.css";
import { panels } from "./panels";

/**
 * A panel over the page. The browser keeps the focus in it and gives it back afterwards; Escape closes. What is marked
 * `data-first` gets the focus, once the dialog is open: earlier, it would count as what had it before.
 */
export function Dialog({ name }: { name: PanelName }) {
  const { title, Content } = panels[name];
  const store = useNotebookStore();
  const say = useWords();
  const language = useNotebook((state) => state.language);
  const element = useRef<HTMLDialogElement>(null);
  const close = () => store.getState().closePanel("dialog");

  useLayoutEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>("[data-first]")?.focus();
    return () => dialog?.close(); // while it still stands in the page, so that the browser gives the focus back
  }, []);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside it closes, as Escape does
    <dialog
      ref={element}
      className={styles.dialog}
      data-panel={name}
      aria-label={title[language]}
      onClose={close}
      onClick={(event) => event.target === element.current && close()}
    >
      <div className={styles.inside}>
        <header className={styles.head}>
          <h2>{title[language]}</h2>
          <button type="button" aria-label={say("close")} title={say("close")} onClick={close}>
            <Icon name="close" />
          </button>
        </header>
        <Suspense>
          <Content />
        </Suspense>
      </div>
    </dialog>
  );
}
