"use client";

import { Suspense, useEffect, useLayoutEffect, useRef } from "react";
import { Icon } from "../Icon";
import { useNotebook, useNotebookStore } from "../notebook/store";
import { useWords } from "../notebook/words";
import { type PanelKind, type PanelName, panelKinds } from "./names";
import styles from "./panel.module.css";
import { panels } from "./panels";

/**
 * A panel beside the cells, which stay in use. It takes the focus when it opens; Escape in it closes it and gives the
 * focus back. Content that wants the focus elsewhere marks that element with `data-first`.
 */
export function SidePanel({ name }: { name: PanelName }) {
  const { title, Content } = panels[name];
  const kind: PanelKind = panelKinds[name];
  const store = useNotebookStore();
  const say = useWords();
  const language = useNotebook((state) => state.language);
  const element = useRef<HTMLElement>(null);
  const close = () => store.getState().closePanel(kind);

  // told to the page's root, for which `:has` would be looked up again at each key that is typed
  useLayoutEffect(() => {
    if (kind !== "side") return;
    const { dataset } = document.documentElement;
    dataset.side = name;
    return () => {
      if (dataset.side === name) delete dataset.side;
    };
  }, [kind, name]);

  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    const panel = element.current;
    (panel?.querySelector<HTMLElement>("[data-first]") ?? panel)?.focus();
    return () => {
      const hasFocus = !document.activeElement || document.activeElement === document.body;
      if (hasFocus || panel?.contains(document.activeElement)) before?.focus();
    };
  }, []);

  return (
    <section
      ref={element}
      className={styles[kind]}
      data-panel={name}
      tabIndex={-1}
      aria-label={title[language]}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.nativeEvent.isComposing || event.defaultPrevented) return;
        event.preventDefault();
        close();
      }}
    >
      {kind === "side" && (
        <header className={styles.head}>
          <h2>{title[language]}</h2>
          <button type="button" aria-label={say("close")} title={say("close")} onClick={close}>
            <Icon name="close" />
          </button>
        </header>
      )}
      <Suspense>
        <Content />
      </Suspense>
    </section>
  );
}
