import { type Lexeme, lex } from "./lex";

/** A call whose brackets a place stands in. */
export type OpenCall = {
  /** What is called. */
  callee: readonly Lexeme[];
  /** Which argument the place belongs to, and the name it is given under, if it is. */
  argument: number;
  keyword?: string;
  /** Names of the arguments that are given by name. */
  given: readonly string[];
};

/** What is being written at a place. `prefix` is the part of a name in front of it. */
export type Place = {
  prefix: string;
  call?: OpenCall;
} & (
  | { kind: "name" }
  | { kind: "member"; owner: readonly Lexeme[] }
  /** Behind `import`, or the module behind `from`; `path` is what stands before the last dot. */
  | { kind: "module"; path: string }
  /** A name of the module behind `from … import`. */
  | { kind: "imported"; module: string }
);

/** The place at `offset`; undefined inside of a string or a comment, or where a new name is made up. */
export function placeAt(source: string, offset: number): Place | undefined {
  const { statements, open } = lex(source.slice(0, offset));
  if (open) return undefined;
  const last = statements.at(-1)?.lexemes ?? [];
  const isNewLine = last.length > 0 && /\n[ \t]*$/.test(source.slice(last.at(-1)!.end, offset)) && !callAt(last);
  const lexemes = isNewLine ? [] : last;
  const end = lexemes.at(-1);
  const isPrefix = end?.kind === "name" && end.end === offset;
  if (end?.kind === "number" && end.end === offset) return undefined;
  const prefix = isPrefix ? end.text : "";
  const before = isPrefix ? lexemes.slice(0, -1) : lexemes;
  const importing = importAt(before, prefix);
  if (importing) return importing;
  const call = callAt(before);
  const previous = before.at(-1)?.text;
  if (previous === "." && before.length > 1)
    return { kind: "member", owner: primaryBefore(before, before.length - 1), prefix, call };
  if (previous === "def" || previous === "class" || previous === "as" || previous === "for") return undefined;
  return { kind: "name", prefix, call };
}

function importAt(before: readonly Lexeme[], prefix: string): Place | undefined {
  const texts = before.map(({ text }) => text);
  const at = texts.lastIndexOf("import");
  if (texts[0] === "from") {
    if (at > 0)
      return texts.at(-1) === "as" ? undefined : { kind: "imported", module: texts.slice(1, at).join(""), prefix };
    return { kind: "module", path: texts.slice(1, texts.at(-1) === "." ? -1 : undefined).join(""), prefix };
  }
  if (texts[0] !== "import" || texts.at(-1) === "as") return undefined;
  const path = texts.slice(texts.lastIndexOf(",") + 1 || 1);
  return { kind: "module", path: path.slice(0, -1).join(""), prefix };
}

/** The name, members, calls and elements that end before `end`: `a.b(c)[0]`. */
export function primaryBefore(lexemes: readonly Lexeme[], end: number): Lexeme[] {
  let at = end;
  while (at > 0) {
    const { kind, text } = lexemes[at - 1]!;
    if (")]}".includes(text)) {
      at = opening(lexemes, at - 1);
      const owner = lexemes[at - 1];
      if (owner && (owner.kind === "name" || ")]".includes(owner.text)) && !isKeyword(owner.text)) continue;
      break;
    }
    if (kind === "sign") break;
    at--;
    if (lexemes[at - 1]?.text !== ".") break;
    at--;
  }
  return lexemes.slice(Math.max(at, 0), end);
}

function opening(lexemes: readonly Lexeme[], closing: number): number {
  let depth = 0;
  for (let at = closing; at >= 0; at--) {
    if (")]}".includes(lexemes[at]!.text)) depth++;
    if ("([{".includes(lexemes[at]!.text) && --depth === 0) return at;
  }
  return 0;
}

/** The innermost call whose brackets are still open at the end. */
export function callAt(lexemes: readonly Lexeme[]): OpenCall | undefined {
  let depth = 0;
  for (let at = lexemes.length - 1; at >= 0; at--) {
    const { text } = lexemes[at]!;
    if (")]}".includes(text)) depth++;
    if (!"([{".includes(text)) continue;
    if (depth-- > 0) continue;
    depth = 0;
    const before = lexemes[at - 1];
    const isCall = text === "(" && before && (before.kind === "name" || ")]".includes(before.text));
    if (!isCall || isKeyword(before.text) || ["def", "class"].includes(lexemes[at - 2]?.text ?? "")) continue;
    return { callee: primaryBefore(lexemes, at), ...argumentsOf(lexemes.slice(at + 1)) };
  }
  return undefined;
}

function argumentsOf(lexemes: readonly Lexeme[]): Pick<OpenCall, "argument" | "keyword" | "given"> {
  let depth = 0;
  let argument = 0;
  let keyword: string | undefined;
  const given: string[] = [];
  for (const [at, { kind, text }] of lexemes.entries()) {
    if ("([{".includes(text)) depth++;
    if (")]}".includes(text)) depth--;
    if (depth > 0) continue;
    if (text === ",") {
      argument++;
      keyword = undefined;
    } else if (kind === "name" && lexemes[at + 1]?.text === "=") {
      keyword = text;
      given.push(text);
    }
  }
  return { argument, keyword, given };
}

const keywords = new Set(
  "and assert await del elif else for from if import in is lambda not or print_ raise return while with yield".split(
    " ",
  ),
);
const isKeyword = (text: string) => keywords.has(text);

/** The whole expression that ends with the name at `offset`, and where that name stands. */
export function nameAt(
  source: string,
  offset: number,
): { expression: Lexeme[]; start: number; end: number } | undefined {
  const { statements } = lex(source);
  for (const { lexemes } of statements) {
    const at = lexemes.findIndex(({ kind, start, end }) => kind === "name" && start <= offset && offset <= end);
    if (at < 0) continue;
    const { start, end } = lexemes[at]!;
    return { expression: primaryBefore(lexemes, at + 1), start, end };
  }
  return undefined;
}
