import { tokenizePython } from "./python";
import { type Tokenizer, type TokenKind, tokenList } from "./tokens";
import { tokenizeTypeScript } from "./typescript";

/** The languages of fenced code that have colours of their own. */
const fenced: { [name: string]: Tokenizer } = {
  python: tokenizePython,
  py: tokenizePython,
  typescript: tokenizeTypeScript,
  ts: tokenizeTypeScript,
  javascript: tokenizeTypeScript,
  js: tokenizeTypeScript,
};

// each looks at no more than a stretch of plain text, so that no line takes longer than its length
const inline: [RegExp, TokenKind][] = [
  [/\\[!-/:-@[-`{-~]/y, "plain"],
  [/(`+)(?!`)[^`]*\1(?!`)/y, "string"],
  [/\$\$[^$]+\$\$|\$(?! )[^$]*[^$ ]\$(?!\d)|\$[^$ ]\$(?!\d)/y, "constant"],
  [/!?\[[^\]]*\]\([^)]*\)/y, "link"],
  [/<[a-z][a-z+.-]*:[^\s>]*>|https?:\/\/[^\s<>()]+/iy, "link"],
  [/<!--.*?-->|<\/?[a-z][^<>]*>/iy, "comment"],
  [/\*\*[^*\s][^*]*\*\*|__[^_\s][^_]*__(?![\p{L}\p{N}])/uy, "strong"],
  [/\*[^*\s][^*]*\*|_[^_\s][^_]*_(?![\p{L}\p{N}])/uy, "emphasis"],
  [/[\p{L}\p{N}]+_?|[^\\`$![<hH*_\p{L}\p{N}]+/uy, "plain"],
];

/**
 * A line of Markdown. Its state is "", "$$" inside of a formula of its own, or the opening fence, the language and that
 * language's own state, apart by line breaks, inside of fenced code.
 */
export const tokenizeMarkdown: Tokenizer = (line, state) => {
  if (state.startsWith("$$")) return { tokens: whole("constant"), state: line.includes("$$") ? "" : state };
  if (state !== "") return inFence(line, state);
  const fence = /^ {0,3}(`{3,}|~{3,})\s*([\w+-]*)[^`]*$/.exec(line);
  if (fence) return { tokens: whole("string"), state: `${fence[1]}\n${fence[2]!.toLowerCase()}\n` };
  if (/^\s*\$\$/.test(line)) return { tokens: whole("constant"), state: /\$\$.*\$\$/.test(line) ? "" : "$$" };
  if (/^ {0,3}#{1,6}(\s|$)/.test(line)) return { tokens: whole("heading"), state };
  if (/^\s*>/.test(line)) return { tokens: whole("comment"), state };
  if (/^ {0,3}([-*_])( *\1){2,}\s*$/.test(line)) return { tokens: whole("comment"), state };
  return { tokens: inLine(line), state };
};

const whole = (kind: TokenKind) => [{ start: 0, kind }];

function inFence(line: string, state: string): ReturnType<Tokenizer> {
  const [fence = "", name = "", ...inner] = state.split("\n");
  const text = line.trim();
  if (text.length >= fence.length && text === fence[0]!.repeat(text.length))
    return { tokens: whole("string"), state: "" };
  const language = fenced[name];
  if (!language) return { tokens: whole("plain"), state };
  const result = language(line, inner.join("\n"));
  return { tokens: result.tokens, state: `${fence}\n${name}\n${result.state}` };
}

function inLine(line: string) {
  const { tokens, add } = tokenList();
  const marker = /^\s*(?:[-*+]|\d{1,9}[.)])(?=\s|$)(?:\s+\[[ xX]\](?=\s))?/.exec(line)?.[0] ?? "";
  if (marker) add(0, "decorator");
  for (let at = marker.length; at < line.length; ) {
    let length = 1;
    let kind: TokenKind = "plain";
    for (const [pattern, of] of inline) {
      pattern.lastIndex = at;
      const text = pattern.exec(line)?.[0];
      if (!text) continue;
      [length, kind] = [text.length, of];
      break;
    }
    add(at, kind);
    at += length;
  }
  return tokens;
}
