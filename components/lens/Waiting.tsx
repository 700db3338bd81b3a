"use client";

import styles from "./lens.module.css";
import { Note } from "./Note";
import type { Trouble } from "./useAnswer";

type Props = { trouble?: Trouble; isSlice?: boolean; size: { width?: number; height: number }; indent?: number };

/** Where a view will stand: its place is kept while the kernel is busy, and says so; otherwise why there is none. */
export function Waiting({ trouble, isSlice, size, indent = 0 }: Props) {
  if (trouble && trouble !== "busy") return <Note {...{ trouble, isSlice }} />;
  return (
    <div className={styles.waiting} style={{ ...size, marginInlineStart: indent }} data-lens="waiting">
      {trouble && <Note trouble={trouble} />}
    </div>
  );
}
