import { type Tokenizer, type TokenKind, tokenList } from "./tokens";

/** A line of Python. Its state is the quotes of the string that is still open. */
export const tokenizePython: Tokenizer = (line, state) => {
  const { tokens, add } = tokenList();
  let at = 0;
  let open = state;
  let afterDefinition = false; // the name behind `def` or `class`
  const take = (kind: TokenKind, length: number) => {
    add(at, kind);
    at += length;
  };
  while (at < line.length) {
    if (open) {
      const end = closing(line, at, open);
      take("string", end - at);
      if (end < line.length || line.endsWith(open)) open = "";
      continue;
    }
    const [text, kind] = match(line, at);
    if (kind === "string" && /['"]{3}$/.test(text) && text.length <= 5) {
      open = text.slice(-3);
      take("string", text.length);
    } else if (kind !== "name") take(kind, text.length);
    else {
      take(kindOfName(text, afterDefinition, line[at - 1]), text.length);
      afterDefinition = text === "def" || text === "class";
    }
  }
  return { tokens, state: open };
};

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
