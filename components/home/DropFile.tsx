"use client";

import { useEffect, useRef, useState } from "react";
import { useNewNotebook } from "../library/useNewNotebook";
import { openFile } from "../notebook/disk";
import { useNotebookStore } from "../notebook/store";
import { useWords } from "../notebook/words";
import styles from "./Home.module.css";

/** Opens a notebook file that is dropped anywhere on the page. */
export function DropFile() {
  const store = useNotebookStore();
  const say = useWords();
  const open = useNewNotebook();
  const latest = useRef(open);
  latest.current = open;
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const holdsFile = (event: DragEvent) => event.dataTransfer?.types.includes("Files");
    const over = (event: DragEvent) => {
      if (!holdsFile(event)) return;
      event.preventDefault(); // else the browser would leave the page for the file
      setOver(true);
    };
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const drop = (event: DragEvent) => {
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      void openFile(store, file, latest.current);
    };
    window.addEventListener("dragover", over);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
    };
  }, [store]);
  return isOver ? <p className={styles.drop}>{say("dropNotebook")}</p> : null;
}
