"use client";

import { Icon } from "../Icon";
import styles from "./Notebook.module.css";
import { useNotebookStore } from "./store";
import { Words } from "./words";

/** Adds a cell at the end. */
export function EndTools() {
  const store = useNotebookStore();
  const add = (type: "code" | "markdown") => () => {
    const { order, insert } = store.getState();
    insert("below", order.at(-1) ?? null, type);
  };
  return (
    <div className={styles.end}>
      <button type="button" className={styles.button} onClick={add("code")}>
        <Icon name="code" />
        <span>
          + <Words of="addCode" />
        </span>
      </button>
      <button type="button" className={styles.button} onClick={add("markdown")}>
        <Icon name="text" />
        <span>
          + <Words of="addText" />
        </span>
      </button>
    </div>
  );
}

export function EmptyNotebook() {
  return (
    <div className={styles.nothing}>
      <p>
        <Words of="emptyNotebook" />
      </p>
      <EndTools />
    </div>
  );
}
