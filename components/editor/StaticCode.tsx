import { memo } from "react";
import { coloured, type EditorLanguage } from "./colours";
import styles from "./editor.module.css";

type Props = { source: string; language: EditorLanguage; isColoured: boolean };

/** Code that stands still, coloured without any of Monaco; an editor of the same measures may take its place. */
export const StaticCode = memo(function StaticCode({ source, language, isColoured }: Props) {
  return (
    <pre className={styles.still} aria-hidden="true" data-still>
      {isColoured ? <Coloured source={source} language={language} /> : source}
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
