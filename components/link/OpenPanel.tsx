"use client";

import { useNotebookStore } from "../notebook/store";
import styles from "./link.module.css";
import { OpenField } from "./OpenField";

/** Asks for a link or an address, and goes there. */
export function OpenPanel() {
  const store = useNotebookStore();
  return (
    <div className={styles.panel}>
      <OpenField onOpen={() => store.getState().closePanel("dialog")} />
    </div>
  );
}
