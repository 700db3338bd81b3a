/* What Monaco shows as Markdown, made of plain text. */

/** Code, in the colours of code. */
export const codeBlock = (code: string) => `\`\`\`typescript\n${code}\n\`\`\``;

/**
 * A docstring as it was written: its lines stay lines, the columns of its tables stay apart, and only `code` is marked.
 * What a docstring raises (`@throws {ValueError} if …`) reads as a sentence of its own.
 */
export function asMarkdown(text: string): string {
  return text
    .replace(/@throws \{(\w+)\}/g, "`$1`")
    .replace(/@(param|returns|deprecated|example)\b/g, "$1")
    .split("\n")
    .map((line) => line.replace(/`[^`]*`|[\\*_{}[\]<>#|~]|\s{2,}/g, escaped))
    .join("  \n");
}

function escaped(piece: string): string {
  if (piece.startsWith("`")) return piece;
  return /^\s/.test(piece) ? "\u00a0".repeat(piece.length) : `\\${piece}`;
}
