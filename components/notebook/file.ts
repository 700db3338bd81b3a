import { readExact, writeExact } from "./exactJson";
import { withMagicNoted } from "./language";
import { joinedCell, splitCell } from "./multiline";
import { type Cell, idPattern, type Json, type Notebook } from "./nbformat";
import { glimpse, NotebookError } from "./problems";
import { checked, limits } from "./schema";

export { NotebookError, problemText } from "./problems";
export { limits } from "./schema";

/**
 * The notebook that a file's text holds. Reads nbformat 4.0 to 4.5 and changes only what 4.5 requires: every cell gets
 * a usable id of its own (`cell-1`, `cell-2` … by position), what old writers left out (metadata, outputs, counts) is
 * there, texts are in one piece. Every other key and value stays, also numbers that JavaScript cannot hold (`exactJson`).
 *
 * @throws {NotebookError} with one sentence that says what was expected and what came
 * Source: nbformat, "The notebook file format", 4.5.
 */
export function parseNotebook(text: string): Notebook {
  const raw = checked(readJson(text));
  const cells = withIds(raw.cells.map((cell) => joinedCell(withDefaults(cell))));
  return { ...raw, metadata: raw.metadata ?? {}, cells, nbformat: 4, nbformat_minor: 5 };
}

/**
 * The notebook as an `.ipynb` file: nbformat 4.5, keys sorted, one blank of indent, texts as lists of lines; what
 * Jupyter itself writes for the same notebook.
 */
export function notebookText(notebook: Notebook): string {
  const cells = notebook.cells.map((cell) =>
    splitCell(cell.cell_type === "code" ? withMagicNoted(cell, notebook) : cell),
  );
  return `${writeExact({ ...notebook, cells, nbformat: 4, nbformat_minor: 5 })}\n`;
}

function readJson(text: string): unknown {
  const body = text.replace(/^\uFEFF/, "");
  if (/^\s*$/.test(body.slice(0, 10_000)) && body.trim() === "") throw new NotebookError({ code: "empty" });
  if (body.length > limits.characters)
    throw new NotebookError({ code: "tooLarge", characters: body.length, limit: limits.characters });
  try {
    return readExact(body);
  } catch (error) {
    throw new NotebookError(reasonOf(body, error as Error));
  }
}

/** Why a text is no JSON: it never was, or it was and something happened to it. */
function reasonOf(body: string, error: Error): NotebookError["problem"] {
  const conflict = /^<{7} /m.exec(body);
  if (conflict) return { code: "conflict", line: lineAt(body, conflict.index) };
  if (!body.trimStart().startsWith("{")) return { code: "notJson", start: glimpse(body.trim()) };
  const line = /line (\d+)/.exec(error.message)?.[1]; // Chromium, Firefox and Node say it, each in its own words
  const position = /position (\d+)/.exec(error.message)?.[1];
  const isCut = /end of (JSON|data|input)|unterminated string|EOF/i.test(error.message);
  if (isCut) return { code: "cutOff", line: lineAt(body, body.length) };
  return { code: "broken", line: line ? Number(line) : position ? lineAt(body, Number(position)) : 0 };
}

function lineAt(text: string, position: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < position; at = text.indexOf("\n", at + 1)) line++;
  return line;
}

/** The cell with everything that 4.5 asks for but its id. */
function withDefaults(cell: Json): Json {
  const whole = { metadata: {}, ...cell };
  if (cell.cell_type !== "code") return whole;
  const outputs = ((cell.outputs ?? []) as Json[]).map((output) => {
    if (output.output_type === "display_data") return { metadata: {}, ...output };
    if (output.output_type === "execute_result") return { metadata: {}, execution_count: null, ...output };
    return output;
  });
  return { execution_count: null, ...whole, outputs };
}

/** A name that every JavaScript object knows would be mistaken for one of its cells. */
const isReserved = (id: string) => id in {};

function withIds(cells: Cell[]): Cell[] {
  const isId = (id: unknown): id is string => typeof id === "string" && idPattern.test(id) && !isReserved(id);
  const own = new Set(cells.map((cell) => cell.id).filter(isId)); // minted ones keep clear of these
  const taken = new Set<string>();
  return cells.map((cell, index) => {
    let id = cell.id;
    if (!isId(id) || taken.has(id)) {
      id = `cell-${index + 1}`;
      for (let n = 2; own.has(id) || taken.has(id); n++) id = `cell-${index + 1}-${n}`;
    }
    taken.add(id);
    return { ...cell, id };
  });
}
