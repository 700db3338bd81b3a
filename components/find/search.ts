/** What is looked for, and how. */
export type Query = { text: string; matchCase: boolean; wholeWord: boolean; isRegex: boolean };

/** A text to look into: a cell's source, or what it has put out. */
export type Searched = { cell: string; place: "source" | "output"; text: string };

/** A find, in characters from the start of its text; `groups` are what the expression's brackets caught. */
export type Hit = Omit<Searched, "text"> & {
  start: number;
  end: number;
  groups?: readonly (string | undefined)[];
  names?: { readonly [name: string]: string | undefined };
};

export type Found = { hits: readonly Hit[]; isMore: boolean };

/** More hits than anybody looks at are not counted. */
export const mostHits = 20_000;

/** The expression that finds the query. @throws {SyntaxError} if the reader's expression is none */
export function expressionOf({ text, matchCase, wholeWord, isRegex }: Query): RegExp {
  const source = isRegex ? text : text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  new RegExp(source, "u"); // so that what is wrong in it is told without what is put around it
  const whole = wholeWord ? `(?<![\\p{L}\\p{N}_])(?:${source})(?![\\p{L}\\p{N}_])` : source;
  return new RegExp(whole, matchCase ? "gmu" : "gimu");
}

/** Everything that the query finds, in order. @throws {SyntaxError} as `expressionOf` */
export function search(query: Query, texts: readonly Searched[]): Found {
  const hits: Hit[] = [];
  if (query.text === "") return { hits, isMore: false };
  const expression = expressionOf(query);
  for (const { cell, place, text } of texts) {
    for (const match of text.matchAll(expression)) {
      if (match[0] === "") continue; // nothing to see, nothing to replace
      if (hits.length >= mostHits) return { hits, isMore: true };
      const [, ...groups] = match;
      const hit: Hit = { cell, place, start: match.index, end: match.index + match[0].length };
      hits.push(
        query.isRegex && groups.length > 0 ? { ...hit, groups, names: match.groups && { ...match.groups } } : hit,
      );
    }
  }
  return { hits, isMore: false };
}

/** The hits of each cell, in order. */
export function byCell(hits: readonly Hit[]): Map<string, Hit[]> {
  const cells = new Map<string, Hit[]>();
  for (const hit of hits) {
    const own = cells.get(hit.cell);
    if (own) own.push(hit);
    else cells.set(hit.cell, [hit]);
  }
  return cells;
}

/** What takes the place of a hit: in an expression's replacement, `$1`, `$<name>`, `$&` and `$$` stand for what was found. */
export function replacementFor(hit: Hit, found: string, replacement: string, isRegex: boolean): string {
  if (!isRegex) return replacement;
  return replacement.replace(/\$(?:([$&])|(\d{1,2})|<([^>]*)>)/g, (written, sign, number, name) => {
    if (sign === "$") return "$";
    if (sign === "&") return found;
    if (name !== undefined) return hit.names ? (hit.names[name] ?? "") : written;
    const count = hit.groups?.length ?? 0;
    const index = Number(number);
    return index >= 1 && index <= count ? (hit.groups?.[index - 1] ?? "") : written;
  });
}

/** The text with all these hits, which are in order, replaced. */
export function replaced(text: string, hits: readonly Hit[], replacement: string, isRegex: boolean): string {
  let result = "";
  let at = 0;
  for (const hit of hits) {
    result += text.slice(at, hit.start) + replacementFor(hit, text.slice(hit.start, hit.end), replacement, isRegex);
    at = hit.end;
  }
  return result + text.slice(at);
}
