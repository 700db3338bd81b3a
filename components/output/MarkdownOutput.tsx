"use client";

import { Prose } from "../markdown/Prose";
import styles from "./output.module.css";
import type { Rendered } from "./renderers";

/** Markdown as in text cells, with the same limits. */
export default function MarkdownOutput({ data }: Rendered) {
  return (
    <div className={styles.prose}>
      <Prose source={String(data)} />
    </div>
  );
}
