import { type Lexeme, lex, type Statement, split } from "./lex";

/** What a statement makes of a name. */
export type Fact = { name: string; start: number } & (
  | { kind: "import"; module: string; member?: string }
  /** The value of an expression. */
  | { kind: "value"; expression: readonly Lexeme[] }
  /** Something unknown: an element of a loop, one of several values. */
  | { kind: "name" }
  | { kind: "function"; params: readonly string[]; doc?: string }
  | {
      kind: "class";
      params: readonly string[];
      doc?: string;
      bases: readonly (readonly Lexeme[])[];
      members: readonly Fact[];
    }
);

const remembered = new Map<string, readonly Fact[]>();

/** What a cell makes of names, in order. Every name counts for the whole cell, wherever it is bound. */
export function factsOf(source: string): readonly Fact[] {
  const known = remembered.get(source);
  if (known) return known;
  if (remembered.size > 2_000) remembered.clear();
  const { statements } = lex(source);
  const facts = [...read(statements, 0, statements.length)];
  remembered.set(source, facts);
  return facts;
}

function* read(statements: readonly Statement[], from: number, to: number): Generator<Fact> {
  for (let at = from; at < to; at++) {
    const { indent, lexemes } = statements[at]!;
    const words = lexemes[0]!.text === "async" ? lexemes.slice(1) : lexemes;
    const [first, second] = words;
    if (!first) continue;
    const end = bodyEnd(statements, at, to, indent);
    if (first.text === "import") yield* imports(words.slice(1));
    else if (first.text === "from") yield* fromImports(words);
    else if (first.text === "def" && second) {
      const { inside } = bracket(words, 2);
      const params = split(inside, ",").map(written).filter(Boolean);
      yield { kind: "function", name: second.text, start: second.start, params, doc: docOf(statements, at + 1, end) };
      for (const part of split(inside, ",")) yield* parameter(part);
    } else if (first.text === "class" && second) {
      yield classFact(statements, at, end, words, second);
      at = Math.max(at, end - 1);
    } else yield* bound(words);
  }
}

/** The first statement behind the block that the statement at `at` opens. */
function bodyEnd(statements: readonly Statement[], at: number, to: number, indent: number): number {
  let end = at + 1;
  while (end < to && statements[end]!.indent > indent) end++;
  return end;
}

function classFact(statements: readonly Statement[], at: number, end: number, words: Lexeme[], name: Lexeme): Fact {
  const members = [...read(statements, at + 1, end)].filter(
    ({ kind, start }, index, all) => kind !== "name" || all.findIndex((fact) => fact.start === start) === index,
  );
  const own = [...members, ...attributes(statements.slice(at + 1, end))];
  const init = members.find((member) => member.kind === "function" && member.name === "__init__");
  return {
    kind: "class",
    name: name.text,
    start: name.start,
    params: init?.kind === "function" ? init.params.slice(1) : [],
    doc: docOf(statements, at + 1, end),
    bases: split(bracket(words, 2).inside, ",").filter((part) => part.length > 0),
    members: own,
  };
}

/** What methods put on `self`. */
function* attributes(statements: readonly Statement[]): Generator<Fact> {
  for (const { lexemes } of statements) {
    const [self, dot, name, equals] = lexemes;
    if (self?.text === "self" && dot?.text === "." && name?.kind === "name" && equals?.text === "=")
      yield { kind: "value", name: name.text, start: name.start, expression: lexemes.slice(4) };
  }
}

function* imports(words: readonly Lexeme[]): Generator<Fact> {
  for (const part of split(words, ",")) {
    const as = part.findIndex(({ text }) => text === "as");
    const path = (as < 0 ? part : part.slice(0, as)).map(({ text }) => text).join("");
    const name = as < 0 ? part[0] : part[as + 1];
    if (name) yield { kind: "import", name: name.text, start: name.start, module: as < 0 ? name.text : path };
  }
}

function* fromImports(words: readonly Lexeme[]): Generator<Fact> {
  const at = words.findIndex(({ text }) => text === "import");
  if (at < 0) return;
  const module = words
    .slice(1, at)
    .map(({ text }) => text)
    .join("");
  const names = words.slice(at + 1).filter(({ text }) => text !== "(" && text !== ")");
  for (const part of split(names, ",")) {
    const [member, as, alias] = part;
    const name = as?.text === "as" ? alias : member;
    if (member && name) yield { kind: "import", name: name.text, start: name.start, module, member: member.text };
  }
}

function* parameter(part: readonly Lexeme[]): Generator<Fact> {
  const name = part.find(({ kind }) => kind === "name");
  if (!name) return;
  const [, annotation] = split(part, ":");
  const hint = annotation && split(annotation, "=")[0];
  if (hint?.length)
    yield { kind: "value", name: name.text, start: name.start, expression: [...hint, ...call(name.end)] };
  else yield { kind: "name", name: name.text, start: name.start };
}

/** An annotation names a class; its value is what calling the class would give. */
const call = (at: number): Lexeme[] => ["(", ")"].map((text) => ({ kind: "sign", text, start: at, end: at }));

/** Names that a plain statement binds. */
function* bound(words: readonly Lexeme[]): Generator<Fact> {
  const first = words[0]!.text;
  if (first === "for" || first === "with" || first === "except") {
    const begin = first === "for" ? "for" : "as";
    const at = words.findIndex(({ text }) => text === begin);
    const stop = words.findIndex(({ text }, index) => index > at && (text === "in" || text === ":"));
    if (at >= 0) yield* targets(words.slice(at + 1, stop < 0 ? undefined : stop));
    return;
  }
  const parts = split(words, "=");
  const expression = parts.pop()!;
  for (const target of parts) {
    const [name, colon] = target;
    if (name?.kind === "name" && (target.length === 1 || colon?.text === ":"))
      yield { kind: "value", name: name.text, start: name.start, expression };
    else yield* targets(target);
  }
}

/** Each name of `a, (b, *c)`; not those with a dot or an index behind. */
function* targets(lexemes: readonly Lexeme[]): Generator<Fact> {
  for (const [index, { kind, text, start }] of lexemes.entries()) {
    const isPart = [".", "[", "("].includes(lexemes[index + 1]?.text ?? "") || lexemes[index - 1]?.text === ".";
    if (kind === "name" && !isPart) yield { kind: "name", name: text, start };
  }
}

/** What stands between the bracket at or behind `from` and its end. */
export function bracket(lexemes: readonly Lexeme[], from: number): { inside: Lexeme[]; next: number } {
  let depth = 0;
  for (let at = from; at < lexemes.length; at++) {
    if ("([{".includes(lexemes[at]!.text)) depth++;
    if (")]}".includes(lexemes[at]!.text)) depth--;
    if (depth === 0) return { inside: lexemes.slice(from + 1, at), next: at + 1 };
  }
  return { inside: lexemes.slice(from + 1), next: lexemes.length };
}

function docOf(statements: readonly Statement[], at: number, end: number): string | undefined {
  const first = at < end ? statements[at]!.lexemes[0] : undefined;
  const doc = first?.kind === "string" && /^r?("""|'''|"|')(.*)\1$/is.exec(first.text)?.[2];
  return doc ? doc.trim().replace(/\n[ \t]+/g, "\n") : undefined;
}

/** Lexemes as one writes them in a signature. */
function written(lexemes: readonly Lexeme[]): string {
  return lexemes
    .map(({ text, start }, index) => {
      const before = lexemes[index - 1];
      return before && start > before.end && text !== "=" && before.text !== "=" ? ` ${text}` : text;
    })
    .join("");
}
