/*
 * The colours of a cell's text, for the page's still code and for Monaco alike, so that nothing changes its colour when
 * an editor takes a cell over.
 */

import { tokenizeMarkdown } from "./markdown";
import { tokenizePython } from "./python";
import type { Tokenizer, TokenKind } from "./tokens";
import { tokenizeTypeScript } from "./typescript";

export const tokenizers = {
  python: tokenizePython,
  typescript: tokenizeTypeScript,
  markdown: tokenizeMarkdown,
} as const satisfies { [language: string]: Tokenizer };

/** What an editor can hold. */
export type EditorLanguage = keyof typeof tokenizers;

/** A longer line stands uncoloured: nobody reads its colours, and thousands of pieces cost the page its smoothness. */
const longestLine = 5_000;

/** A line's tokens; none of a line too long to colour, which also leaves the state as it was. */
export function tokenize(line: string, state: string, language: EditorLanguage): ReturnType<Tokenizer> {
  if (line.length > longestLine) return { tokens: [{ start: 0, kind: "plain" }], state };
  return tokenizers[language](line, state);
}

/** The text's lines as pieces of one kind each. */
export function coloured(source: string, language: EditorLanguage): { kind: TokenKind; text: string }[][] {
  let state = "";
  return source.split("\n").map((line) => {
    const result = tokenize(line, state, language);
    state = result.state;
    return result.tokens.map(({ start, kind }, index) => ({
      kind,
      text: line.slice(start, result.tokens[index + 1]?.start),
    }));
  });
}
