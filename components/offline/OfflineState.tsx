"use client";

import { useStore } from "zustand";
import { Words } from "../notebook/words";
import { offline } from "./offline";
import styles from "./offline.module.css";

/** A word at the foot of the page: how far the site is kept for visits without a network. Says nothing where it is not. */
export function OfflineState() {
  const { phase, keptBytes, totalBytes } = useStore(offline);
  return (
    <span className={styles.state} data-offline={phase}>
      {phase === "kept" && <Words of="worksOffline" />}
      {phase === "keeping" && <Words of="keepingOffline" parts={[megabytes(keptBytes), megabytes(totalBytes)]} />}
    </span>
  );
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
