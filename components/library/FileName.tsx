"use client";

import { useEffect, useState } from "react";
import { useNotebook, useNotebookStore } from "../notebook/store";
import { InLanguage, useWords } from "../notebook/words";
import { bundledName, bundledNotebooks } from "./bundled";
import styles from "./library.module.css";
import { NameField } from "./NameField";
import { SaveState } from "./SaveState";
import { fileNameOf, titleOf } from "./shelf";

/** The notebook's file name, which a press lets one change, and how safe the notebook is. */
export function FileName({ className }: { className?: string }) {
  const say = useWords();
  const store = useNotebookStore();
  const name = useNotebook((state) => state.fileName);
  const isReader = useNotebook((state) => state.isReader);
  const slug = usePublishedName();
  const [isNaming, setNaming] = useState(false);
  usePageTitle();
  return (
    <p className={className}>
      {isNaming ? (
        <NameField
          className={styles.name}
          title={titleOf(name)}
          done={() => setNaming(false)}
          rename={(title) => store.setState({ fileName: fileNameOf(title), edited: true })}
        />
      ) : (
        <button
          type="button"
          className={styles.rename}
          title={isReader ? undefined : say("rename", titleOf(name))}
          aria-disabled={isReader}
          onClick={() => setNaming(!isReader)}
        >
          <span data-testid="file-name">
            <InLanguage
              of={slug ? { zh: bundledName(slug, "zh"), en: bundledName(slug, "en") } : { zh: name, en: name }}
            />
          </span>
        </button>
      )}
      <SaveState />
    </p>
  );
}

/** The bundled notebook whose name this copy has, until it gets another. */
const usePublishedName = () =>
  useNotebook(({ bundled, fileName, language }) =>
    bundled && fileName === bundledName(bundled.slug, language) ? bundled.slug : null,
  );

/** Names the browser's tab after the notebook, in the reader's language. */
function usePageTitle(): void {
  const name = useNotebook((state) => state.fileName);
  const language = useNotebook((state) => state.language);
  const isSettled = useNotebook((state) => state.isSettled);
  const slug = usePublishedName();
  useEffect(() => {
    if (!isSettled) return;
    const title = bundledNotebooks.find((row) => row.slug === slug)?.title[language] ?? titleOf(name);
    const wanted = `${title} · Sporebook`;
    const tell = () => {
      if (document.title !== wanted) document.title = wanted;
    };
    tell();
    const watching = new MutationObserver(tell); // the route's own title may come after this one
    watching.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => watching.disconnect();
  }, [isSettled, name, language, slug]);
}
