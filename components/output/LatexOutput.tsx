"use client";

import katex from "katex";
import { useMemo } from "react";
import { formulasIn } from "./formulas";
import styles from "./output.module.css";
import type { Rendered } from "./renderers";

/** Text with formulas. KaTeX makes HTML of them that holds nothing of the source but text; links and pictures stay off. */
export default function LatexOutput({ data }: Rendered) {
  const parts = useMemo(() => formulasIn(String(data)), [data]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide formula is scrolled with the keys
    <div className={styles.latex} tabIndex={0}>
      {parts.map(({ text, kind }, index) =>
        kind === "text" ? (
          <span key={index}>{text}</span>
        ) : (
          <span key={index} dangerouslySetInnerHTML={{ __html: typeset(text, kind === "display") }} />
        ),
      )}
    </div>
  );
}

function typeset(formula: string, displayMode: boolean): string {
  return katex.renderToString(formula, {
    displayMode,
    throwOnError: false,
    strict: "ignore",
    trust: false,
    maxExpand: 1_000,
    maxSize: 50,
  });
}
