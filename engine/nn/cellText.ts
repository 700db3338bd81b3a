/**
 * How MindSpore prints a cell: `Net<extra>`, or with children one line each and all of it indented by two blanks, the
 * closing `>` included.
 */
export function cellText(clsName: string, extra: string, children: readonly [name: string, text: string][]): string {
  if (children.length === 0) return `${clsName}<${extra}>`;
  const lines = children.map(([name, text]) => `(${name}): ${text}`);
  if (extra !== "") lines.unshift(extra);
  lines.push(">");
  return `${clsName}<\n${lines.join("\n").replace(/^/gm, "  ")}`;
}
