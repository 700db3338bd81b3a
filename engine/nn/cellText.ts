/**
 * How MindSpore prints a cell: `Net<extra>`, or with children one line each and all of it indented by two blanks, the
 * closing `>` included. Since 2.6 with parentheses, the closing one not indented.
 */
export function cellText(
  clsName: string,
  extra: string,
  children: readonly [name: string, text: string][],
  reference: "1.6" | "2.x" = "1.6",
): string {
  const [open, close] = reference === "2.x" ? "()" : "<>";
  if (children.length === 0) return `${clsName}${open}${extra}${close}`;
  const lines = children.map(([name, text]) => `(${name}): ${text}`);
  if (extra !== "") lines.unshift(extra);
  if (reference === "1.6") lines.push(">");
  const body = lines.join("\n").replace(/^/gm, "  ");
  return `${clsName}${open}\n${body}${reference === "2.x" ? "\n)" : ""}`;
}
