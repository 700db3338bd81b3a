/** A piece of Python: names, numbers, strings whole, every other sign alone. */
export type Lexeme = { kind: "name" | "number" | "string" | "sign"; text: string; start: number; end: number };

/** A statement: what stands between two line ends that are outside of brackets. */
export type Statement = { indent: number; lexemes: Lexeme[] };

const prefix = `(?:[rRbBuUfF]|[rR][bBfF]|[bBfF][rR])?`;
const inside = (quote: string) => String.raw`${prefix}${quote}(?:\\.|[^${quote}\\\n])*(?:${quote}|(?=\n)|\\?$)`;
const across = (quote: string) =>
  String.raw`${prefix}${quote.repeat(3)}(?:\\.|(?!${quote.repeat(3)})[^\\])*(?:${quote.repeat(3)}|\\?$)`;

const pieces = new RegExp(
  [
    String.raw`(?<space>[ \t\f]+|\\\n)`,
    String.raw`(?<comment>#[^\n]*)`,
    String.raw`(?<line>\n)`,
    `(?<string>${[across("'"), across('"'), inside("'"), inside('"')].join("|")})`,
    String.raw`(?<number>\d[\w.]*)`,
    String.raw`(?<name>[\p{L}_][\p{L}\p{N}_]*)`,
    String.raw`(?<sign>->|:=|\*\*=?|//=?|<<|>>|[-+*/%@&|^<>=!]=|.)`,
  ].join("|"),
  "gsu",
);

/** The statements of a text, also of one that is being written. `open` is what its end stands in, if not code. */
export function lex(source: string): { statements: Statement[]; open: "string" | "comment" | undefined } {
  const statements: Statement[] = [];
  let lexemes: Lexeme[] = [];
  let indent = 0;
  let depth = 0;
  let lineStart = 0;
  let open: "string" | "comment" | undefined;
  const end = () => {
    if (lexemes.length > 0) statements.push({ indent, lexemes });
    lexemes = [];
  };
  for (const { 0: text, index: start, groups = {} } of source.matchAll(pieces)) {
    open = undefined;
    if (groups.line !== undefined) {
      lineStart = start + 1;
      if (depth === 0) end();
    } else if (groups.comment !== undefined) open = "comment";
    else if (groups.space === undefined) {
      if (lexemes.length === 0) indent = start - lineStart;
      const kind = groups.string ? "string" : groups.number ? "number" : groups.name ? "name" : "sign";
      if (kind === "string" && isOpen(text)) open = "string";
      if ("([{".includes(text)) depth++;
      if (")]}".includes(text)) depth = Math.max(0, depth - 1);
      if (text === ";" && depth === 0) end();
      else lexemes.push({ kind, text, start, end: start + text.length });
    }
  }
  end();
  return { statements, open };
}

function isOpen(text: string): boolean {
  const [, body = ""] = /^[a-z]*(.*)$/is.exec(text)!;
  const quotes = /^('''|"""|'|")/.exec(body)![0];
  return (
    body.length < quotes.length * 2 ||
    !body.endsWith(quotes) ||
    /(?<!\\)(?:\\\\)*\\$/.test(body.slice(0, -quotes.length))
  );
}

/** Splits at a sign that stands outside of brackets. */
export function split(lexemes: readonly Lexeme[], sign: string): Lexeme[][] {
  const parts: Lexeme[][] = [[]];
  let depth = 0;
  for (const lexeme of lexemes) {
    if ("([{".includes(lexeme.text)) depth++;
    if (")]}".includes(lexeme.text)) depth--;
    if (depth === 0 && lexeme.text === sign) parts.push([]);
    else parts.at(-1)!.push(lexeme);
  }
  return parts;
}
