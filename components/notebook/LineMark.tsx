"use client";

import { useEffect, useRef } from "react";
import styles from "./Cell.module.css";
import { useNotebook, useNotebookStore } from "./store";

/** The editor's measures: pixels of a line, and above the first. */
const lineHeight = 22;
const above = 12;

/** A band behind the line that a link has led to, until the cell is written in. */
export function LineMark({ id }: { id: string }) {
  const store = useNotebookStore();
  const pointed = useNotebook((state) => (state.pointed?.id === id ? state.pointed : null));
  const source = useNotebook((state) => state.cells[id]?.source);
  const mark = useRef<HTMLDivElement>(null);
  const seen = useRef(source);
  useEffect(() => {
    seen.current = store.getState().cells[id]?.source;
    if (pointed) mark.current?.scrollIntoView({ block: "center" });
  }, [pointed, id, store]);
  useEffect(() => {
    if (pointed && source !== seen.current) store.getState().point(null);
  }, [source, pointed, store]);
  if (!pointed) return null;
  return (
    <div
      ref={mark}
      className={styles.pointed}
      data-pointed={pointed.line}
      style={{ top: above + (pointed.line - 1) * lineHeight }}
    />
  );
}
