"use client";

import Link from "next/link";
import { Icon } from "../Icon";
import { OfflineState } from "../offline/OfflineState";
import styles from "./Notebook.module.css";
import { useNotebookStore } from "./store";
import { Words } from "./words";

/** Below the cells: the keys, and what there is of MindSpore. */
export function Footer() {
  const store = useNotebookStore();
  return (
    <footer className={styles.footer}>
      <button type="button" className={styles.button} onClick={() => store.getState().openPanel("keys")}>
        <Icon name="keyboard" />
        <Words of="keys" />
      </button>
      <Link href="/names/" prefetch={false}>
        <Words of="names" />
      </Link>
      <OfflineState />
    </footer>
  );
}
