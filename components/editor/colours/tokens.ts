/** What a piece of a cell's text is, for its colour. The style sheet and Monaco's theme have one row for each. */
export type TokenKind =
  | "keyword"
  | "constant"
  | "string"
  | "number"
  | "comment"
  | "decorator"
  | "name"
  | "heading"
  | "strong"
  | "emphasis"
  | "link"
  | "plain";

export type Token = { start: number; kind: TokenKind };

/** Where the kinds of a line's text begin, and what the next line must know; "" at the start of a text. */
export type Tokenizer = (line: string, state: string) => { tokens: Token[]; state: string };

/** Collects tokens, neighbours of one kind as one. */
export function tokenList() {
  const tokens: Token[] = [];
  return {
    tokens,
    add(start: number, kind: TokenKind) {
      if (tokens.at(-1)?.kind !== kind) tokens.push({ start, kind });
    },
  };
}
