import { memo } from "react";
import styles from "./editor.module.css";
import { coloured } from "./python";

/** Code that stands still, coloured without any of Monaco; an editor of the same measures may take its place. */
export const StaticCode = memo(function StaticCode({ source, isPython }: { source: string; isPython: boolean }) {
  return (
    <pre className={styles.still} aria-hidden="true">
      {isPython ? <Coloured source={source} /> : source}
      {"\n" /* an empty last line has its height too */}
    </pre>
  );
});

function Coloured({ source }: { source: string }) {
  return coloured(source).map((line, row) => (
    <span key={row}>
      {row > 0 && "\n"}
      {line.map(({ kind, text }, piece) =>
        kind === "plain" ? (
          text
        ) : (
          <span key={piece} data-kind={kind}>
            {text}
          </span>
        ),
      )}
    </span>
  ));
}
