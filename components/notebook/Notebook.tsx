"use client";

import { type KeyboardEvent, useEffect, useRef } from "react";
import { texts } from "../text";
import { Cell, type SetProse } from "./Cell";
import { carryOut } from "./commands";
import { DropTarget } from "./DropTarget";
import { saveFile } from "./disk";
import { EmptyNotebook, EndTools } from "./EndTools";
import { KeyHelp } from "./KeyHelp";
import { chordOf, keyReader } from "./keys";
import { Masthead } from "./Masthead";
import styles from "./Notebook.module.css";
import { NoticeBar } from "./NoticeBar";
import { type NotebookStore, StoreContext, useNotebook, useNotebookStore } from "./store";
import { Toolbar } from "./Toolbar";
import { useReader } from "./useReader";
import { InLanguage, useWords } from "./words";

/** The whole page: what stands above the notebook, its cells, and what the page has to say. */
export function Notebook({ store, prose }: { store: NotebookStore; prose: SetProse }) {
  return (
    <StoreContext value={store}>
      <Page prose={prose} />
    </StoreContext>
  );
}

function Page({ prose }: { prose: SetProse }) {
  useReader();
  return (
    <>
      <a className={styles.skip} href="#notebook">
        <InLanguage of={texts.skip} />
      </a>
      <Masthead />
      <Toolbar />
      <NoticeBar />
      <CellList prose={prose} />
      <KeyHelp />
      <DropTarget />
    </>
  );
}

function CellList({ prose }: { prose: SetProse }) {
  const say = useWords();
  const order = useNotebook((state) => state.order);
  const onKeyDown = useKeys();
  return (
    <main id="notebook" className={styles.main} tabIndex={-1}>
      <ol className={styles.cells} aria-label={say("notebook")} onKeyDownCapture={onKeyDown}>
        {order.map((id, index) => (
          <Cell key={id} id={id} number={index + 1} prose={prose} />
        ))}
      </ol>
      {order.length === 0 ? <EmptyNotebook /> : <EndTools />}
    </main>
  );
}

/** The cells' keys; Jupyter's, while a cell has the focus or its editor has it. */
function useKeys() {
  const store = useNotebookStore();
  const read = useRef(keyReader());
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (chordOf(event) !== "Mod+S") return;
      event.preventDefault();
      void saveFile(store);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [store]);

  return (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const target = event.target as HTMLElement;
    const place = target.hasAttribute("data-cell") ? "cell" : "editor";
    const command = read.current(event, place, event.timeStamp);
    // Escape in an editor is the editor's own: it may have something to close there
    if (!command || command === "save" || command === "leave") return;
    if (target.closest("form")) return;
    if (carryOut(command, store)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
}
