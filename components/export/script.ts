/*
 * Notebooks as scripts, in the percent format that Spyder, VS Code, PyCharm and Jupytext share: a line `# %%` (in
 * TypeScript `// %%`) begins a cell, `[markdown]` and `[raw]` ones are comments, and so are cells of the other language.
 * Source: Jupytext's documentation, "The percent format".
 */

import type { CellLanguage } from "../../workers/protocol";
import { codeOf, languageOf } from "../notebook/language";
import { type Cell, emptyNotebook, type Notebook } from "../notebook/nbformat";
import { type Language, say } from "../text";

type ScriptKind = {
  sign: string;
  language: CellLanguage;
  other: CellLanguage;
  hint: "scriptHasTypeScript" | "scriptHasPython";
};
const kinds: { [L in CellLanguage]: ScriptKind } = {
  python: { sign: "#", language: "python", other: "typescript", hint: "scriptHasTypeScript" },
  typescript: { sign: "//", language: "typescript", other: "python", hint: "scriptHasPython" },
};

/** The notebook as a script; its head, in the reader's language, says where it comes from and what is only a comment. */
export function scriptText(notebook: Notebook, script: CellLanguage, name: string, reader: Language): string {
  const kind = kinds[script];
  const code = notebook.cells.filter(({ cell_type }) => cell_type === "code");
  const own = code.filter((cell) => languageOf(cell, notebook) === script).map(({ source }) => source);
  const head = [say(reader, "scriptHead", name), ...(own.length < code.length ? [say(reader, kind.hint)] : [])];
  const parts = [commented(head.join("\n"), kind.sign)];
  if (script === "python" && own.some((source) => /\bmindspore\b/.test(source)) && !own.some(importsMindspore))
    parts[0] += `\n\nimport mindspore  # ${say(reader, "scriptKnown")}`;
  return `${[...parts, ...notebook.cells.map((cell) => cellText(cell, notebook, kind))].join("\n\n")}\n`;
}

const importsMindspore = (source: string) => /^import mindspore\s*(#.*)?$/m.test(source);

function cellText(cell: Cell, notebook: Notebook, { sign, language }: ScriptKind): string {
  const isOwn = cell.cell_type === "code" && languageOf(cell, notebook) === language;
  const label =
    cell.cell_type !== "code" ? ` [${cell.cell_type}]` : isOwn ? "" : ` language="${languageOf(cell, notebook)}"`;
  const source = cell.cell_type === "code" ? codeOf(cell.source).replace(/^ +\n/, "") : cell.source;
  const body = escaped(isOwn ? source : commented(source, sign), sign);
  return `${sign} %%${label}${cell.source === "" ? "" : `\n${body}`}`;
}

/** The notebook that a script holds. A script without any mark is one cell. */
export function readScript(text: string, script: CellLanguage): Notebook {
  const { sign, language, other } = kinds[script];
  const mark = new RegExp(`^${sign} ?%%(?!%)(.*)$`);
  const pieces: { label: string | null; lines: string[] }[] = [{ label: null, lines: [] }];
  for (const line of text.replace(/\r\n?/g, "\n").split("\n")) {
    const label = mark.exec(line)?.[1];
    if (label === undefined) pieces.at(-1)!.lines.push(line);
    else pieces.push({ label, lines: [] });
  }
  const [before, ...marked] = pieces;
  const head = trimmed(before!.lines);
  const isOurs = marked.length > 0 && /Sporebook/.test(head[0] ?? "");
  const isHeader = head[0]?.trim() === `${sign} ---`; // Jupytext's
  const cells = isOurs || isHeader || head.length === 0 ? [] : [newCell("code", head.join("\n"), language)];
  for (const { label, lines } of marked) {
    const body = unescaped(trimmed(lines), sign);
    const type = /\[(?:markdown|md)\]/.test(label!) ? "markdown" : /\[raw\]/.test(label!) ? "raw" : "code";
    const isOther = type === "code" && new RegExp(`language=["']?${other}`).test(label!);
    const isComment = type !== "code" || isOther;
    const source = (isComment ? uncommented(body, sign) : body).join("\n");
    cells.push(newCell(type, source, isOther ? other : language));
  }
  return withCells(cells);
}

/** An empty notebook's frame around these cells. */
export function withCells(cells: readonly Omit<Cell, "id">[]): Notebook {
  const named = cells.map((cell, index) => ({ ...cell, id: `cell-${index + 1}` }) as Cell);
  const notebook = emptyNotebook();
  return { ...notebook, cells: named.length > 0 ? named : notebook.cells };
}

export function newCell(type: "code" | "markdown" | "raw", source: string, language: CellLanguage): Omit<Cell, "id"> {
  const metadata = type === "code" && language === "typescript" ? { vscode: { languageId: "typescript" } } : {};
  if (type !== "code") return { cell_type: type, metadata, source };
  return { cell_type: type, metadata, source, outputs: [], execution_count: null };
}

const commented = (text: string, sign: string) =>
  text
    .split("\n")
    .map((line) => (line === "" ? sign : `${sign} ${line}`))
    .join("\n");

/** Lines that are comments lose their sign; some writers leave the last one out. */
const uncommented = (lines: string[], sign: string) =>
  lines.map((line) => (line.startsWith(`${sign} `) ? line.slice(sign.length + 1) : line === sign ? "" : line));

// a line that looks like a mark gets one more sign
const escaped = (text: string, sign: string) =>
  text.replace(new RegExp(`^(?=(?:${sign} )*${sign} ?%%)`, "gm"), `${sign} `);
const unescaped = (lines: string[], sign: string) => {
  const look = new RegExp(`^${sign} (?=(?:${sign} )*${sign} ?%%)`);
  return lines.map((line) => line.replace(look, ""));
};

function trimmed(lines: string[]): string[] {
  const isText = (line: string) => line.trim() !== "";
  const start = lines.findIndex(isText);
  return start < 0 ? [] : lines.slice(start, lines.findLastIndex(isText) + 1);
}
