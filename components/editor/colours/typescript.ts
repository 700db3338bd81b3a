import { type Tokenizer, type TokenKind, tokenList } from "./tokens";

const keywords = new Set(
  (
    "abstract any as asserts async await boolean break case catch class const continue debugger declare default delete do " +
    "else enum export extends finally for from function get if implements import in infer instanceof interface is keyof " +
    "let namespace never new number object of override private protected public readonly return satisfies set static " +
    "string super switch symbol this throw try type typeof unknown using var void while with yield"
  ).split(" "),
);
const constants = new Set(["true", "false", "null", "undefined", "NaN", "Infinity"]);
const definers = new Set(["function", "class", "interface", "enum", "type", "namespace"]);

const patterns: [RegExp, TokenKind][] = [
  [/\/\/.*/y, "comment"],
  [/\s+/y, "plain"],
  [/@[\p{L}_$][\p{L}\p{N}_$.]*/uy, "decorator"],
  [/'(?:\\.|[^'\\])*(?:'|\\?$)|"(?:\\.|[^"\\])*(?:"|\\?$)/y, "string"],
  [/0[xob][\da-f_]+n?|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:e[+-]?\d[\d_]*)?n?/iy, "number"],
  [/#?[\p{L}_$][\p{L}\p{N}_$]*/uy, "name"],
];
const regex = /\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\[])+\/[dgimsuvy]*/y;

/**
 * A line of TypeScript. Its state is what is still open, the innermost last: "*" a comment, "`" a template, "{" a brace
 * inside of a template's `${}`.
 */
export const tokenizeTypeScript: Tokenizer = (line, state) => {
  const { tokens, add } = tokenList();
  let at = 0;
  let open = state;
  let before = ""; // the last text that is neither space nor comment
  const take = (kind: TokenKind, end: number) => {
    add(at, kind);
    at = end;
  };
  while (at < line.length) {
    const inside = open.at(-1);
    if (inside === "*") {
      const end = line.indexOf("*/", at);
      take("comment", end < 0 ? line.length : end + 2);
      if (end >= 0) open = open.slice(0, -1);
    } else if (inside === "`") {
      const end = endOfTemplateText(line, at);
      take("string", end);
      if (line[end - 1] === "`" && end > 0 && !isEscaped(line, end - 1)) open = open.slice(0, -1);
      else if (line.startsWith("${", end)) {
        take("plain", end + 2);
        open += "{";
      }
      before = "`";
    } else if (line.startsWith("/*", at)) {
      open += "*";
      take("comment", at + 2);
    } else if (line[at] === "`") {
      open += "`";
      take("string", at + 1);
    } else {
      const [text, kind] = match(line, at, before);
      if (open !== "" && text === "{") open += "{";
      if (open !== "" && text === "}") open = open.slice(0, -1);
      take(kind === "name" ? kindOfName(text, before) : kind, at + text.length);
      if (text.trim() !== "" && kind !== "comment") before = text;
    }
  }
  return { tokens, state: open };
};

function match(line: string, at: number, before: string): [string, TokenKind] {
  for (const [pattern, kind] of patterns) {
    pattern.lastIndex = at;
    const text = pattern.exec(line)?.[0];
    if (text) return [text, kind];
  }
  regex.lastIndex = at;
  const isValue = /[\p{L}\p{N}_$)\]}'"`]$/u.test(before) && !keywords.has(before); // behind a value `/` divides
  const text = isValue ? undefined : regex.exec(line)?.[0];
  return text ? [text, "string"] : [line[at]!, "plain"];
}

function kindOfName(text: string, before: string): TokenKind {
  if (before === "." || before === "?.") return "plain";
  if (keywords.has(text)) return "keyword";
  if (constants.has(text)) return "constant";
  return definers.has(before) ? "name" : "plain";
}

/** The index behind the closing backquote, of the next `${`, or the line's length. */
function endOfTemplateText(line: string, from: number): number {
  for (let at = from; at < line.length; at++) {
    if (line[at] === "\\") at++;
    else if (line[at] === "`") return at + 1;
    else if (line.startsWith("${", at)) return at;
  }
  return line.length;
}

function isEscaped(line: string, at: number): boolean {
  let slashes = 0;
  while (line[at - 1 - slashes] === "\\") slashes++;
  return slashes % 2 === 1;
}
