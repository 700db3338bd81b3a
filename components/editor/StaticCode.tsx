import { memo } from "react";
import { coloured, type EditorLanguage } from "./colours";
import styles from "./editor.module.css";

/** Code that stands still, coloured without any of Monaco; an editor of the same measures may take its place. */
export const StaticCode = memo(function StaticCode({ source, language }: { source: string; language: EditorLanguage }) {
  return (
    <pre className={styles.still} aria-hidden="true">
      <Coloured source={source} language={language} />
      {"\n" /* an empty last line has its height too */}
    </pre>
  );
});

/** Text as pieces of the colours that its language gives it. */
export function Coloured({ source, language }: { source: string; language: EditorLanguage }) {
  return coloured(source, language).map((line, row) => (
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
