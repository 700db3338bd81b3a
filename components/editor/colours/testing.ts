import { coloured, type EditorLanguage } from ".";

/** Each line's pieces as "kind:text", without those of spaces alone. */
export const kindsOf = (source: string, language: EditorLanguage) =>
  coloured(source, language).map((line) =>
    line
      .filter(({ text }) => text.trim() !== "")
      .map(({ kind, text }) => `${kind}:${text.trim()}`)
      .join(" "),
  );
