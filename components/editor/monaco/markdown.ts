/** A docstring as Markdown that shows it as it was written: its lines, its indents, and no sign that means more. */
export function asMarkdown(doc: string): string {
  return doc
    .split("\n")
    .map((line) => {
      const [, blanks = "", rest = ""] = /^(\s*)(.*)$/.exec(line)!;
      const words = rest.replace(/[\\*_{}[\]()#+\-.!<>|&~]/g, "\\$&");
      return words === "" ? "" : "\u00a0".repeat(blanks.length) + words;
    })
    .join("  \n")
    .replace(/(?: {2}\n){2,}/g, "\n\n");
}

/** Code in a block of its own, whatever backquotes it holds. */
export function asCode(code: string, language: string): string {
  const fence = "`".repeat(Math.max(3, ...[...code.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return `${fence}${language}\n${code}\n${fence}`;
}
