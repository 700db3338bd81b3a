export type Part = { kind: "text" | "inline" | "display"; text: string };

const formula =
  /\$\$([\s\S]+?)\$\$|\\\[([\s\S]+?)\\\]|\\\(([\s\S]+?)\\\)|(?<!\\)\$((?:\\.|[^$\\])+?)\$|(\\begin\{([a-zA-Z]+\*?)\}[\s\S]+?\\end\{\6\})/g;

/** Text and formulas, as LaTeX tells them apart. What begins with \displaystyle stands on a line of its own. */
export function formulasIn(source: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const match of source.matchAll(formula)) {
    if (match.index > end) parts.push({ kind: "text", text: source.slice(end, match.index) });
    const [whole, dollars, brackets, parentheses, dollar, environment] = match;
    const text = dollars ?? brackets ?? parentheses ?? dollar ?? environment ?? "";
    const isInline = (parentheses ?? dollar) !== undefined && !/^\s*\\displaystyle\b/.test(text);
    parts.push({ kind: isInline ? "inline" : "display", text });
    end = match.index + whole.length;
  }
  if (end < source.length) parts.push({ kind: "text", text: source.slice(end) });
  return parts.filter(({ kind, text }) => kind !== "text" || text.trim() !== "");
}
