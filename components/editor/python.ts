/*
 * The colours of Python, for the page's still code and for Monaco alike, so that nothing changes its colour when an
 * editor takes a cell over.
 */

export type TokenKind = "keyword" | "constant" | "string" | "number" | "comment" | "decorator" | "name" | "plain";
export type Token = { start: number; kind: TokenKind };

/** What a line must know of those before it: the quotes of the string that is still open, or "". */
export type LineState = "" | "'''" | '"""';

const keywords = new Set(
  (
    "and as assert async await break class continue def del elif else except finally for from global if import in is " +
    "lambda nonlocal not or pass raise return try while with yield"
  ).split(" "),
);
const constants = new Set(["True", "False", "None", "NotImplemented", "Ellipsis"]);

const patterns: [RegExp, TokenKind][] = [
  [/#.*/y, "comment"],
  [/@[\w.]+/y, "decorator"],
  [/(?:[rbuf]|rb|br|rf|fr)?(?:'''|""")/iy, "string"],
  [/(?:[rbuf]|rb|br|rf|fr)?(?:'(?:\\.|[^'\\])*(?:'|\\?$)|"(?:\\.|[^"\\])*(?:"|\\?$))/iy, "string"],
  [/0[xob][\da-f_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:e[+-]?\d[\d_]*)?j?/iy, "number"],
  [/[\p{L}_][\p{L}\p{N}_]*/uy, "name"],
];

/** Where the kinds of a line's text begin, and what the next line must know. */
export function tokenizeLine(line: string, state: LineState): { tokens: Token[]; state: LineState } {
  const tokens: Token[] = [];
  let at = 0;
  let open = state;
  let afterDefinition = false; // the name behind `def` or `class`
  const add = (kind: TokenKind, length: number) => {
    if (tokens.at(-1)?.kind !== kind) tokens.push({ start: at, kind });
    at += length;
  };
  while (at < line.length) {
    if (open) {
      const end = closing(line, at, open);
      add("string", end - at);
      if (end < line.length || line.endsWith(open)) open = "";
      continue;
    }
    const [text, kind] = match(line, at);
    if (kind === "string" && /['"]{3}$/.test(text) && text.length <= 5) {
      open = text.slice(-3) as LineState;
      add("string", text.length);
    } else if (kind !== "name") add(kind, text.length);
    else {
      add(kindOfName(text, afterDefinition, line[at - 1]), text.length);
      afterDefinition = text === "def" || text === "class";
    }
  }
  return { tokens, state: open };
}

function match(line: string, at: number): [string, TokenKind] {
  for (const [pattern, kind] of patterns) {
    pattern.lastIndex = at;
    const text = pattern.exec(line)?.[0];
    if (text && !(kind === "decorator" && line.slice(0, at).trim() !== "")) return [text, kind];
  }
  return [line[at]!, "plain"];
}

function kindOfName(text: string, isDefined: boolean, before: string | undefined): TokenKind {
  if (before === ".") return "plain";
  if (keywords.has(text)) return "keyword";
  if (constants.has(text)) return "constant";
  return isDefined ? "name" : "plain";
}

/** The index behind the closing quotes, or the line's length. */
function closing(line: string, from: number, quotes: string): number {
  for (let at = from; at < line.length; at++) {
    if (line[at] === "\\") at++;
    else if (line.startsWith(quotes, at)) return at + 3;
  }
  return line.length;
}

/** The text's lines as pieces of one kind each. */
export function coloured(source: string): { kind: TokenKind; text: string }[][] {
  let state: LineState = "";
  return source.split("\n").map((line) => {
    const result = tokenizeLine(line, state);
    state = result.state;
    return result.tokens.map(({ start, kind }, index) => ({
      kind,
      text: line.slice(start, result.tokens[index + 1]?.start),
    }));
  });
}
