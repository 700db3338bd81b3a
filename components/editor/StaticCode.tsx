import { memo, type ReactNode } from "react";
import { coloured, type EditorLanguage } from "./colours";
import styles from "./editor.module.css";
import { type Odd, oddIn } from "./odd";

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

/** Text as pieces of the colours that its language gives it; characters that are not what they seem are marked. */
export function Coloured({ source, language }: { source: string; language: EditorLanguage }) {
  const odd = language === "markdown" ? [] : oddIn(source, language);
  let at = 0;
  return coloured(source, language).map((line, row) => {
    const pieces = line.map(({ kind, text }, piece) => {
      const shown = odd.length === 0 ? text : marked(text, at, odd);
      at += text.length;
      if (kind === "plain") return shown;
      return (
        <span key={piece} data-kind={kind}>
          {shown}
        </span>
      );
    });
    at++; // the line feed
    return (
      <span key={row}>
        {row > 0 && "\n"}
        {pieces}
      </span>
    );
  });
}

/** A piece of a text, which begins at `at`, with its odd characters marked. */
function marked(text: string, at: number, odd: readonly Odd[]): ReactNode {
  const own = odd.filter(({ start }) => start >= at && start < at + text.length);
  if (own.length === 0) return text;
  const parts: ReactNode[] = [];
  let done = 0;
  for (const { start, end, kind, code } of own) {
    parts.push(text.slice(done, start - at));
    parts.push(
      <span key={start} data-odd={kind} data-code={code}>
        {text.slice(start - at, end - at)}
      </span>,
    );
    done = end - at;
  }
  return [...parts, text.slice(done)];
}
